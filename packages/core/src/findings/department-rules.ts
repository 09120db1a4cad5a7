import type { Measures } from '../measures/measures.ts';
import { rate } from '../measures/rate.ts';
import type { Standards } from '../plan/follow-up-plan.ts';
import type { FindingKind } from './finding.ts';

/** Below so many judged claims a share of documented calls accuses nobody. Ours. */
export const LEAST_JUDGED_CLAIMS = 20;

export interface DepartmentRule {
  readonly kind: Extract<FindingKind, 'skippingCalls' | 'absent' | 'lowDocumented'>;
  holds(measures: Measures, standards: Standards): boolean;
  evidence(measures: Measures, standards: Standards): Readonly<Record<string, number>>;
}

/**
 * What a department's counted days are held against. Each rule looks at the sums of the window. Shares are divided out:
 * 28 of 35 is 0.8, while 0.8 * 35 is a little more than 28.
 */
export const DEPARTMENT_RULES: readonly DepartmentRule[] = [
  {
    // E-mails go out and the calls that the process asks for do not: e-mail never stands in for a call.
    kind: 'skippingCalls',
    holds: (measures, { skippingDepartment }) =>
      measures.callStepsDue >= skippingDepartment.minCallSteps &&
      measures.callStepsMissed / measures.callStepsDue >= skippingDepartment.missedShare &&
      measures.emailStepsDone > 0 &&
      measures.emailStepsDone / measures.emailStepsDue >= skippingDepartment.emailDoneShare,
    evidence: workEvidence,
  },
  {
    kind: 'absent',
    holds: (measures, { skippingDepartment }) =>
      measures.callStepsDue >= skippingDepartment.minCallSteps &&
      measures.callStepsDone + measures.emailStepsDone + measures.textStepsDone + measures.activities === 0,
    evidence: workEvidence,
  },
  {
    kind: 'lowDocumented',
    holds: (measures, { documentedShareAlarm }) => {
      const of = measures.documented + measures.notDocumented;
      return of >= LEAST_JUDGED_CLAIMS && measures.documented / of < documentedShareAlarm;
    },
    evidence: documentedEvidence,
  },
];

function workEvidence(measures: Measures, { skippingDepartment }: Standards): Readonly<Record<string, number>> {
  const { leads, activities, callStepsDue, callStepsDone, callStepsMissed, emailStepsDue, emailStepsDone } = measures;
  const { storeDays } = skippingDepartment;
  return {
    storeDays,
    leads,
    activities,
    callStepsDue,
    callStepsDone,
    callStepsMissed,
    emailStepsDue,
    emailStepsDone,
  };
}

function documentedEvidence(measures: Measures, standards: Standards): Readonly<Record<string, number>> {
  const { claims, documented, notDocumented, pending, excused, outage } = measures;
  const of = documented + notDocumented;
  const share = rate(documented, of);
  return {
    claims,
    documented,
    of,
    ...(share.kind === 'rate' && { share: share.share, low: share.low, high: share.high }),
    standard: standards.documentedShareAlarm,
    pending,
    excused,
    outage,
  };
}
