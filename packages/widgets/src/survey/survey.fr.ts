import type { SurveyWords } from './survey-words.ts';

export const french: SurveyWords = {
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
};
