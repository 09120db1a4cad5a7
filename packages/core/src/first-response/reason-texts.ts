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
    en: 'Nobody has answered for {open:duration} of opening hours ({wall:duration} in all): another person who is present gets the call.',
    es: 'Nadie ha respondido en {open:duration} de horario abierto ({wall:duration} en total): la llamada pasa a otra persona presente.',
    fr: 'Personne n’a répondu en {open:duration} d’ouverture ({wall:duration} en tout) : l’appel passe à une autre personne présente.',
  },
  'firstResponse.manager': {
    en: 'Nobody has answered for {open:duration} of opening hours ({wall:duration} in all): a manager gets the call.',
    es: 'Nadie ha respondido en {open:duration} de horario abierto ({wall:duration} en total): la llamada pasa a un gerente.',
    fr: 'Personne n’a répondu en {open:duration} d’ouverture ({wall:duration} en tout) : l’appel passe à un responsable.',
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
  'firstResponse.provisional': {
    en: 'As claimed: the records of the phone system have not come yet.',
    es: 'Según lo anotado: aún no han llegado los registros del sistema telefónico.',
    fr: 'Selon ce qui est noté : les relevés du système téléphonique ne sont pas encore arrivés.',
  },
  'firstResponse.noAnswerWished': {
    en: 'The customer wished for no answer any more after {open:duration} of opening hours ({wall:duration} in all).',
    es: 'El cliente ya no deseó respuesta tras {open:duration} de horario abierto ({wall:duration} en total).',
    fr: 'Le client n’a plus souhaité de réponse après {open:duration} d’ouverture ({wall:duration} en tout).',
  },
  'firstResponse.pausedByLaw': {
    en: 'The clock pauses until {until:time}: at this hour the customer may not be called.',
    es: 'El reloj está en pausa hasta {until:time}: a esta hora no se puede llamar al cliente.',
    fr: 'L’horloge est suspendue jusqu’à {until:time} : à cette heure, le client ne peut pas être appelé.',
  },
  'firstResponse.closedNow': {
    en: 'The store is closed: the clock counts from {until:time}.',
    es: 'La tienda está cerrada: el reloj cuenta desde {until:time}.',
    fr: 'Le magasin est fermé : l’horloge compte à partir de {until:time}.',
  },
  'firstResponse.waits': {
    en: 'The store’s hours hold no time at which the customer may be called: the clock does not count.',
    es: 'El horario de la tienda no tiene hora en que se pueda llamar al cliente: el reloj no cuenta.',
    fr: 'Les heures du magasin ne laissent aucun moment où appeler le client : l’horloge ne compte pas.',
  },
  'firstResponse.autoReply': {
    en: '{at:time}: a message that the server sent by itself ({channel:word}) is no answer.',
    es: '{at:time}: un mensaje que el servidor envió solo ({channel:word}) no es una respuesta.',
    fr: '{at:time} : un message envoyé par le serveur seul ({channel:word}) n’est pas une réponse.',
  },
  'firstResponse.unchangedTemplate': {
    en: '{at:time}: a template sent unchanged ({channel:word}) is no answer.',
    es: '{at:time}: una plantilla enviada sin cambios ({channel:word}) no es una respuesta.',
    fr: '{at:time} : un modèle envoyé tel quel ({channel:word}) n’est pas une réponse.',
  },
  'firstResponse.nobodyReached': {
    en: '{at:time}: nobody was reached ({channel:word}).',
    es: '{at:time}: no se localizó a nadie ({channel:word}).',
    fr: '{at:time} : personne n’a été joint ({channel:word}).',
  },
  'firstResponse.shortRing': {
    en: '{at:time}: less than 20 s of talk and no message left: no answer ({channel:word}).',
    es: '{at:time}: menos de 20 s de conversación y ningún mensaje: no es una respuesta ({channel:word}).',
    fr: '{at:time} : moins de 20 s de conversation et aucun message laissé : pas de réponse ({channel:word}).',
  },
  'firstResponse.notDocumented': {
    en: '{at:time}: claimed, but not documented by the phone system ({channel:word}).',
    es: '{at:time}: anotado, pero no documentado por el sistema telefónico ({channel:word}).',
    fr: '{at:time} : noté, mais non documenté par le système téléphonique ({channel:word}).',
  },
} as const satisfies ReasonTexts;
