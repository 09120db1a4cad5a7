import type { CompiledPlan, CompiledStep } from '../plan/compiled-plan.ts';
import type { StepTiming, Trigger } from '../plan/follow-up-plan.ts';
import { MINUTE } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { isBeforeAppointment } from './appointment-window.ts';
import type { Episode } from './episode.ts';

/** Why a touch is there, by what triggered it and by the unit in which the plan counts. */
const STEP_CODES = {
  internet: { minutes: 'cadence.minutesAfterInternetLead', days: 'cadence.dayAfterInternetLead' },
  phoneUp: { minutes: 'cadence.minutesAfterPhoneUp', days: 'cadence.dayAfterPhoneUp' },
  walkIn: { minutes: 'cadence.minutesAfterVisit', days: 'cadence.dayAfterVisit' },
  leaseEnd: { minutes: 'cadence.minutesAfterLeaseEndSeen', days: 'cadence.dayAfterLeaseEndSeen' },
  service: { minutes: 'cadence.minutesAfterServiceVisit', days: 'cadence.dayAfterServiceVisit' },
  sold: { minutes: 'cadence.minutesAfterDelivery', days: 'cadence.dayAfterDelivery' },
  lost: { minutes: 'cadence.minutesAfterLoss', days: 'cadence.dayAfterLoss' },
} as const satisfies Record<Exclude<Trigger, 'appointmentSet'>, Record<'minutes' | 'days', string>>;

/** The same of what counts from an appointment. */
const APPOINTMENT_CODES = {
  before: { minutes: 'cadence.minutesBeforeAppointment', days: 'cadence.daysBeforeAppointment' },
  after: { minutes: 'cadence.minutesAfterAppointment', days: 'cadence.dayAfterAppointment' },
} as const;

/** Which step of the plan asks for a touch, and what it counts from. */
export function askedReason(step: CompiledStep, round: number, episode: Episode, { version }: CompiledPlan): Reason {
  const { due } = step;
  const { trigger, since, fact, startsAt } = episode;
  const from = { plan: { version, step: step.id }, facts: [fact] };
  if (trigger === 'appointmentSet' || startsAt !== undefined) {
    const codes = APPOINTMENT_CODES[isBeforeAppointment(due) ? 'before' : 'after'];
    const visit = { startsAt: startsAt ?? since };
    return due.unit === 'appointmentDays'
      ? reason(codes.days, { ...visit, days: Math.abs(due.after) }, from)
      : reason(codes.minutes, { ...visit, within: withinOf(due) }, from);
  }
  return due.unit === 'days'
    ? reason(STEP_CODES[trigger].days, { days: due.after + round * (step.everyDays ?? 0), since }, from)
    : reason(STEP_CODES[trigger].minutes, { within: withinOf(due), since }, from);
}

/** From the beginning of the count to the end of the window, or from the window's beginning to the appointment. */
function withinOf(due: StepTiming): number {
  return (due.after < 0 ? -due.after : due.after + due.within) * MINUTE;
}
