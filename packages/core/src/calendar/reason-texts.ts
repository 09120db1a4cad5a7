import { type Reason, reason } from '../spine/reason.ts';
import type { ReasonTexts } from '../spine/reason-texts.ts';

export const REASON_TEXTS = {
  'calendar.zoneUnknown': {
    en: '{path}: “{given}” is no time zone; expected {allowed}.',
    es: '{path}: «{given}» no es una zona horaria; se espera {allowed}.',
    fr: '{path} : « {given} » n’est pas un fuseau horaire ; attendu : {allowed}.',
  },
  'calendar.rangeInvalid': {
    en: '{path}: “{given}” ends no range of days; expected {allowed}.',
    es: '{path}: «{given}» no delimita días; se espera {allowed}.',
    fr: '{path} : « {given} » ne borne pas des jours ; attendu : {allowed}.',
  },
  'calendar.timeMalformed': {
    en: '{path}: “{given}” is no time of day; expected {allowed}.',
    es: '{path}: «{given}» no es una hora; se espera {allowed}.',
    fr: '{path} : « {given} » n’est pas une heure ; attendu : {allowed}.',
  },
  'calendar.spanReversed': {
    en: '{path}: closing at {given} does not fit; expected {allowed}.',
    es: '{path}: el cierre a las {given} no encaja; se espera {allowed}.',
    fr: '{path} : une fermeture à {given} ne convient pas ; attendu : {allowed}.',
  },
  'calendar.spansOverlap': {
    en: '{path}: the opening hours of a day overlap; expected {allowed}.',
    es: '{path}: los horarios de un día se solapan; se espera {allowed}.',
    fr: '{path} : les heures d’un jour se chevauchent ; attendu : {allowed}.',
  },
  'calendar.weekdayUnknown': {
    en: '{path}: “{given}” is no weekday; expected {allowed}.',
    es: '{path}: «{given}» no es un día de la semana; se espera {allowed}.',
    fr: '{path} : « {given} » n’est pas un jour de la semaine ; attendu : {allowed}.',
  },
  'calendar.dayMalformed': {
    en: '{path}: “{given}” is no day; expected {allowed}.',
    es: '{path}: «{given}» no es un día; se espera {allowed}.',
    fr: '{path} : « {given} » n’est pas un jour ; attendu : {allowed}.',
  },
  'calendar.dayTwice': {
    en: '{path}: {given:day} is given twice; expected {allowed}.',
    es: '{path}: {given:day} aparece dos veces; se espera {allowed}.',
    fr: '{path} : {given:day} est donné deux fois ; attendu : {allowed}.',
  },
  'calendar.neverOpen': {
    en: '{path}: the store never opens; expected {allowed}.',
    es: '{path}: la tienda no abre nunca; se espera {allowed}.',
    fr: '{path} : le magasin n’ouvre jamais ; attendu : {allowed}.',
  },
} as const satisfies ReasonTexts;

export type CalendarCode = keyof typeof REASON_TEXTS;

/** What is wrong where, and what would be right. */
interface Fault {
  readonly path: string;
  readonly given: string;
  readonly allowed: string;
}

/** A refusal of this folder: the compiler refuses a code that has no sentence. */
export function calendarReason<C extends CalendarCode>(code: C, fault: Fault): Reason<C> {
  return reason(code, { ...fault });
}
