import type { FailureKind } from '@beback/client/public';
import type { Texts } from '../base/locale.ts';
import type { Fault } from './lead-values.ts';

export interface LeadFormTexts {
  readonly title: (store: string) => string;
  readonly titleOf: (vehicle: string) => string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
  readonly reach: string;
  readonly prefer: string;
  readonly channels: Readonly<Record<'call' | 'text' | 'email', string>>;
  readonly comment: string;
  readonly send: string;
  readonly sending: string;
  readonly answerBy: (time: string) => string;
  readonly orCall: string;
  readonly check: (count: number) => string;
  readonly faults: Readonly<Record<Fault, string>>;
  readonly sentTitle: string;
  readonly sentText: (store: string, time: string) => string;
  readonly sentSoon: (store: string) => string;
  readonly receipt: string;
  readonly another: string;
  readonly keptTitle: string;
  readonly keptText: string;
  readonly sendNow: string;
  readonly discard: string;
  readonly failedTitle: string;
  readonly failures: Readonly<Record<FailureKind, string>>;
  readonly notHere: (origin: string) => string;
  readonly trap: string;
}

export const LEAD_FORM_TEXTS: Texts<LeadFormTexts> = {
  en: {
    title: (store) => (store ? `Ask ${store}` : 'Ask us'),
    titleOf: (vehicle) => `Ask about the ${vehicle}`,
    firstName: 'First name',
    lastName: 'Last name',
    phone: 'Phone',
    email: 'E-mail',
    reach: 'One of the two is enough.',
    prefer: 'How shall we answer?',
    channels: { call: 'Call', text: 'Text', email: 'E-mail' },
    comment: 'What would you like to know?',
    send: 'Send',
    sending: 'Sending …',
    answerBy: (time) => `Somebody will answer by ${time}.`,
    orCall: 'Or call',
    check: (count) => (count === 1 ? 'One field needs your attention.' : `${count} fields need your attention.`),
    faults: {
      nameMissing: 'Enter your name.',
      reachMissing: 'Enter a phone number or an e-mail address.',
      phoneShape: 'Enter the number with its area code, such as 555 010 2234.',
      emailShape: 'Enter an address such as name@example.com.',
      phoneForCall: 'Enter the number that we may call.',
      phoneForText: 'Enter the number that we may text.',
      emailForEmail: 'Enter the address to write to.',
      serverRefused: 'This could not be taken. Please check it.',
    },
    sentTitle: 'Thank you, we have it',
    sentText: (store, time) => `${store} will answer by ${time}.`,
    sentSoon: (store) => `${store} will answer you.`,
    receipt: 'Your receipt',
    another: 'Ask something else',
    keptTitle: 'Not sent yet',
    keptText:
      'There is no connection. Your message is kept on this device and will be sent once, as soon as there is one.',
    sendNow: 'Send now',
    discard: 'Do not send it',
    failedTitle: 'This could not be sent',
    failures: {
      signedOut: 'This form is not set up correctly: its key is not known.',
      notAllowed: '',
      notFound: 'This form is not set up correctly: its key is not known.',
      input: 'Something in it could not be taken. Please check your entries.',
      limited: 'Too many messages came from here. Please wait a few minutes and send it again.',
      offline: 'There is no connection.',
      timeout: 'The server took too long to answer. Please send it again.',
      server: 'Something went wrong at the server. Please send it again.',
    },
    notHere: (origin) =>
      `This form works only on the web sites that the dealer has listed, and ${origin} is not one of them.`,
    trap: 'Leave this empty',
  },
  es: {
    title: (store) => (store ? `Pregunte a ${store}` : 'Pregúntenos'),
    titleOf: (vehicle) => `Pregunte por el ${vehicle}`,
    firstName: 'Nombre',
    lastName: 'Apellidos',
    phone: 'Teléfono',
    email: 'Correo electrónico',
    reach: 'Basta con uno de los dos.',
    prefer: '¿Cómo prefiere la respuesta?',
    channels: { call: 'Llamada', text: 'Mensaje de texto', email: 'Correo' },
    comment: '¿Qué desea saber?',
    send: 'Enviar',
    sending: 'Enviando …',
    answerBy: (time) => `Le responderemos a más tardar: ${time}.`,
    orCall: 'O llame al',
    check: (count) => (count === 1 ? 'Revise un campo.' : `Revise ${count} campos.`),
    faults: {
      nameMissing: 'Escriba su nombre.',
      reachMissing: 'Escriba un teléfono o un correo electrónico.',
      phoneShape: 'Escriba el número con su código de área, por ejemplo 555 010 2234.',
      emailShape: 'Escriba una dirección como nombre@example.com.',
      phoneForCall: 'Escriba el número al que podemos llamar.',
      phoneForText: 'Escriba el número para el mensaje de texto.',
      emailForEmail: 'Escriba la dirección para responderle.',
      serverRefused: 'No se pudo aceptar. Revíselo, por favor.',
    },
    sentTitle: 'Gracias, lo hemos recibido',
    sentText: (store, time) => `${store} le responderá a más tardar: ${time}.`,
    sentSoon: (store) => `${store} le responderá.`,
    receipt: 'Su comprobante',
    another: 'Hacer otra pregunta',
    keptTitle: 'Aún sin enviar',
    keptText: 'No hay conexión. Su mensaje queda en este dispositivo y se enviará una sola vez, en cuanto la haya.',
    sendNow: 'Enviar ahora',
    discard: 'No enviarlo',
    failedTitle: 'No se pudo enviar',
    failures: {
      signedOut: 'Este formulario no está bien configurado: su clave es desconocida.',
      notAllowed: '',
      notFound: 'Este formulario no está bien configurado: su clave es desconocida.',
      input: 'Algo no se pudo aceptar. Revise sus datos, por favor.',
      limited: 'Llegaron demasiados mensajes desde aquí. Espere unos minutos y envíelo de nuevo.',
      offline: 'No hay conexión.',
      timeout: 'El servidor tardó demasiado. Envíelo de nuevo, por favor.',
      server: 'Algo falló en el servidor. Envíelo de nuevo, por favor.',
    },
    notHere: (origin) =>
      `Este formulario solo funciona en los sitios que el concesionario ha registrado, y ${origin} no es uno de ellos.`,
    trap: 'Deje esto vacío',
  },
  fr: {
    title: (store) => (store ? `Demander à ${store}` : 'Nous écrire'),
    titleOf: (vehicle) => `Une question sur : ${vehicle}`,
    firstName: 'Prénom',
    lastName: 'Nom',
    phone: 'Téléphone',
    email: 'E-mail',
    reach: 'L’un des deux suffit.',
    prefer: 'Comment vous répondre ?',
    channels: { call: 'Appel', text: 'SMS', email: 'E-mail' },
    comment: 'Que souhaitez-vous savoir ?',
    send: 'Envoyer',
    sending: 'Envoi …',
    answerBy: (time) => `Nous répondrons au plus tard : ${time}.`,
    orCall: 'Ou appelez le',
    check: (count) => (count === 1 ? 'Un champ est à revoir.' : `${count} champs sont à revoir.`),
    faults: {
      nameMissing: 'Indiquez votre nom.',
      reachMissing: 'Indiquez un téléphone ou une adresse e-mail.',
      phoneShape: 'Indiquez le numéro avec son indicatif, par exemple 555 010 2234.',
      emailShape: 'Indiquez une adresse comme nom@example.com.',
      phoneForCall: 'Indiquez le numéro à appeler.',
      phoneForText: 'Indiquez le numéro pour le SMS.',
      emailForEmail: 'Indiquez l’adresse où répondre.',
      serverRefused: 'Cela n’a pas pu être accepté. Vérifiez, s’il vous plaît.',
    },
    sentTitle: 'Merci, c’est bien reçu',
    sentText: (store, time) => `${store} vous répondra au plus tard : ${time}.`,
    sentSoon: (store) => `${store} vous répondra.`,
    receipt: 'Votre reçu',
    another: 'Poser une autre question',
    keptTitle: 'Pas encore envoyé',
    keptText:
      'Il n’y a pas de connexion. Votre message est gardé sur cet appareil et sera envoyé une seule fois, dès qu’elle revient.',
    sendNow: 'Envoyer maintenant',
    discard: 'Ne pas l’envoyer',
    failedTitle: 'L’envoi n’a pas réussi',
    failures: {
      signedOut: 'Ce formulaire est mal configuré : sa clé est inconnue.',
      notAllowed: '',
      notFound: 'Ce formulaire est mal configuré : sa clé est inconnue.',
      input: 'Quelque chose n’a pas pu être accepté. Vérifiez vos entrées, s’il vous plaît.',
      limited: 'Trop de messages sont venus d’ici. Patientez quelques minutes puis renvoyez-le.',
      offline: 'Il n’y a pas de connexion.',
      timeout: 'Le serveur a mis trop de temps. Renvoyez-le, s’il vous plaît.',
      server: 'Quelque chose a échoué au serveur. Renvoyez-le, s’il vous plaît.',
    },
    notHere: (origin) =>
      `Ce formulaire ne fonctionne que sur les sites que le concessionnaire a inscrits, et ${origin} n’en fait pas partie.`,
    trap: 'Laissez ceci vide',
  },
};
