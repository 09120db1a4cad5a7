import type { FailureKind } from '@beback/client/public';
import type { Texts } from '../base/locale.ts';

export interface SurveyTexts {
  readonly title: (store: string) => string;
  readonly with: (salesperson: string) => string;
  readonly choose: string;
  readonly check: (count: number) => string;
  readonly outOf: (value: number, most: number) => string;
  readonly send: string;
  readonly sending: string;
  readonly loading: string;
  readonly thanks: string;
  readonly already: string;
  readonly alreadyText: string;
  readonly gone: string;
  readonly goneText: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly failures: Readonly<Record<FailureKind, string>>;
}

export const SURVEY_TEXTS: Texts<SurveyTexts> = {
  en: {
    title: (store) => `How was it at ${store}?`,
    with: (salesperson) => `You were looked after by ${salesperson}.`,
    choose: 'Choose an answer.',
    check: (count) => (count === 1 ? 'One question is not answered yet.' : `${count} questions are not answered yet.`),
    outOf: (value, most) => `${value} of ${most}`,
    send: 'Send',
    sending: 'Sending …',
    loading: 'Fetching the questions …',
    thanks: 'Thank you',
    already: 'You have answered already',
    alreadyText: 'Your first answers stand. Nothing was changed.',
    gone: 'This link does not work any more',
    goneText: 'It is unknown or has expired. The newest mail from the store has the right one.',
    failed: 'That did not work',
    tryAgain: 'Try again',
    failures: {
      signedOut: 'The link is not valid.',
      notAllowed: 'The link is not valid.',
      notFound: 'The link is not valid.',
      input: 'Something in it could not be taken. Please check your answers.',
      limited: 'Too many tries came from here. Please wait a few minutes.',
      offline: 'There is no connection. Your answers stay here and are sent once there is one.',
      timeout: 'The server took too long to answer.',
      server: 'Something went wrong at the server.',
    },
  },
  es: {
    title: (store) => `¿Qué tal en ${store}?`,
    with: (salesperson) => `Le atendió ${salesperson}.`,
    choose: 'Elija una respuesta.',
    check: (count) => (count === 1 ? 'Falta una respuesta.' : `Faltan ${count} respuestas.`),
    outOf: (value, most) => `${value} de ${most}`,
    send: 'Enviar',
    sending: 'Enviando …',
    loading: 'Cargando las preguntas …',
    thanks: 'Gracias',
    already: 'Ya ha respondido',
    alreadyText: 'Valen sus primeras respuestas. No se cambió nada.',
    gone: 'Este enlace ya no funciona',
    goneText: 'Es desconocido o ha caducado. El correo más reciente del concesionario tiene el correcto.',
    failed: 'No funcionó',
    tryAgain: 'Intentar de nuevo',
    failures: {
      signedOut: 'El enlace no es válido.',
      notAllowed: 'El enlace no es válido.',
      notFound: 'El enlace no es válido.',
      input: 'Algo no se pudo aceptar. Revise sus respuestas, por favor.',
      limited: 'Hubo demasiados intentos desde aquí. Espere unos minutos.',
      offline: 'No hay conexión. Sus respuestas quedan aquí y se enviarán cuando la haya.',
      timeout: 'El servidor tardó demasiado en responder.',
      server: 'Algo falló en el servidor.',
    },
  },
  fr: {
    title: (store) => `Comment était-ce chez ${store} ?`,
    with: (salesperson) => `Vous avez été reçu par ${salesperson}.`,
    choose: 'Choisissez une réponse.',
    check: (count) => (count === 1 ? 'Il manque une réponse.' : `Il manque ${count} réponses.`),
    outOf: (value, most) => `${value} sur ${most}`,
    send: 'Envoyer',
    sending: 'Envoi …',
    loading: 'Chargement des questions …',
    thanks: 'Merci',
    already: 'Vous avez déjà répondu',
    alreadyText: 'Vos premières réponses restent. Rien n’a été changé.',
    gone: 'Ce lien ne fonctionne plus',
    goneText: 'Il est inconnu ou a expiré. Le dernier e-mail du concessionnaire contient le bon.',
    failed: 'Cela n’a pas marché',
    tryAgain: 'Réessayer',
    failures: {
      signedOut: 'Le lien n’est pas valable.',
      notAllowed: 'Le lien n’est pas valable.',
      notFound: 'Le lien n’est pas valable.',
      input: 'Quelque chose n’a pas pu être accepté. Vérifiez vos réponses, s’il vous plaît.',
      limited: 'Trop d’essais sont venus d’ici. Patientez quelques minutes.',
      offline: 'Il n’y a pas de connexion. Vos réponses restent ici et partiront dès qu’elle revient.',
      timeout: 'Le serveur a mis trop de temps à répondre.',
      server: 'Quelque chose a échoué au serveur.',
    },
  },
};
