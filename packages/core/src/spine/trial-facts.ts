import type { Day } from './day.ts';
import type { FactOf } from './fact.ts';
import type { Id } from './id.ts';

/**
 * How a trial can end: the store goes on with automation, or without; or it was called off, as if nobody had begun it.
 */
export const TRIAL_VERDICTS = ['go', 'noGo', 'calledOff'] as const;
/** One of {@link TRIAL_VERDICTS}. */
export type TrialVerdict = (typeof TRIAL_VERDICTS)[number];

/** Whether somebody kept to the plan, as far as there is enough to tell. */
export const KEEPINGS = ['kept', 'notKept', 'tooLittle'] as const;
/** One of {@link KEEPINGS}. */
export type Keeping = (typeof KEEPINGS)[number];

/** What a trial's report advises. */
export const TRIAL_ADVICES = ['go', 'noGo', 'tooLittle'] as const;
/** One of {@link TRIAL_ADVICES}. */
export type TrialAdvice = (typeof TRIAL_ADVICES)[number];

/** So many of so many. */
export interface Counted {
  readonly done: number;
  readonly of: number;
}

/** How one person lived the plan, as counts. */
export interface PersonFigures {
  readonly memberId: Id<'Member'>;
  readonly steps: Counted;
  readonly documented: Counted;
  readonly keeping: Keeping;
}

/** What customers answered to one question, as counts. */
export interface QuestionFigures {
  readonly questionId: string;
  readonly answers: number;
  /** Of all answers. */
  readonly sum: number;
  readonly scaleTo: number;
  readonly low: number;
}

/** A trial's report as counts: what an owner decided by, kept with the decision. */
export interface TrialFigures {
  readonly people: readonly PersonFigures[];
  readonly steps: Counted;
  readonly documented: Counted;
  readonly leads: number;
  readonly deliveries: number;
  readonly surveyed: Counted;
  readonly questions: readonly QuestionFigures[];
  readonly advice: TrialAdvice;
}

/** The store lives its plan by hand for a while, `from` and `until` included: nothing is automated before somebody says go. */
export type TrialStarted = FactOf<
  'trial.started',
  { readonly from: Day; readonly until: Day; readonly byId: Id<'Member'> }
>;

/** The owner ended it, and signed that with his or her name; `figures`: what the report said at that moment. */
export type TrialDecided = FactOf<
  'trial.decided',
  {
    readonly trialId: Id<'Fact'>;
    readonly verdict: TrialVerdict;
    readonly byId: Id<'Member'>;
    readonly figures?: TrialFigures;
  }
>;
