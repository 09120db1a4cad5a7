import type { Day } from './day.ts';
import type { FactOf } from './fact.ts';
import type { Id } from './id.ts';

/** How a trial can end: the store goes on with automation, or without. */
export const TRIAL_VERDICTS = ['go', 'noGo'] as const;
/** One of {@link TRIAL_VERDICTS}. */
export type TrialVerdict = (typeof TRIAL_VERDICTS)[number];

/** The store lives its plan by hand for a while, `from` and `until` included: nothing is automated before somebody says go. */
export type TrialStarted = FactOf<
  'trial.started',
  { readonly from: Day; readonly until: Day; readonly byId: Id<'Member'> }
>;

/** The owner said go or no-go, and signed it with his or her name. */
export type TrialDecided = FactOf<
  'trial.decided',
  { readonly trialId: Id<'Fact'>; readonly verdict: TrialVerdict; readonly byId: Id<'Member'> }
>;
