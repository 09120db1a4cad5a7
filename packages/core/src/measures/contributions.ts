import { proofCount } from '../proof/documented-rate.ts';
import type { ProofOutcome } from '../proof/proof-outcome.ts';
import type { Fact } from '../spine/fact.ts';
import type { Channel } from '../spine/words.ts';
import { type Measures, measuresOf, ZERO_MEASURES } from './measures.ts';
import type { StepState } from './settle-step.ts';

/**
 * What a fact by itself adds to its department's (and person's) day: the store's day of `fact.at`. A survey counts on
 * the day of the invitation or of the answer. An unwound deal takes its delivery back, on the day of the unwinding.
 *
 * @example
 * measureFact(fact).leads; // 1 for a lead
 */
export function measureFact(fact: Fact): Measures {
  switch (fact.kind) {
    case 'lead.received':
      return measuresOf({ leads: 1 });
    case 'activity.logged':
      return measuresOf({ activities: 1 });
    case 'opportunity.delivered':
      return measuresOf({ deliveries: 1 });
    case 'opportunity.unwound':
      return measuresOf({ deliveries: -1 });
    case 'survey.invited':
      return measuresOf({ surveysInvited: 1 });
    case 'survey.answered':
      return measuresOf({ surveysAnswered: 1 });
    default:
      return ZERO_MEASURES;
  }
}

/**
 * What a step of the plan adds, by the channel that the plan asks for and how the step ended. On the store's day on
 * which it was done, or of its deadline.
 *
 * @example
 * measureStep('call', 'missed'); // { callStepsDue: 1, callStepsMissed: 1, … }
 */
export function measureStep(channel: Channel, state: StepState): Measures {
  if (state === 'open') return ZERO_MEASURES;
  const done = state === 'done' ? 1 : 0;
  switch (channel) {
    case 'call':
      return measuresOf({ callStepsDue: 1, callStepsDone: done, callStepsMissed: 1 - done });
    case 'email':
      return measuresOf({ emailStepsDue: 1, emailStepsDone: done });
    case 'text':
      return measuresOf({ textStepsDue: 1, textStepsDone: done });
    default:
      return ZERO_MEASURES;
  }
}

/**
 * What a claimed call adds, on the store's day of the claim.
 *
 * @example
 * row = mergeMeasures(row, measureProof(outcome));
 */
export function measureProof(outcome: ProofOutcome): Measures {
  return measuresOf({ claims: 1, [proofCount(outcome)]: 1 });
}

/**
 * What an answered lead adds, on the store's day of the answer.
 *
 * @param openMs open time from receipt to the first human answer
 * @param wallMs the same by the clock on the wall
 *
 * @example
 * measureFirstResponse(response.time.open, response.time.wall);
 */
export function measureFirstResponse(openMs: number, wallMs: number): Measures {
  return measuresOf({ firstResponses: 1, firstResponseOpenMs: openMs, firstResponseWallMs: wallMs });
}
