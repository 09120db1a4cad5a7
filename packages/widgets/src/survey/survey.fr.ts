import type { SurveyWords } from './survey-words.ts';

export const french: SurveyWords = {
  title: (store) => `Comment était-ce chez ${store} ?`,
  with: (salesperson) => `Vous avez été reçu par ${salesperson}.`,
  outOf: (value, most) => `${value} sur ${most}`,
  send: 'Envoyer',
  sending: 'Envoi …',
  loading: 'Chargement des questions …',
  tryAgain: 'Réessayer',
  notNow: 'Il n’y a pas de connexion. Réessayez, s’il vous plaît.',
};
