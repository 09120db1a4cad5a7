import type { Context } from '../plan/context.ts';
import type { Id } from '../spine/id.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { type NonEmpty, ok, type Result, refuse } from '../spine/result.ts';
import { type Candidate, compareCandidates, whyFirst } from './candidate.ts';

/** Whose the lead is, and who answers it now when that is somebody else. */
export interface Route {
  readonly owner: Id<'Member'>;
  /** The owner is away: a present person covers the clock, and the owner stays the owner. */
  readonly cover?: Id<'Member'>;
  readonly reasons: NonEmpty<Reason>;
}

/** Why nobody gets a lead: the store has nobody who could. */
export type RouteRefusal = 'routing.nobody';

/**
 * Who gets a lead. A known customer stays with the owner; if the owner is away, a present person covers the clock.
 * A new customer goes to who is present and has the most room (tasks against capacity), among equals to who has the
 * larger documented share of calls, then to who has waited longest for a lead. Nobody at capacity gets more while
 * another has room; if nobody has, the least loaded gets it, and if nobody is present, it waits with the one whose turn
 * it is.
 *
 * @example
 * const route = routeLead(candidates, context);
 * if (route.ok) assign(route.value.owner);
 */
export function routeLead(candidates: readonly Candidate[], { plan }: Context): Result<Route, RouteRefusal> {
  const source = { version: plan.version };
  const because = (code: string) => reason(code, {}, { plan: source });
  const [first, ...others] = candidates.toSorted(compareCandidates);
  if (first === undefined) return refuse(reason('routing.nobody'));

  const owner = [first, ...others].find((each) => each.knowsCustomer);
  if (owner === undefined) return ok({ owner: first.memberId, reasons: whyFirst([first, ...others], source) });
  if (owner.present) return ok({ owner: owner.memberId, reasons: [because('routing.knownOwner')] });
  // The order puts who is present first: where the first is away, everybody is.
  if (!first.present) {
    return ok({ owner: owner.memberId, reasons: [because('routing.knownOwner'), because('routing.nobodyPresent')] });
  }
  const why = whyFirst([first, ...others], source);
  const reasons: NonEmpty<Reason> = [because('routing.knownOwner'), because('routing.ownerAway'), ...why];
  return ok({ owner: owner.memberId, cover: first.memberId, reasons });
}
