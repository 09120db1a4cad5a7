import type { Id } from './id.ts';
import type { Instant } from './instant.ts';

/** What an entry of a folded history carries: which fact it stands for, and when that happened. */
export interface Mark {
  readonly fact: Id<'Fact'>;
  readonly at: Instant;
}

/**
 * Order of marks: by instant, equal instants by fact id, so that no order of arrival shows.
 *
 * @example
 * marks.toSorted(compareMarks);
 */
export function compareMarks(a: Mark, b: Mark): number {
  return a.at - b.at || (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0);
}

/**
 * The list with the mark in its place; the very same list when its fact is there already.
 *
 * @example
 * const longer = insertMark(replies, { fact: fact.id, at: fact.at });
 */
export function insertMark<M extends Mark>(list: readonly M[], mark: M): readonly M[] {
  if (list.some((known) => known.fact === mark.fact)) return list;
  const next = list.findIndex((known) => compareMarks(known, mark) > 0);
  return next < 0 ? [...list, mark] : [...list.slice(0, next), mark, ...list.slice(next)];
}
