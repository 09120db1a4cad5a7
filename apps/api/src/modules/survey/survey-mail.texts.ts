import type { Locale } from '@beback/core';

/** The words of the survey's mail; `{store}`, `{customer}`, `{day}` and `{address}` are filled in. */
export const SURVEY_MAIL_TEXTS = {
  en: {
    subject: 'Three questions from {store}',
    greeting: 'Hello {customer},',
    plainGreeting: 'Hello,',
    body: 'You drove home from {store} on {day}. Would you answer three short questions? It takes one minute.',
    button: 'Answer three questions',
    personal: 'This link is yours alone; please do not pass it on.',
    sender: 'Sent by {store}, {address}, because you bought a vehicle there.',
    unsubscribe: 'Choose what you hear from us, or stop everything:',
  },
  es: {
    subject: 'Tres preguntas de {store}',
    greeting: 'Hola, {customer}:',
    plainGreeting: 'Hola:',
    body: 'El {day}, recogió su vehículo en {store}. ¿Respondería a tres preguntas breves? Solo lleva un minuto.',
    button: 'Responder a tres preguntas',
    personal: 'Este enlace es solo suyo; no lo comparta, por favor.',
    sender: 'Enviado por {store}, {address}, porque compró un vehículo allí.',
    unsubscribe: 'Elija qué recibe de nosotros, o detenga todo:',
  },
  fr: {
    subject: 'Trois questions de {store}',
    greeting: 'Bonjour {customer},',
    plainGreeting: 'Bonjour,',
    body: 'Le {day}, vous êtes parti de {store} avec votre véhicule. Répondriez-vous à trois courtes questions ? Cela prend une minute.',
    button: 'Répondre à trois questions',
    personal: 'Ce lien est le vôtre ; merci de ne pas le transmettre.',
    sender: 'Envoyé par {store}, {address}, parce que vous y avez acheté un véhicule.',
    unsubscribe: 'Choisissez ce que vous recevez de nous, ou arrêtez tout :',
  },
} as const satisfies Record<Locale, Record<string, string>>;
