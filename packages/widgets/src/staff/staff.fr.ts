import type { StaffWords } from './staff-words.ts';

export const STAFF_FR: StaffWords = {
  tryAgain: 'Réessayer',
  signedOut: 'Votre session est terminée. Reconnectez-vous pour continuer.',
  signIn: 'Se connecter',
  nobodyNamed: 'Client sans nom',
  roles: {
    principal: 'Propriétaire',
    generalManager: 'Directeur général',
    manager: 'Responsable',
    salesperson: 'Vendeur',
    bdcAgent: 'Agent BDC',
    auditor: 'Auditeur',
    administrator: 'Administrateur',
  },
  failure: {
    signedOut: 'Vous êtes déconnecté.',
    notAllowed: 'Vous ne pouvez ni voir ni faire ceci.',
    notFound: 'Ceci n’existe pas (ou plus).',
    input: 'Le serveur n’a pas compris la question.',
    limited: 'Trop de requêtes : un instant, s’il vous plaît.',
    offline: 'Il n’y a pas de connexion au serveur.',
    timeout: 'Le serveur a mis trop de temps à répondre.',
    server: 'Quelque chose a échoué au serveur.',
  },
  channels: { call: 'Appel', text: 'SMS', email: 'E-mail', video: 'Vidéo', letter: 'Lettre', inPerson: 'En personne' },
  dispositions: {
    spoke: 'parlé',
    leftMessage: 'message laissé',
    noAnswer: 'pas de réponse',
    wrongNumber: 'mauvais numéro',
    sent: 'envoyé',
    appointmentSet: 'rendez-vous pris',
    notInterested: 'pas intéressé',
  },
};
