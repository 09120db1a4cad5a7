import { CLOCK_ACTS, type ClockAct, clockActOf } from '../cadence/clock-acts.ts';
import type { AttemptMark, LeadMark } from '../opportunity/history-marks.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import { type Reason, reason } from '../spine/reason.ts';

type Never = { [A in ClockAct]: (typeof CLOCK_ACTS)[A] extends 'never' ? A : never }[ClockAct];

/** Why each act that may pass for an answer is none. */
const PASSED_BY_CODES = {
  autoReply: 'firstResponse.autoReply',
  unchangedTemplate: 'firstResponse.unchangedTemplate',
  nobodyReached: 'firstResponse.nobodyReached',
  shortRing: 'firstResponse.shortRing',
  notDocumented: 'firstResponse.notDocumented',
} as const satisfies Readonly<Record<Never, string>>;

/**
 * What was done about a lead and did not stop its clock, each with why, in order of time.
 *
 * @param until - the answer that did stop it: what came later is of no account
 */
export function actsPassedBy(
  { attempts, sends }: OpportunityHistory,
  lead: LeadMark,
  until: AttemptMark | undefined,
): readonly Reason[] {
  const acts = [
    ...sends.map((send) => ({ ...send, act: 'autoReply' as const })),
    ...attempts.map((attempt) => ({ ...attempt, act: clockActOf(attempt) })),
  ];
  const last = until?.at ?? Number.POSITIVE_INFINITY;
  return acts
    .filter(({ at }) => at >= lead.at && at <= last)
    .sort((a, b) => a.at - b.at)
    .flatMap(({ act, fact, at, channel }) =>
      isNever(act) ? [reason(PASSED_BY_CODES[act], { at, channel }, { facts: [fact] })] : [],
    );
}

function isNever(act: ClockAct): act is Never {
  return CLOCK_ACTS[act] === 'never';
}
