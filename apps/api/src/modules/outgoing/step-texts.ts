import type { Locale, Purpose } from '@beback/core';

/** A step's text in one language: `{customer}`, `{store}`, `{seller}` and `{vehicle}` are filled in. */
interface StepText {
  readonly text: string;
  readonly subject: string;
  readonly mail: readonly string[];
}

/** What a mail ends with: who writes, from where, and how to have it end. */
interface FrameText {
  readonly greeting: string;
  readonly plainGreeting: string;
  readonly aCar: string;
  readonly ourTeam: string;
  readonly stop: string;
  readonly sender: string;
  readonly choices: string;
  readonly confirmation: string;
}

/** The version of the texts: it stands with each message. Change a word: change the number. */
export const STEP_TEXTS_VERSION = 'step-1';

/**
 * Short built-in texts, one a purpose: what the server sends by itself for a step of the plan. They are never a human
 * answer, so they stop no clock.
 */
export const STEP_TEXTS: Readonly<Record<Locale, Readonly<Record<Purpose, StepText>>>> = {
  en: {
    replyToInquiry: {
      text: '{store}: thank you for asking about {vehicle}. {seller} will call you personally.',
      subject: 'Your question about {vehicle}',
      mail: [
        'thank you for asking us about {vehicle}.',
        '{seller} will call you personally. If another time or way suits you better, just answer this mail.',
      ],
    },
    appointment: {
      text: '{store}: we look forward to your visit. If something comes up, answer this message.',
      subject: 'Your visit at {store}',
      mail: [
        'we look forward to your visit.',
        'If something comes up, just answer this mail, and {seller} will find another time.',
      ],
    },
    transaction: {
      text: '{store}: a word about your purchase. {seller} is there for you; just answer this message.',
      subject: 'About your purchase at {store}',
      mail: ['a word about your purchase: {seller} is there for you.', 'Whatever is unclear, just answer this mail.'],
    },
    survey: {
      text: '{store}: how was it with us? Answer this message; we read every word.',
      subject: 'How was it at {store}?',
      mail: ['how was it with us? Just answer this mail; we read every word.'],
    },
    marketing: {
      text: '{store}: are you still thinking about {vehicle}? {seller} will gladly show it to you again.',
      subject: 'Still thinking about {vehicle}?',
      mail: [
        'are you still thinking about {vehicle}?',
        '{seller} will gladly answer your questions or show it to you again. Just answer this mail.',
      ],
    },
  },
  es: {
    replyToInquiry: {
      text: '{store}: gracias por preguntar por {vehicle}. {seller} le llamará personalmente.',
      subject: 'Su consulta sobre {vehicle}',
      mail: [
        'gracias por preguntarnos por {vehicle}.',
        '{seller} le llamará personalmente. Si prefiere otra hora u otro medio, responda a este correo.',
      ],
    },
    appointment: {
      text: '{store}: le esperamos. Si surge algo, responda a este mensaje.',
      subject: 'Su visita a {store}',
      mail: ['le esperamos en su visita.', 'Si surge algo, responda a este correo y {seller} buscará otra hora.'],
    },
    transaction: {
      text: '{store}: unas palabras sobre su compra. {seller} está a su disposición; responda a este mensaje.',
      subject: 'Sobre su compra en {store}',
      mail: [
        'unas palabras sobre su compra: {seller} está a su disposición.',
        'Si algo no está claro, responda a este correo.',
      ],
    },
    survey: {
      text: '{store}: ¿qué tal con nosotros? Responda a este mensaje; leemos cada palabra.',
      subject: '¿Qué tal en {store}?',
      mail: ['¿qué tal con nosotros? Responda a este correo; leemos cada palabra.'],
    },
    marketing: {
      text: '{store}: ¿sigue pensando en {vehicle}? {seller} se lo mostrará otra vez con gusto.',
      subject: '¿Sigue pensando en {vehicle}?',
      mail: [
        '¿sigue pensando en {vehicle}?',
        '{seller} responderá con gusto a sus preguntas o se lo mostrará otra vez. Responda a este correo.',
      ],
    },
  },
  fr: {
    replyToInquiry: {
      text: '{store} : merci de votre question sur {vehicle}. {seller} vous appellera personnellement.',
      subject: 'Votre question sur {vehicle}',
      mail: [
        'merci de nous avoir interrogés sur {vehicle}.',
        '{seller} vous appellera personnellement. Si une autre heure ou un autre moyen vous convient mieux, répondez à ce message.',
      ],
    },
    appointment: {
      text: '{store} : nous nous réjouissons de votre visite. En cas d’empêchement, répondez à ce message.',
      subject: 'Votre visite chez {store}',
      mail: [
        'nous nous réjouissons de votre visite.',
        'En cas d’empêchement, répondez à ce message ; {seller} trouvera une autre heure.',
      ],
    },
    transaction: {
      text: '{store} : un mot sur votre achat. {seller} est là pour vous ; répondez à ce message.',
      subject: 'Au sujet de votre achat chez {store}',
      mail: [
        'un mot sur votre achat : {seller} est là pour vous.',
        'Si quelque chose n’est pas clair, répondez à ce message.',
      ],
    },
    survey: {
      text: '{store} : comment était-ce chez nous ? Répondez à ce message ; nous lisons chaque mot.',
      subject: 'Comment était-ce chez {store} ?',
      mail: ['comment était-ce chez nous ? Répondez à ce message ; nous lisons chaque mot.'],
    },
    marketing: {
      text: '{store} : pensez-vous encore à {vehicle} ? {seller} vous le montrera à nouveau avec plaisir.',
      subject: 'Pensez-vous encore à {vehicle} ?',
      mail: [
        'pensez-vous encore à {vehicle} ?',
        '{seller} répondra volontiers à vos questions ou vous le montrera à nouveau. Répondez à ce message.',
      ],
    },
  },
};

export const FRAME_TEXTS: Readonly<Record<Locale, FrameText>> = {
  en: {
    greeting: 'Hello {customer},',
    plainGreeting: 'Hello,',
    aCar: 'a car',
    ourTeam: 'Somebody of our team',
    stop: 'Reply STOP to end texts.',
    sender: 'Sent by {store}, {address}.',
    choices: 'Choose what you hear from us, or stop everything:',
    confirmation: '{store}: you will get no more texts from us. No reply is needed.',
  },
  es: {
    greeting: 'Hola, {customer}:',
    plainGreeting: 'Hola:',
    aCar: 'un auto',
    ourTeam: 'Alguien de nuestro equipo',
    stop: 'Responda ALTO para no recibir más mensajes.',
    sender: 'Enviado por {store}, {address}.',
    choices: 'Elija qué recibe de nosotros, o detenga todo:',
    confirmation: '{store}: no recibirá más mensajes de texto nuestros. No hace falta responder.',
  },
  fr: {
    greeting: 'Bonjour {customer},',
    plainGreeting: 'Bonjour,',
    aCar: 'un véhicule',
    ourTeam: 'Quelqu’un de notre équipe',
    stop: 'Répondez ARRET pour ne plus recevoir de textos.',
    sender: 'Envoyé par {store}, {address}.',
    choices: 'Choisissez ce que vous recevez de nous, ou arrêtez tout :',
    confirmation: '{store} : vous ne recevrez plus de textos de notre part. Aucune réponse n’est nécessaire.',
  },
};
