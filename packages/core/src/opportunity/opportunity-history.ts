import type { Fact } from '../spine/fact.ts';
import type { Fold } from '../spine/fold.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import type { Origin } from '../spine/words.ts';
import { addMark, rareLists } from './add-mark.ts';
import { type HistoryLists, NO_MARKS, type TurnMark } from './history-marks.ts';

/**
 * One buying episode as small state: what cadence, clocks, proofs and surveys read instead of the facts.
 * Plain JSON without personal data. The single values are derived from the lists.
 */
export interface OpportunityHistory extends HistoryLists {
  /** Absent only in the empty history. */
  readonly opportunityId?: Id<'Opportunity'>;
  readonly customerId?: Id<'Customer'>;
  readonly departmentId?: Id<'Department'>;
  readonly origin?: Origin;
  /** The earliest opening. Until it is known the episode asks nothing of anybody. */
  readonly openedAt?: Instant;
  /** The latest lead, which a repeat moves: each lead has a clock of its own. */
  readonly lastLeadAt?: Instant;
  readonly leadCount: number;
  /** Some lead gave a phone number. */
  readonly callable: boolean;
  /** Some lead gave an e-mail address. */
  readonly mailable: boolean;
  /** By the latest assignment. */
  readonly ownerId?: Id<'Member'>;
  /** The customer's latest own message or call. */
  readonly repliedAt?: Instant;
  /** When an appointment was last set (not when it takes place). */
  readonly appointmentAt?: Instant;
  /** The latest delivery, unwinding and loss; {@link opportunityStatus} says which of them holds. */
  readonly deliveredAt?: Instant;
  readonly unwoundAt?: Instant;
  readonly lostAt?: Instant;
}

/**
 * Folds the facts of ONE opportunity, in any order and however often each arrives, to its history.
 *
 * Facts that belong to no opportunity (call records, consent) change nothing. A fact that corrects another takes
 * its place: the corrected one counts no longer, whichever of the two arrived first.
 *
 * @throws RangeError when facts of two opportunities are mixed: that is a caller's bug.
 *
 * @example
 * const history = foldAll(opportunityHistory, factsOfOneOpportunity);
 */
export const opportunityHistory: Fold<OpportunityHistory, Fact> = {
  empty: { ...NO_MARKS, leadCount: 0, callable: false, mailable: false },
  add(history, fact) {
    if (!('opportunityId' in fact.data)) return history;
    const { opportunityId } = fact.data;
    if (history.opportunityId !== undefined && history.opportunityId !== opportunityId) {
      throw new RangeError(
        `opportunityHistory: a history holds one opportunity, this one ${history.opportunityId}, the fact ${fact.id} is of ${opportunityId}`,
      );
    }
    const lists = addMark(history, fact);
    return lists === history ? history : { opportunityId, ...lists, ...derived(lists) };
  },
};

/**
 * The history as it stood just before an instant, by what is known today: without what happened at it or later.
 *
 * @example
 * const untilSold = historyBefore(history, delivered.at);
 */
export function historyBefore(history: OpportunityHistory, at: Instant): OpportunityHistory {
  const earlier = (mark: Mark) => mark.at < at;
  const lists: HistoryLists = {
    openings: history.openings.filter(earlier),
    leads: history.leads.filter(earlier),
    owners: history.owners.filter(earlier),
    attempts: history.attempts.filter(earlier),
    sends: history.sends.filter(earlier),
    replies: history.replies.filter(earlier),
    turns: history.turns.filter(earlier),
    surveys: history.surveys.filter(earlier),
    ...rareLists(history, earlier),
    corrected: history.corrected,
  };
  const { opportunityId } = history;
  return { ...(opportunityId !== undefined && { opportunityId }), ...lists, ...derived(lists) };
}

/** The single values that the lists imply. Keys without a value are left out, so that JSON gives an equal state back. */
function derived(lists: HistoryLists): Omit<OpportunityHistory, keyof HistoryLists | 'opportunityId'> {
  const opening = lists.openings[0];
  const first = opening ?? lists.leads[0];
  const lastLead = lists.leads.at(-1);
  const owner = lists.owners.at(-1);
  const reply = lists.replies.at(-1);
  const appointment = lists.attempts.findLast((attempt) => attempt.disposition === 'appointmentSet');
  const turn = (to: TurnMark['to']) => lists.turns.findLast((mark) => mark.to === to);
  const [delivered, unwound, lost] = [turn('delivered'), turn('unwound'), turn('lost')];
  return {
    ...(first && { customerId: first.customerId, origin: first.origin }),
    ...(opening && { departmentId: opening.departmentId, openedAt: opening.at }),
    ...(lastLead && { lastLeadAt: lastLead.at }),
    leadCount: lists.leads.length,
    callable: lists.leads.some((lead) => lead.callable),
    mailable: lists.leads.some((lead) => lead.mailable),
    ...(owner && { ownerId: owner.memberId }),
    ...(reply && { repliedAt: reply.at }),
    ...(appointment && { appointmentAt: appointment.at }),
    ...(delivered && { deliveredAt: delivered.at }),
    ...(unwound && { unwoundAt: unwound.at }),
    ...(lost && { lostAt: lost.at }),
  };
}
