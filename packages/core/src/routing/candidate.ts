import { compareText } from '../spine/compare-text.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';

/** Somebody who could get a lead. */
export interface Candidate {
  readonly memberId: Id<'Member'>;
  /** The customer is already this person's. */
  readonly knowsCustomer: boolean;
  /** At work now. */
  readonly present: boolean;
  /** Open tasks of today, and how many this person gets done in a day. */
  readonly tasks: number;
  readonly capacity: number;
  /** Documented share of the calls noted of late, up to 1; absent: too few to tell, which counts as 1. */
  readonly accomplishes?: number;
  /** When this person last got a lead; absent: never. */
  readonly lastLeadAt?: Instant;
}

/** People whose documented shares lie in one tenth are equals: smaller differences are chance. Ours. */
const SHARES = 10;

/** By what candidates are told apart, in this order: the first difference decides. */
const RULES = [
  { code: 'routing.nobodyPresent', compare: (a, b) => Number(b.present) - Number(a.present) },
  // Below 1 there is room.
  { code: 'routing.mostRoom', compare: (a, b) => load(a) - load(b) },
  { code: 'routing.documents', compare: (a, b) => tenthOf(b) - tenthOf(a) },
  { code: 'routing.turn', compare: (a, b) => waitedSince(a) - waitedSince(b) },
  { code: 'routing.turn', compare: (a, b) => compareText(a.memberId, b.memberId) },
] as const satisfies readonly { readonly code: string; readonly compare: (a: Candidate, b: Candidate) => number }[];

/**
 * In which order people are asked: who is present before who is not, the most room (tasks against capacity), the
 * larger documented share of calls, the longest wait for a lead; ids last, so that no order is left open. Whoever comes
 * first has room if anybody who is present has.
 *
 * @example
 * const [first] = people.toSorted(compareCandidates);
 */
export function compareCandidates(a: Candidate, b: Candidate): number {
  for (const { compare } of RULES) {
    const difference = compare(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Why the first of some candidates is first: how much room there is, then what decided among those with as much.
 *
 * @param candidates - in the order of {@link compareCandidates}
 */
export function whyFirst(
  [first, ...others]: readonly [Candidate, ...Candidate[]],
  plan: NonNullable<Reason['plan']>,
): NonEmpty<Reason> {
  const because = (code: string, data: Reason['data'] = {}) => reason(code, data, { plan });
  if (!first.present) return [because('routing.nobodyPresent')];
  const { tasks, capacity, accomplishes = 1 } = first;
  const room = because(hasRoom(first) ? 'routing.mostRoom' : 'routing.allFull', { tasks, capacity });
  const second = others.find(({ memberId }) => memberId !== first.memberId);
  if (second === undefined || !second.present) return [room];
  const rule = RULES.find(({ compare }) => compare(first, second) !== 0);
  if (rule?.code === 'routing.documents') return [room, because(rule.code, { share: accomplishes })];
  return rule?.code === 'routing.turn' ? [room, because(rule.code)] : [room];
}

/**
 * Whether another task fits into the person's day.
 *
 * @example
 * const free = candidates.filter((each) => each.present && hasRoom(each));
 */
export function hasRoom({ tasks, capacity }: Candidate): boolean {
  return tasks < capacity;
}

function load({ tasks, capacity }: Candidate): number {
  return capacity === 0 ? Number.MAX_VALUE : tasks / capacity;
}

function tenthOf({ accomplishes = 1 }: Candidate): number {
  return Math.floor(accomplishes * SHARES);
}

function waitedSince({ lastLeadAt }: Candidate): number {
  return lastLeadAt ?? -Number.MAX_VALUE;
}
