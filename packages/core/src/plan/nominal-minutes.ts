import type { StepTiming } from './follow-up-plan.ts';

/**
 * When a step falls due in minutes from its trigger, or from the appointment that it is about, if the store never
 * closed: the plan's own order.
 */
export function nominalMinutes(due: StepTiming): number {
  return due.unit === 'days' || due.unit === 'appointmentDays' ? due.after * 24 * 60 : due.after;
}
