import type { Day } from '../spine/day.ts';
import type { Id } from '../spine/id.ts';
import type { Reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { FindingCode } from './reason-texts.ts';

/**
 * What is found: a department that skips its calls, one that does nothing, calls without records, a lead that waits, a
 * person with more promises than a day holds, a plan without the names of those who lead or work by it.
 */
export const FINDING_KINDS = [
  'skippingCalls',
  'absent',
  'lowDocumented',
  'responseOverdue',
  'overload',
  'leadersUnsigned',
  'othersUnsigned',
] as const;
/** One of {@link FINDING_KINDS}. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Who must know, and how: `notice` reaches the person at once, `board` waits until he or she looks. */
export interface Told {
  readonly role: 'manager' | 'principal';
  readonly how: 'notice' | 'board';
}

/** Something that the plan's standards say somebody must know. Plain data. */
export interface Finding {
  /** Equal each time that the same state of affairs is found: what a server stores it under. */
  readonly key: Id<'Finding'>;
  readonly kind: FindingKind;
  readonly storeId: Id<'Store'>;
  /** Absent where it is about the store as a whole. */
  readonly departmentId?: Id<'Department'>;
  readonly opportunityId?: Id<'Opportunity'>;
  /** Whose day it is about, where it is about one person's. */
  readonly memberId?: Id<'Member'>;
  /** The store's day on which it was first found. */
  readonly since: Day;
  /** The store's days that the evidence is of, both included. */
  readonly days: { readonly from: Day; readonly until: Day };
  readonly tell: NonEmpty<Told>;
  /** Counts, and shares from 0 to 1, by name. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly reasons: NonEmpty<Reason<FindingCode>>;
}

/** The manager hears at once; the principal's board shows it at once. */
export const TELL_BOTH: NonEmpty<Told> = [
  { role: 'manager', how: 'notice' },
  { role: 'principal', how: 'board' },
];

export const TELL_MANAGER: NonEmpty<Told> = [{ role: 'manager', how: 'notice' }];
