import type { ReasonTexts } from '../spine/reason-texts.ts';

export const REASON_TEXTS = {
  'forecast.tooManyTasks': {
    en: 'Too many tasks ({carrier:word}): up to {load:number} on a working day, {capacity:number} get done (first day over: {day:day}).',
    es: 'Demasiadas tareas ({carrier:word}): hasta {load:number} por día de trabajo, se hacen {capacity:number} (primer día que se excede: {day:day}).',
    fr: 'Trop de tâches ({carrier:word}) : jusqu’à {load:number} par jour de travail pour {capacity:number} possibles (premier jour de dépassement : {day:day}).',
  },
  'forecast.tooManyCalls': {
    en: 'Too many calls ({carrier:word}): up to {load:number} on a working day, {capacity:number} get done (first day over: {day:day}).',
    es: 'Demasiadas llamadas ({carrier:word}): hasta {load:number} por día de trabajo, se hacen {capacity:number} (primer día que se excede: {day:day}).',
    fr: 'Trop d’appels ({carrier:word}) : jusqu’à {load:number} par jour de travail pour {capacity:number} possibles (premier jour de dépassement : {day:day}).',
  },
  'forecast.tooManyTasksLater': {
    en: 'Too many tasks in the long run ({carrier:word}): up to {load:number} on a working day, {capacity:number} get done.',
    es: 'Demasiadas tareas a la larga ({carrier:word}): hasta {load:number} por día de trabajo, se hacen {capacity:number}.',
    fr: 'Trop de tâches à la longue ({carrier:word}) : jusqu’à {load:number} par jour de travail pour {capacity:number} possibles.',
  },
  'forecast.tooManyCallsLater': {
    en: 'Too many calls in the long run ({carrier:word}): up to {load:number} on a working day, {capacity:number} get done.',
    es: 'Demasiadas llamadas a la larga ({carrier:word}): hasta {load:number} por día de trabajo, se hacen {capacity:number}.',
    fr: 'Trop d’appels à la longue ({carrier:word}) : jusqu’à {load:number} par jour de travail pour {capacity:number} possibles.',
  },
  'forecast.overStep': {
    en: 'This step is more than fits ({carrier:word}): it brings up to {load:number} on a working day.',
    es: 'Este paso ya no cabe ({carrier:word}): aporta hasta {load:number} por día de trabajo.',
    fr: 'Cette étape est de trop ({carrier:word}) : elle ajoute jusqu’à {load:number} par jour de travail.',
  },
} as const satisfies ReasonTexts;

/** Why a plan does not pass its load test. */
export type ForecastRefusal = keyof typeof REASON_TEXTS;
