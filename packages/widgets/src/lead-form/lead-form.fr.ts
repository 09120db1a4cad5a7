import type { LeadFormWords } from './lead-form-words.ts';

export const french: LeadFormWords = {
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
  trap: 'Laissez ceci vide',
  notNow: 'Il n’y a pas de connexion. Ce que vous avez écrit est gardé ici ; renvoyez-le, s’il vous plaît.',
};
