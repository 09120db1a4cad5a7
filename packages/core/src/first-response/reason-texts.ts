import type { ReasonTexts } from '../spine/reason-texts.ts';

export const REASON_TEXTS = {
  'firstResponse.callDue': {
    en: 'The lead came in {wall:duration} ago ({open:duration} of opening hours): the first call is due.',
    es: 'El contacto llegó hace {wall:duration} ({open:duration} de horario abierto): toca la primera llamada.',
    fr: 'La demande est arrivée il y a {wall:duration} ({open:duration} d’ouverture) : le premier appel est à faire.',
  },
  'firstResponse.late': {
    en: 'Nobody has answered for {open:duration} of opening hours ({wall:duration} in all): the first call is late.',
    es: 'Nadie ha respondido en {open:duration} de horario abierto ({wall:duration} en total): la primera llamada va tarde.',
    fr: 'Personne n’a répondu en {open:duration} d’ouverture ({wall:duration} en tout) : le premier appel est en retard.',
  },
  'firstResponse.handOver': {
    en: 'Nobody has answered for {open:duration} of opening hours ({wall:duration} in all): somebody present may take over.',
    es: 'Nadie ha respondido en {open:duration} de horario abierto ({wall:duration} en total): otra persona presente puede encargarse.',
    fr: 'Personne n’a répondu en {open:duration} d’ouverture ({wall:duration} en tout) : une personne présente peut prendre le relais.',
  },
  'firstResponse.manager': {
    en: 'Nobody has answered for {open:duration} of opening hours ({wall:duration} in all): the manager is told.',
    es: 'Nadie ha respondido en {open:duration} de horario abierto ({wall:duration} en total): se avisa al gerente.',
    fr: 'Personne n’a répondu en {open:duration} d’ouverture ({wall:duration} en tout) : le responsable est prévenu.',
  },
  'firstResponse.answered': {
    en: 'A person answered by {channel:word} after {open:duration} of opening hours ({wall:duration} in all).',
    es: 'Una persona respondió por {channel:word} tras {open:duration} de horario abierto ({wall:duration} en total).',
    fr: 'Une personne a répondu par {channel:word} après {open:duration} d’ouverture ({wall:duration} en tout).',
  },
  'firstResponse.closedUnanswered': {
    en: 'The deal was closed after {open:duration} of opening hours ({wall:duration} in all), before anybody had answered.',
    es: 'La venta se cerró tras {open:duration} de horario abierto ({wall:duration} en total), antes de que nadie respondiera.',
    fr: 'L’affaire a été close après {open:duration} d’ouverture ({wall:duration} en tout), avant toute réponse.',
  },
} as const satisfies ReasonTexts;
