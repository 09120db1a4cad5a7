import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { ok, type Result } from '../spine/result.ts';
import type { FactDraft } from './fact-draft.ts';
import type { OpportunityHistory } from './opportunity-history.ts';
import { SHOWN_FROM, standingAppointment } from './standing-appointment.ts';
import type { OpportunityRefusal } from './transition.ts';

/** What can become of an appointment: the customer confirms it, has another time, calls it off, comes. */
export const APPOINTMENT_OUTCOMES = ['confirmed', 'moved', 'cancelled', 'shown'] as const;
/** One of {@link APPOINTMENT_OUTCOMES}. */
export type AppointmentOutcome = (typeof APPOINTMENT_OUTCOMES)[number];

/** What somebody wants to record of an appointment. `at` is when it was said or seen, `startsAt` its (new) time. */
export type AppointmentWish = { readonly at: Instant; readonly memberId: Id<'Member'> } & (
  | { readonly kind: 'set' | 'moved'; readonly startsAt: Instant }
  | { readonly kind: Exclude<AppointmentOutcome, 'moved'> }
);

/**
 * Decides a wish about the appointment of one episode: the facts to record, or why not. Whether the store is open at
 * the time is the caller's to ask.
 *
 * An appointment that is set while another one is still to come moves that one; after its time a new one begins. What
 * is confirmed already needs no further fact. Who came is a meeting in person, as any other.
 *
 * @example
 * const result = changeAppointment(history, { kind: 'confirmed', at: now, memberId });
 * if (!result.ok) result.refusals[0].code; // 'opportunity.noAppointment'
 */
export function changeAppointment(
  history: OpportunityHistory,
  wish: AppointmentWish,
): Result<readonly FactDraft[], OpportunityRefusal> {
  const { opportunityId, customerId } = history;
  if (opportunityId === undefined || customerId === undefined) return refused(reason('opportunity.unknown'));
  const { at, memberId } = wish;
  const standing = standingAppointment(history);
  const isAhead = standing !== undefined && standing.startsAt > at;
  if (wish.kind === 'set' || (wish.kind === 'moved' && standing !== undefined)) {
    const { startsAt } = wish;
    const data = { opportunityId, memberId, startsAt };
    return isAhead
      ? ok([{ kind: 'appointment.moved', at, data }])
      : ok([{ kind: 'appointment.set', at, data: { ...data, customerId } }]);
  }
  if (standing === undefined) return refused(reason('opportunity.noAppointment'));
  const { startsAt, fixed } = standing;
  const about = [{ startsAt }, { facts: [fixed.fact] }] as const;
  switch (wish.kind) {
    case 'confirmed':
      if (!isAhead) return refused(reason('opportunity.appointmentOver', ...about));
      return ok(
        standing.confirmed === undefined
          ? [{ kind: 'appointment.confirmed', at, data: { opportunityId, memberId } }]
          : [],
      );
    case 'cancelled':
      if (!isAhead) return refused(reason('opportunity.appointmentOver', ...about));
      return ok([{ kind: 'appointment.cancelled', at, data: { opportunityId, memberId } }]);
    case 'shown': {
      if (at < startsAt - SHOWN_FROM) return refused(reason('opportunity.appointmentAhead', ...about));
      if (standing.shown !== undefined) return ok([]);
      const data = {
        opportunityId,
        customerId,
        memberId,
        channel: 'inPerson',
        disposition: 'spoke',
        phones: [],
      } as const;
      return ok([{ kind: 'activity.logged', at, data }]);
    }
    default:
      return refused(reason('opportunity.noAppointment'));
  }
}

function refused(why: Reason<OpportunityRefusal>): Result<never, OpportunityRefusal> {
  return { ok: false, refusals: [why] };
}
