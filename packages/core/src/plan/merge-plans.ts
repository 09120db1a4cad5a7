import type { FollowUpPlan } from './follow-up-plan.ts';

/** Two texts of one plan in one. */
export interface MergedPlan {
  readonly plan: FollowUpPlan;
  /**
   * Where both writers changed the same thing otherwise: `actionPlans.internet.steps.internet-call-first`,
   * `clock.callWithinOpenMinutes`; `actionPlans.internet.steps` for the order of its steps.
   */
  readonly conflicts: readonly string[];
}

/**
 * Puts together what two people wrote who began with the same text, so that nobody's changes are lost. Steps, questions
 * and action plans are told apart by their id, whatever their place; a step or a question that both changed is one
 * conflict as a whole, and so is a list that both put into another order. The result has the right shape; whether its parts agree with each other is for `parsePlan` to say.
 *
 * @param base - the text that both began with
 * @param prefer - whose words stand where both changed the same
 *
 * @example
 * const { plan, conflicts } = mergePlans(base, mine, theirs, 'mine');
 * if (conflicts.length === 0) save(plan);
 */
export function mergePlans(
  base: FollowUpPlan,
  mine: FollowUpPlan,
  theirs: FollowUpPlan,
  prefer: 'mine' | 'theirs',
): MergedPlan {
  const conflicts: string[] = [];
  const plan = merged({ base, mine, theirs }, '', { prefer, conflict: (path) => conflicts.push(path) });
  return { plan: plan as FollowUpPlan, conflicts };
}

interface Texts<T = unknown> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

interface Merging {
  readonly prefer: 'mine' | 'theirs';
  conflict(path: string): void;
}

/** An entry or a value that a text does not have. */
const ABSENT = undefined;

function merged(texts: Texts, path: string, merging: Merging): unknown {
  const { base, mine, theirs } = texts;
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (all(texts, isParts)) return mergedParts(texts, path, merging);
  if (all(texts, isNamedList)) return mergedList(texts, path, merging);
  merging.conflict(path);
  return texts[merging.prefer];
}

type Parts = Readonly<Record<string, unknown>>;

function mergedParts(texts: Texts<Parts>, path: string, merging: Merging): Parts {
  const entries: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(texts.mine), ...Object.keys(texts.theirs)])) {
    const inside = { base: texts.base[key], mine: texts.mine[key], theirs: texts.theirs[key] };
    const value = merged(inside, path === '' ? key : `${path}.${key}`, merging);
    if (value !== ABSENT) entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/**
 * In the order of who changed the order; where both did, and not alike, that is a conflict of the whole list. What only the
 * other text has stands behind what it follows there.
 */
function mergedList(texts: Texts<readonly Parts[]>, path: string, merging: Merging): readonly unknown[] {
  const [base, mine, theirs] = [byName(texts.base), byName(texts.mine), byName(texts.theirs)];
  const [moved, movedThere] = [isMoved(base, mine), isMoved(base, theirs)];
  const torn = moved && movedThere && isMoved(mine, theirs);
  if (torn) merging.conflict(path);
  const leads = torn ? merging.prefer === 'mine' : moved;
  const [leading, other] = leads ? [mine, theirs] : [theirs, mine];
  const names = [...leading.keys()];
  let before = -1;
  for (const name of other.keys()) {
    if (leading.has(name)) before = names.indexOf(name);
    else names.splice(++before, 0, name);
  }
  return names
    .map((name) =>
      merged({ base: base.get(name), mine: mine.get(name), theirs: theirs.get(name) }, `${path}.${name}`, merging),
    )
    .filter((entry) => entry !== ABSENT);
}

/** What both lists have stands in another order in the later one. */
function isMoved(earlier: ReadonlyMap<string, unknown>, later: ReadonlyMap<string, unknown>): boolean {
  return !same(common(earlier, later), common(later, earlier));
}

/** The names of one list that the other has, too, in the order of the first. */
function common(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] {
  return [...one.keys()].filter((name) => other.has(name));
}

function byName(list: readonly Parts[]): ReadonlyMap<string, Parts> {
  return new Map(list.map((entry) => [nameOf(entry) ?? '', entry]));
}

function nameOf(entry: Parts): string | undefined {
  const name = entry['id'] ?? entry['trigger'];
  return typeof name === 'string' ? name : undefined;
}

function all<T>(texts: Texts, is: (value: unknown) => value is T): texts is Texts<T> {
  return is(texts.base) && is(texts.mine) && is(texts.theirs);
}

/** Something that is written in parts. What has an id is read and signed as a whole. */
function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('id' in value);
}

function isNamedList(value: unknown): value is readonly Parts[] {
  return (
    Array.isArray(value) &&
    value.every((entry) => typeof entry === 'object' && entry !== null && nameOf(entry) !== undefined)
  );
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** Keys in one order: who writes a document anew may write them in another. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inside]) => [key, ordered(inside)]);
}
