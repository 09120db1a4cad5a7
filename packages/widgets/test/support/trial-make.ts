import type { TrialRateView, TrialResult } from '@beback/client';

export type ShownTrial = NonNullable<TrialResult['trial']>;

const rate = (done: number, of: number): TrialRateView => ({
  done,
  of,
  share: of < 10 ? null : done / of,
  low: null,
  high: null,
});

/** Of one person who kept to it, one who did not, and one of whom little is known. */
export const REPORT: ShownTrial['report'] = {
  people: [
    { keeping: 'kept', member: { id: 'ana', name: 'Ana' }, steps: rate(91, 100), documented: rate(85, 91) },
    { keeping: 'notKept', member: { id: 'bo', name: 'Bo' }, steps: rate(60, 100), documented: rate(40, 60) },
    { keeping: 'tooLittle', member: null, steps: rate(3, 4), documented: rate(0, 0) },
  ],
  steps: rate(154, 204),
  documented: rate(125, 151),
  surveyed: rate(3, 12),
  leads: 1_240,
  deliveries: 31,
  questions: [
    { questionId: 'happy', text: 'How happy are you?', answers: 3, mean: 4.333, scaleTo: 5, low: 1 },
    { questionId: 'recommend', text: 'Would you recommend us?', answers: 0, mean: null, scaleTo: 5, low: 0 },
  ],
  advice: { code: 'trial.someDidNot', text: 'Did not keep to the plan: 1 of 2.' },
};

const LOCKED = { code: 'trial.automationLocked', text: 'Not sent: the store lives its plan by hand.' };

/** On its twelfth day. */
export const makeTrial = (over: Partial<ShownTrial> = {}): ShownTrial => ({
  ...{ from: '2026-11-24', until: '2027-02-24', day: 12, days: 93, phase: 'running' },
  ...{ startedBy: { name: 'Max' }, decidedAt: null, decidedWhy: null, decidedBy: null },
  locked: LOCKED,
  waiting: { texts: 12, emails: 1, late: 3 },
  report: REPORT,
  ...over,
});
