import type { Id } from '../spine/id.ts';
import type { Locale } from '../spine/reason-texts.ts';
import type { Channel, Purpose } from '../spine/words.ts';

/**
 * What starts an action plan: an episode of that origin, an appointment that was set, or the deal's end. The plan of an
 * appointment runs beside that of the episode.
 */
export const TRIGGERS = [
  'internet',
  'phoneUp',
  'walkIn',
  'leaseEnd',
  'service',
  'appointmentSet',
  'sold',
  'lost',
] as const;
/** One of {@link TRIGGERS}. */
export type Trigger = (typeof TRIGGERS)[number];

/** Who does a step: the owner of the customer, the server by itself, a sales manager, an agent of the BDC. */
export const STEP_ACTORS = ['owner', 'automation', 'manager', 'bdc'] as const;
/** One of {@link STEP_ACTORS}. */
export type StepActor = (typeof STEP_ACTORS)[number];

/**
 * What ends a step before it is done. `reached`: somebody spoke with the customer. `notInterested`: the customer said so.
 * `confirmed` and `shown`, of the appointment that a step is about: the customer said that it stands; the customer came.
 * For a step after an appointment an answer and a conversation count from the time of the visit on.
 *
 * A sale or a loss ends every step of a lead's plan whatever is listed, for the plan of that trigger takes over; a
 * revoked consent blocks a touch by law and needs no mention here.
 */
export const STOP_EVENTS = ['reply', 'reached', 'appointment', 'notInterested', 'confirmed', 'shown'] as const;
/** One of {@link STOP_EVENTS}. */
export type StopEvent = (typeof STOP_EVENTS)[number];

/** Where in the day a step of a later day is best done: at the time of day that it is counted from, or first thing. */
export const DAY_MARKS = ['triggerHour', 'opening'] as const;
/** One of {@link DAY_MARKS}. */
export type DayMark = (typeof DAY_MARKS)[number];

/**
 * When a step is due, counted from its trigger.
 * - `openMinutes`: minutes in which the store is open; from `after` until `after + within`.
 * - `minutes`: minutes by the clock on the wall, for what a server does while the store sleeps.
 * - `days`: days of the store's calendar after day 0, the first open day at or after the trigger. From the opening of
 *   that day (or the next open one) to the closing of the open day `within` days later (0: the same day). `at` says at
 *   which hour it is best done.
 * - `appointmentMinutes`: minutes by the clock on the wall from the time of the appointment, before it where `after` is
 *   negative. What people do so moves into opening hours.
 * - `appointmentDays`: days of the store's calendar from the day of the appointment, before it where `after` is negative:
 *   the last open day until then, after it the first one from then on. 0 is its own day, until its time.
 *
 * What would have begun before the appointment was set is not asked for: who agrees today to come tomorrow is not
 * called today to confirm it.
 */
export type StepTiming =
  | { readonly unit: 'openMinutes'; readonly after: number; readonly within: number }
  | { readonly unit: 'minutes'; readonly after: number; readonly within: number }
  | { readonly unit: 'days'; readonly after: number; readonly within: number; readonly at: DayMark }
  | { readonly unit: 'appointmentMinutes'; readonly after: number; readonly within: number }
  | { readonly unit: 'appointmentDays'; readonly after: number; readonly within: number; readonly at: DayMark };

/** One touch that the store promises itself. */
export interface PlanStep {
  /** Stable over all versions of the plan, unique in it: history, evidence and screens refer to it. */
  readonly id: Id<'Step'>;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly who: StepActor;
  readonly due: StepTiming;
  readonly stopOn: readonly StopEvent[];
  /** The step comes round again every so many days, until something stops it. */
  readonly everyDays?: number;
}

/** What the store does after one kind of trigger. */
export interface ActionPlan {
  readonly trigger: Trigger;
  readonly steps: readonly PlanStep[];
}

/** A sentence in the languages that a store's customers read; English is the fallback. */
export type LocalizedText = { readonly en: string } & Readonly<Partial<Record<Locale, string>>>;

/** How fast a lead is called, in minutes in which the store is open, counted from receipt. */
export interface ClockPolicy {
  readonly callWithinOpenMinutes: number;
  /** Then the lead may be taken over by somebody who is present. */
  readonly handOverAfterOpenMinutes: number;
  /** Then the manager is told. */
  readonly managerAfterOpenMinutes: number;
}

/** What a store wants to be told about itself. Shares run from 0 to 1. */
export interface Standards {
  /** Below this share of documented calls there is an alarm. */
  readonly documentedShareAlarm: number;
  /** When a department is said to skip its calls while it sends its e-mails. */
  readonly skippingDepartment: {
    readonly minCallSteps: number;
    readonly storeDays: number;
    readonly missedShare: number;
    readonly emailDoneShare: number;
  };
}

/** Times of the customer's own day, `HH:MM`. */
export interface DailyWindow {
  readonly from: string;
  readonly until: string;
}

/** The store's own limits on contact. They can be tighter than the law, never looser: the strictest rule wins. */
export interface ContactPolicy {
  readonly calls: DailyWindow;
  readonly texts: DailyWindow;
  /** Call attempts to one customer in any 24 hours. */
  readonly callAttemptsIn24Hours: number;
  /** Days on which the store neither calls nor texts, Monday = 1 … Sunday = 7. */
  readonly quietWeekdays: readonly number[];
}

/** What one person gets done in a day. */
export interface DailyCapacity {
  readonly tasks: number;
  /** Of them at most so many calls. */
  readonly calls: number;
}

/** Capacity of one person by the department that he or she works in; `sales` is the showroom floor. */
export interface CapacityDefaults {
  readonly sales: DailyCapacity;
  readonly internet: DailyCapacity;
  readonly bdc: DailyCapacity;
}

/** A question answered on a scale from 1. */
export interface SurveyQuestion {
  readonly id: string;
  readonly text: LocalizedText;
  /** Answers run from 1 (worst) to this. */
  readonly scaleTo: number;
}

/** The survey after delivery. */
export interface SurveyPolicy {
  readonly daysAfterDelivery: number;
  readonly questions: readonly SurveyQuestion[];
  /** Any answer at or below this opens a recovery task. */
  readonly lowAnswer: number;
}

/**
 * A store's follow-up plan: the document that people read and sign and that the engine executes. Plain JSON.
 *
 * Its JSON Schema is `followUpPlanSchema`; `parsePlan` validates, `compilePlan` prepares it for work, `describePlan`
 * puts it in sentences, `defaultPlan` is one to begin with.
 */
export interface FollowUpPlan {
  readonly schemaVersion: 1;
  /** The identity of this version of the document; each reason that a decision gives names it. */
  readonly version: Id<'PlanVersion'>;
  readonly name: string;
  readonly actionPlans: readonly ActionPlan[];
  readonly clock: ClockPolicy;
  readonly standards: Standards;
  readonly contactPolicy: ContactPolicy;
  readonly capacity: CapacityDefaults;
  readonly survey: SurveyPolicy;
}
