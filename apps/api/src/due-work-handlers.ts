import type { DueWorkHandlers } from './jobs/due-work.ts';
import { cadenceWork } from './modules/cadence/jobs.ts';
import { findingWork } from './modules/finding/check-store.ts';
import { sendLaterWork } from './modules/outgoing/send-message.ts';
import { stepWork } from './modules/outgoing/send-steps.ts';
import { proofWork } from './modules/proof/jobs.ts';
import { surveyWork } from './modules/survey/invite.ts';
import { workdayWork } from './modules/workday/jobs.ts';
import type { Resources } from './server/resources.ts';

/** Who does which domain work when its time has come: each module names its own kinds. */
export function dueWorkHandlers(resources: Resources): DueWorkHandlers {
  return {
    ...cadenceWork(resources.seal),
    ...workdayWork(resources.seal),
    ...proofWork,
    ...findingWork(resources.seal),
    ...surveyWork(resources),
    ...stepWork(resources),
    ...sendLaterWork(resources),
  };
}
