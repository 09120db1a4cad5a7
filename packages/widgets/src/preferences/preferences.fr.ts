import type { PreferencesWords } from './preferences-words.ts';

export const french: PreferencesWords = {
  title: (store) => `À quel sujet ${store} peut vous contacter`,
  stopTitle: 'Tout arrêter',
  stopText: (store) => `${store} ne vous appellera plus et ne vous écrira plus, même pas pour un rendez-vous.`,
  stop: 'Tout arrêter',
  stopped: (store) =>
    `C’est fait. ${store} ne vous contactera plus. Si vous changez d’avis, cochez ci-dessous ce que vous voulez.`,
  choose: 'Ou choisissez',
  chooseText: (store) => `Une case cochée signifie que ${store} peut vous contacter ainsi.`,
  channels: { call: 'Appels', text: 'Messages texte', email: 'Courriel', letter: 'Lettres' },
  purposes: {
    replyToInquiry: 'Réponses à mes questions',
    appointment: 'Mes rendez-vous',
    transaction: 'Mon achat et ses papiers',
    survey: 'Courts sondages',
    marketing: 'Véhicules et offres',
  },
  consent: (store) =>
    `En cochant une nouvelle case, j’accepte que ${store} me contacte ainsi, y compris par des moyens automatisés. Mon consentement n’est pas une condition d’achat et je peux le retirer ici en tout temps ; des frais de messages et de données peuvent s’appliquer.`,
  save: 'Enregistrer mes choix',
  saving: 'Enregistrement …',
  saved: 'Enregistré. Cela vaut dès maintenant.',
  unchanged: 'Rien n’a changé : c’est déjà ainsi.',
  loading: 'Chargement de vos choix …',
  gone: 'Ce lien ne fonctionne pas',
  goneText: 'Il est inconnu. Le dernier courriel du concessionnaire contient le bon.',
  failed: 'Cela n’a pas marché',
  held: 'Ce sera envoyé au retour de la connexion si vous laissez cette page ouverte.',
  tryAgain: 'Réessayer',
  failures: {
    signedOut: 'Le lien n’est pas valable.',
    notAllowed: 'Le lien n’est pas valable.',
    notFound: 'Le lien n’est pas valable.',
    input: 'Quelque chose n’a pas pu être accepté.',
    limited: 'Trop d’essais sont venus d’ici. Patientez une minute.',
    offline: 'Il n’y a pas de connexion.',
    timeout: 'Le serveur a mis trop de temps à répondre.',
    server: 'Quelque chose a échoué au serveur.',
  },
};
