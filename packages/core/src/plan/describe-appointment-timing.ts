import type { Locale } from '../spine/reason-texts.ts';
import { APPOINTMENT_PHRASES, type AppointmentPhrases } from './appointment-phrases.ts';
import { fillPhrase } from './fill-phrase.ts';
import type { StepActor, StepTiming } from './follow-up-plan.ts';
import type { PlanPhrases } from './plan-phrases.ts';

/** A timing that counts from an appointment. */
export type AppointmentTiming = Extract<StepTiming, { unit: 'appointmentMinutes' | 'appointmentDays' }>;

/** When a step before or after an appointment is due, in words: how long before or after it, counted without a sign. */
export function describeAppointmentTiming(
  due: AppointmentTiming,
  who: StepActor,
  at: PlanPhrases['at'],
  locale: Locale,
): string {
  const phrases = APPOINTMENT_PHRASES[locale];
  const { after, within } = due;
  const words = { after: String(Math.abs(after)), until: String(Math.abs(after + within)) };
  if (due.unit === 'appointmentDays') {
    return fillPhrase(daysPhrase(after, within, phrases), { ...words, at: at[due.at] });
  }
  const before = after + within === 0 ? phrases.lastMinutes : phrases.minutesBefore;
  const later = after === 0 ? phrases.withinMinutes : phrases.minutesAfter;
  return fillPhrase(after < 0 ? before : later, { ...words, open: who === 'automation' ? '' : phrases.open });
}

function daysPhrase(after: number, within: number, phrases: AppointmentPhrases): string {
  if (after === 0) return phrases.sameDay;
  if (after > 0) return within === 0 ? phrases.dayAfter : phrases.daysAfter;
  if (within > 0) return after + within === 0 ? phrases.untilItsDay : phrases.daysBefore;
  return after === -1 ? phrases.dayBefore : phrases.dayLongBefore;
}
