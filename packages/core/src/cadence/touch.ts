import type { DayMark, StepActor, Trigger } from '../plan/follow-up-plan.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import type { Reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { Channel, Purpose } from '../spine/words.ts';

/** From when a touch may be done, when it is best done, and from when on it is late. `from <= best <= deadline`. */
export interface TouchWindow {
  readonly from: Instant;
  readonly best: Instant;
  readonly deadline: Instant;
}

/**
 * How urgent a touch is by kind: a `clock` runs (nobody has answered this lead yet), a `promise` was made to the
 * customer (an appointment, a recovery), all else is `routine` and ranked by its worth.
 */
export const URGENCIES = ['clock', 'promise', 'routine'] as const;
/** One of {@link URGENCIES}. */
export type Urgency = (typeof URGENCIES)[number];

/** A step of the plan that falls due for one opportunity. Plain data. */
export interface Touch {
  /** `opportunity:step:occurrence`, equal at each re-plan. */
  readonly id: Id<'Touch'>;
  readonly opportunityId: Id<'Opportunity'>;
  readonly step: Id<'Step'>;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly who: StepActor;
  /** Who the customer belongs to, where somebody does. */
  readonly ownerId?: Id<'Member'>;
  readonly urgency: Urgency;
  readonly trigger: Trigger;
  /** When its trigger happened: receipt of the lead, the setting of the appointment, the delivery, the loss. */
  readonly since: Instant;
  readonly window: TouchWindow;
  /** Where in its day the plan wants it; absent where the plan counts in minutes. */
  readonly dayMark?: DayMark;
  /** Who had better do an owner's touch at its best time; absent: the owner. */
  readonly by?: 'bdc';
  readonly reasons: NonEmpty<Reason>;
}
