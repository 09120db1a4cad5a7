import type { Locale } from '@beback/core';

/** What a buyer reads after sending; `already`: it had been answered before, nothing was changed. */
export const SURVEY_THANKS = {
  en: {
    first: 'Thank you. Your answers are in.',
    already: 'You have answered already; nothing was changed. Thank you.',
  },
  es: {
    first: 'Gracias. Hemos recibido sus respuestas.',
    already: 'Ya había respondido; no se ha cambiado nada. Gracias.',
  },
  fr: { first: 'Merci. Vos réponses sont arrivées.', already: 'Vous aviez déjà répondu ; rien n’a été changé. Merci.' },
} as const satisfies Record<Locale, Record<'first' | 'already', string>>;
