import type { ReasonTexts } from '../spine/reason-texts.ts';

/** The sentences of this folder. */
export const REASON_TEXTS = {
  'paper.future': {
    en: 'That lies ahead: only what has been done is keyed in, up to {now:instant}.',
    es: 'Eso está en el futuro: solo se anota lo que ya se hizo, hasta el {now:instant}.',
    fr: 'C’est à venir : on ne saisit que ce qui est fait, jusqu’au {now:instant}.',
  },
  'paper.beforeTask': {
    en: 'The task arose only on {since:instant}: it cannot have been done before.',
    es: 'La tarea surgió el {since:instant}: no pudo hacerse antes.',
    fr: 'La tâche n’est née que le {since:instant} : elle n’a pas pu être faite avant.',
  },
  'paper.tooLate': {
    en: 'That is too long ago: results are keyed in within {days:number} days, now from {earliest:day} on.',
    es: 'Hace demasiado tiempo: los resultados se anotan en un plazo de {days:number} días, ahora desde el {earliest:day}.',
    fr: 'C’est trop ancien : les résultats se saisissent sous {days:number} jours, donc à partir du {earliest:day}.',
  },
} as const satisfies ReasonTexts;

/** The codes of reasons that this folder gives. */
export type PaperCode = keyof typeof REASON_TEXTS;
