/**
 * History as small state. The same facts give the same state, in any order and however often each is added;
 * a server stores the state, bulk planning reads it.
 */
export interface Fold<S, F> {
  readonly empty: S;
  add(state: S, fact: F): S;
}

/**
 * The state after all these facts.
 *
 * @example
 * const history = foldAll(opportunityHistory, factsOfOneOpportunity);
 */
export function foldAll<S, F>(fold: Fold<S, F>, facts: Iterable<F>, start: S = fold.empty): S {
  let state = start;
  for (const fact of facts) state = fold.add(state, fact);
  return state;
}
