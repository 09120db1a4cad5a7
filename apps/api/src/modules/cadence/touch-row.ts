import {
  type Channel,
  type Day,
  type Id,
  instant,
  type NonEmpty,
  type PlacementKind,
  type Purpose,
  type Reason,
  type StepActor,
  type Touch,
  type Trigger,
  type Urgency,
} from '@beback/core';

/** due: asked for; done: an act settled it; missed: its time passed; cancelled: it is asked for no longer. */
export const TOUCH_STATES = ['due', 'done', 'missed', 'cancelled'] as const;
export type TouchState = (typeof TOUCH_STATES)[number];

/** A touch as the table holds it. */
export interface TouchRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly memberId: string | null;
  /** On whose list it stands as well. */
  readonly alsoMemberId: string | null;
  readonly step: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly who: StepActor;
  readonly urgency: Urgency;
  readonly trigger: Trigger;
  readonly since: Date;
  readonly windowFrom: Date;
  readonly best: Date;
  readonly deadline: Date;
  readonly state: TouchState;
  readonly reasons: NonEmpty<Reason>;
  readonly placement: PlacementKind;
  readonly deferredTo: Day | null;
  readonly expectedValue: number | null;
  readonly placedReasons: readonly Reason[];
}

const COLUMNS = `t.id, t.opportunity_id as "opportunityId", t.member_id as "memberId", t.also_member_id as "alsoMemberId", t.step, t.channel,
       t.purpose, t.who, t.urgency, t.trigger, t.since, t.window_from as "windowFrom", t.best, t.deadline, t.state,
       t.placement, t.deferred_to as "deferredTo", t.expected_value as "expectedValue"`;

/** Columns of {@link TouchRow}, for a select list; the table goes by the alias `t`. */
export const TOUCH_COLUMNS = `${COLUMNS}, t.reasons, t.placed_reasons as "placedReasons"`;

/** The same for who tells none: lists of them that are empty. */
export const TOUCH_COLUMNS_WITHOUT_REASONS = `${COLUMNS}, '[]'::json as reasons, '[]'::json as "placedReasons"`;

/** Core's touch of a row. */
export function readTouch(row: TouchRow, ownerId: string | undefined): Touch {
  return {
    id: row.id as Id<'Touch'>,
    opportunityId: row.opportunityId as Id<'Opportunity'>,
    step: row.step as Id<'Step'>,
    channel: row.channel,
    purpose: row.purpose,
    who: row.who,
    ...(ownerId !== undefined && { ownerId: ownerId as Id<'Member'> }),
    urgency: row.urgency,
    trigger: row.trigger,
    since: instant(row.since.getTime()),
    window: {
      from: instant(row.windowFrom.getTime()),
      best: instant(row.best.getTime()),
      deadline: instant(row.deadline.getTime()),
    },
    reasons: row.reasons,
  };
}
