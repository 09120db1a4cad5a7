import type { Context } from '../plan/context.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { nonEmpty, ok, type Result } from '../spine/result.ts';
import type { FactDraft } from './fact-draft.ts';
import { isLostReason, LOST_REASONS } from './lost-reasons.ts';
import type { OpportunityHistory } from './opportunity-history.ts';
import { type OpportunityStatus, opportunityStatus } from './opportunity-status.ts';
import type { REASON_TEXTS } from './reason-texts.ts';

/** What somebody wants to record of an episode. `at` is when it happened, by the wisher's account. */
export type Wish =
  | { readonly kind: 'deliver'; readonly at: Instant }
  | { readonly kind: 'unwind'; readonly at: Instant }
  /** `reason`: one of {@link LOST_REASONS}, as it was entered. */
  | { readonly kind: 'lose'; readonly at: Instant; readonly memberId: Id<'Member'>; readonly reason: string }
  /** The customer wrote again; a lost or unwound deal is open again by it. */
  | {
      readonly kind: 'receiveAgain';
      readonly at: Instant;
      readonly lead: {
        readonly leadId: Id<'Lead'>;
        readonly source: string;
        readonly callable: boolean;
        readonly mailable: boolean;
        readonly workNumber?: boolean;
      };
    };

/** Why a wish is not fulfilled. */
export type OpportunityRefusal = Extract<keyof typeof REASON_TEXTS, `opportunity.${string}`>;

/** An episode of which the opening is known. */
type Opened = OpportunityHistory &
  Required<Pick<OpportunityHistory, 'opportunityId' | 'customerId' | 'origin' | 'openedAt'>>;

/** From which standing each wish may be fulfilled, and how it is refused from the others. */
const ALLOWED_FROM = {
  // Lost and yet delivered happens: the customer came back to somebody else's desk. The delivery is the truth.
  deliver: { open: true, lost: true, unwound: true, delivered: 'opportunity.alreadyDelivered' },
  unwind: {
    delivered: true,
    open: 'opportunity.notDelivered',
    lost: 'opportunity.notDelivered',
    unwound: 'opportunity.notDelivered',
  },
  // To lose a delivered deal, it must be unwound first: otherwise a sale would vanish by a click.
  lose: { open: true, unwound: true, delivered: 'opportunity.alreadyDelivered', lost: 'opportunity.alreadyLost' },
  receiveAgain: { open: true, lost: true, unwound: true, delivered: true },
} as const satisfies Record<Wish['kind'], Record<OpportunityStatus, true | OpportunityRefusal>>;

/**
 * Decides a wish about one episode: the facts to record, or every reason why not. Nothing is recorded here.
 *
 * @param history the episode as folded so far
 * @param wish what is to be recorded
 * @param context its `now` bounds the wish: what lies ahead has not happened
 * @returns fact drafts for the caller to complete and store, or the refusals
 *
 * @example
 * const result = transition(history, { kind: 'lose', at: now, memberId, reason: 'price' }, context);
 * if (!result.ok) result.refusals[0].code; // 'opportunity.alreadyLost'
 */
export function transition(
  history: OpportunityHistory,
  wish: Wish,
  context: Context,
): Result<readonly FactDraft[], OpportunityRefusal> {
  if (!isOpened(history)) return { ok: false, refusals: [reason('opportunity.unknown')] };
  const refusals = nonEmpty([
    ...refusedByTime(history, wish, context.now),
    ...refusedByStatus(history, wish),
    ...(wish.kind === 'lose' ? refusedByLostReason(wish.reason) : []),
  ]);
  return refusals === undefined ? ok([draftOf(history, wish)]) : { ok: false, refusals };
}

function isOpened(history: OpportunityHistory): history is Opened {
  return history.openedAt !== undefined && history.opportunityId !== undefined;
}

function refusedByTime(history: Opened, wish: Wish, now: Instant): readonly Reason<OpportunityRefusal>[] {
  const { at } = wish;
  const turn = history.turns.at(-1);
  if (at > now) return [reason('opportunity.inFuture', { at })];
  if (at < history.openedAt) return [reason('opportunity.beforeOpening', { at, openedAt: history.openedAt })];
  // Turns are told in their order; a lead may well be learned of late.
  if (wish.kind !== 'receiveAgain' && turn !== undefined && at < turn.at) {
    return [reason('opportunity.beforeLastTurn', { at, turnedAt: turn.at }, { facts: [turn.fact] })];
  }
  return [];
}

function refusedByStatus(history: Opened, wish: Wish): readonly Reason<OpportunityRefusal>[] {
  const verdict = ALLOWED_FROM[wish.kind][opportunityStatus(history)];
  if (verdict === true) return [];
  const turn = history.turns.at(-1);
  const facts = turn === undefined ? [] : [turn.fact];
  return [
    reason(
      verdict,
      {
        ...(verdict === 'opportunity.alreadyDelivered' && turn && { deliveredAt: turn.at }),
        ...(verdict === 'opportunity.alreadyLost' && turn && { lostAt: turn.at }),
      },
      { facts },
    ),
  ];
}

function refusedByLostReason(text: string): readonly Reason<OpportunityRefusal>[] {
  if (text.trim() === '') return [reason('opportunity.lostReasonMissing')];
  return isLostReason(text) ? [] : [reason('opportunity.lostReasonUnknown', { allowed: LOST_REASONS.join(', ') })];
}

function draftOf(history: Opened, wish: Wish): FactDraft {
  const { opportunityId, customerId, origin } = history;
  const { at } = wish;
  switch (wish.kind) {
    case 'deliver':
      return { kind: 'opportunity.delivered', at, data: { opportunityId, customerId } };
    case 'unwind':
      return { kind: 'opportunity.unwound', at, data: { opportunityId } };
    case 'lose':
      return {
        kind: 'opportunity.lost',
        at,
        data: { opportunityId, memberId: wish.memberId, reason: wish.reason },
      };
    case 'receiveAgain':
      return { kind: 'lead.received', at, data: { ...wish.lead, opportunityId, customerId, origin, repeat: true } };
  }
}
