import {
  type Channel,
  type Day,
  dayOf,
  type Id,
  type Instant,
  type MeasureRow,
  measureStep,
  type ProofOutcome,
  type StepActor,
  type StepState,
  settleStep,
  unmergeMeasures,
  ZERO_MEASURES,
} from '@beback/core';
import type { StoreRules } from '../store/store-rules.ts';

/** What the roll-up holds of a step, kept with its touch: to be taken back when the step turns out otherwise. */
export interface CountedStep {
  readonly state: Exclude<StepState, 'open'>;
  readonly day: Day;
  readonly memberId: string | null;
}

/** A step of the plan as it stands. */
export interface CountableStep {
  readonly channel: Channel;
  readonly who: StepActor;
  readonly memberId: string | null;
  readonly deadline: Instant;
  readonly doneAt: Instant | undefined;
  /** Of the claim that settled a call step. */
  readonly proof?: ProofOutcome;
  /** Asked for no longer: it counts for nobody. */
  readonly cancelled: boolean;
}

/** Where a step counts. */
export interface StepPlace {
  readonly storeId: string;
  readonly departmentId: string;
}

/** How the step counts now; null: not (yet) at all. A step that the server itself did not do is nobody's miss. */
export function countedOf(
  step: CountableStep,
  { calendar }: Pick<StoreRules, 'calendar'>,
  now: Instant,
): CountedStep | null {
  const { deadline, doneAt, proof, memberId } = step;
  if (step.cancelled) return null;
  const state = settleStep({ deadline, ...(doneAt !== undefined && { doneAt }), ...(proof && { proof }) }, now);
  if (state === 'open' || (state === 'missed' && step.who === 'automation')) return null;
  return { state, day: dayOf(calendar, state === 'done' ? (doneAt ?? deadline) : deadline), memberId };
}

/** The rows that turn one count into the other; none when they are the same. */
export function recountStep(
  channel: Channel,
  before: CountedStep | null,
  after: CountedStep | null,
  place: StepPlace,
): readonly MeasureRow[] {
  if (sameCount(before, after)) return [];
  const rows: MeasureRow[] = [];
  if (before !== null) {
    rows.push(rowOf(before, place, unmergeMeasures(ZERO_MEASURES, measureStep(channel, before.state))));
  }
  if (after !== null) rows.push(rowOf(after, place, measureStep(channel, after.state)));
  return rows;
}

export function sameCount(a: CountedStep | null, b: CountedStep | null): boolean {
  return a === b || (a?.state === b?.state && a?.day === b?.day && a?.memberId === b?.memberId);
}

function rowOf({ day, memberId }: CountedStep, place: StepPlace, measures: MeasureRow['measures']): MeasureRow {
  return {
    storeId: place.storeId as Id<'Store'>,
    departmentId: place.departmentId as Id<'Department'>,
    ...(memberId !== null && { memberId: memberId as Id<'Member'> }),
    day,
    measures,
  };
}
