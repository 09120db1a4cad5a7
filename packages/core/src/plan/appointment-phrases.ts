import type { Locale } from '../spine/reason-texts.ts';

/** When a step before or after an appointment is due; `{open}` says that people do it in opening hours. */
export type AppointmentPhrases = Readonly<
  Record<
    | 'lastMinutes'
    | 'minutesBefore'
    | 'withinMinutes'
    | 'minutesAfter'
    | 'open'
    | 'sameDay'
    | 'dayBefore'
    | 'dayLongBefore'
    | 'daysBefore'
    | 'untilItsDay'
    | 'dayAfter'
    | 'daysAfter',
    string
  >
>;

export const APPOINTMENT_PHRASES: Readonly<Record<Locale, AppointmentPhrases>> = {
  en: {
    lastMinutes: 'In the {after} minutes before the appointment{open}',
    minutesBefore: '{after} to {until} minutes before the appointment{open}',
    withinMinutes: 'Within {until} minutes after the time of the appointment{open}',
    minutesAfter: '{after} to {until} minutes after the time of the appointment{open}',
    open: ' (while the store is open)',
    sameDay: 'On the day of the appointment, before it, {at}',
    dayBefore: 'On the day before the appointment, {at}',
    dayLongBefore: '{after} days before the appointment, {at}',
    daysBefore: 'From {after} to {until} days before the appointment, {at}',
    untilItsDay: 'From {after} days before the appointment until its time, {at}',
    dayAfter: 'On day {after} after the appointment, {at}',
    daysAfter: 'From day {after} to day {until} after the appointment, {at}',
  },
  es: {
    lastMinutes: 'En los {after} minutos antes de la cita{open}',
    minutesBefore: 'De {after} a {until} minutos antes de la cita{open}',
    withinMinutes: 'En los {until} minutos después de la hora de la cita{open}',
    minutesAfter: 'De {after} a {until} minutos después de la hora de la cita{open}',
    open: ' (con la tienda abierta)',
    sameDay: 'El día de la cita, antes de ella, {at}',
    dayBefore: 'El día antes de la cita, {at}',
    dayLongBefore: 'A {after} días de la cita, {at}',
    daysBefore: 'De {after} a {until} días antes de la cita, {at}',
    untilItsDay: 'Desde {after} días antes de la cita hasta su hora, {at}',
    dayAfter: 'El día {after} después de la cita, {at}',
    daysAfter: 'Del día {after} al día {until} después de la cita, {at}',
  },
  fr: {
    lastMinutes: 'Dans les {after} minutes avant le rendez-vous{open}',
    minutesBefore: 'De {after} à {until} minutes avant le rendez-vous{open}',
    withinMinutes: 'Dans les {until} minutes après l’heure du rendez-vous{open}',
    minutesAfter: 'De {after} à {until} minutes après l’heure du rendez-vous{open}',
    open: ' (magasin ouvert)',
    sameDay: 'Le jour du rendez-vous, avant celui-ci, {at}',
    dayBefore: 'La veille du rendez-vous, {at}',
    dayLongBefore: 'À {after} jours du rendez-vous, {at}',
    daysBefore: 'De {after} à {until} jours avant le rendez-vous, {at}',
    untilItsDay: 'De {after} jours avant le rendez-vous jusqu’à son heure, {at}',
    dayAfter: 'Le jour {after} après le rendez-vous, {at}',
    daysAfter: 'Du jour {after} au jour {until} après le rendez-vous, {at}',
  },
};
