import { countedIn } from '../format/counted.ts';
import { STAFF_FR } from '../staff/staff.fr.ts';
import type { TrialWords } from './trial-words.ts';

const counted = countedIn('fr');
/** What there is none of goes unsaid. */
const both = (texts: number, emails: number): string =>
  [texts > 0 ? `${texts} SMS` : '', emails > 0 ? counted(emails, '# e-mail', '# e-mails') : '']
    .filter(Boolean)
    .join(' et ');
const by = (name: string | undefined): string => (name === undefined ? '' : ` par ${name}`);

export const TRIAL_FR: TrialWords = {
  ...STAFF_FR,
  title: 'L’essai',
  about:
    'Le magasin suit son plan à la main pendant une saison, avec des feuilles imprimées et un stylo. Rien n’est automatisé avant le feu vert du propriétaire : automatiser le désordre donne un désordre automatique.',
  store: 'Magasin',
  loading: 'Chargement de l’essai …',
  failed: 'L’essai n’a pas pu être chargé',
  noStore: 'Vous ne répondez d’aucun magasin.',
  none: 'Ce magasin n’a jamais été à l’essai.',
  phases: {
    running: 'En cours',
    undecided: 'Terminé, il attend le propriétaire',
    go: 'Feu vert',
    noGo: 'Refus',
    calledOff: 'Annulé',
  },
  lasts: (from, until) => `du ${from} au ${until}`,
  begunBy: (name) => `lancé par ${name}`,
  dayOf: (day, days) => `Jour ${day} sur ${days}`,
  locked: 'L’automatisation est bloquée',
  free: 'L’automatisation est libre',
  freeBecause: 'Les SMS et e-mails du plan partent quand leur heure est venue.',
  goWould: (texts, emails) =>
    `Le feu vert lancerait ce qui est ouvert maintenant : ${both(texts, emails)}, chacun à son heure et si la loi le permet.`,
  nothingWaits: 'L’automatisation n’a rien d’ouvert. Le feu vert lancerait ce qui viendra ensuite.',
  late: (count) =>
    counted(count, '# est déjà en retard et ne sera plus envoyé.', '# sont déjà en retard et ne seront plus envoyés.'),
  who: 'Qui le suit',
  judging: 'Suivre le plan : neuf étapes sur dix faites, et des appels documentés selon la norme du plan.',
  nobody: 'Personne n’avait encore rien à faire.',
  everybody: 'Tous ensemble',
  unknownPerson: 'Quelqu’un qui n’est plus là',
  steps: 'Étapes faites',
  documented: 'Appels documentés',
  of: (done, of) => `${done} sur ${of}`,
  noneYet: 'aucun pour l’instant',
  keepings: { kept: 'a suivi le plan', notKept: 'n’a pas suivi le plan', tooLittle: 'trop peu pour juger' },
  figures: 'Ce qui est arrivé',
  leads: 'Contacts',
  deliveries: 'Livraisons',
  surveyed: 'Acheteurs qui ont répondu',
  answers: 'Ce que les clients ont répondu',
  noAnswers: 'Personne n’a encore répondu au sondage.',
  mean: (mean, scale) => `${mean} sur ${scale}`,
  answered: (count) => counted(count, '# réponse', '# réponses'),
  low: (count) => (count === 0 ? 'aucune basse' : `${counted(count, '# basse', '# basses')} : quelqu’un a dû appeler`),
  deciding: 'Feu vert ou refus',
  goAfter: (day) => `Le feu vert se donne après le ${day}, le refus à tout moment.`,
  ownerDecides: 'Le propriétaire décide.',
  acts: { go: 'Feu vert …', noGo: 'Refuser …', calledOff: 'Annuler …' },
  asks: {
    go: 'Désormais les SMS et e-mails du plan partent quand leur heure est venue. Ce qui est déjà en retard n’est plus envoyé.',
    noGo: 'L’essai prend fin et l’automatisation reste bloquée jusqu’à ce qu’un autre essai reçoive le feu vert.',
    calledOff: 'Comme si personne ne l’avait lancé : l’automatisation est aussi libre qu’avant.',
  },
  signs: {
    go: (name) => `Donner le feu vert, ${name}`,
    noGo: (name) => `Refuser, ${name}`,
    calledOff: (name) => `Annuler, ${name}`,
  },
  why: 'Pourquoi',
  whyHint: 'Avec vos propres mots. Les responsables du magasin le lisent, avec votre nom et l’heure.',
  whyFault: 'Dites pourquoi, en 10 à 1000 caractères.',
  notYet: 'Pas encore',
  decided: {
    go: (name, at) => `Feu vert donné${by(name)} le ${at}`,
    noGo: (name, at) => `Refusé${by(name)} le ${at}`,
    calledOff: (name, at) => `Annulé${by(name)} le ${at}`,
  },
  figuresOfThen: 'Les chiffres sont ceux de ce moment.',
  beginning: 'Lancer un essai',
  beginAbout: 'Dès le premier instant les SMS et e-mails du plan sont bloqués, même ceux qui attendent de partir.',
  months: 'Durée',
  monthCount: (count) => `${count} mois`,
  begin: 'Lancer …',
  beginAsk: (months) =>
    `Lancer maintenant, pour ${months} ? L’automatisation est bloquée jusqu’au feu vert du propriétaire.`,
  beginNow: 'Lancer l’essai',
  managersBegin: 'Un responsable le lance.',
  ownerBegins: 'Le propriétaire s’est prononcé sur celui-ci : lui seul en lance un autre.',
  saying: 'Envoi …',
  done: {
    start: 'L’essai a commencé. L’automatisation est bloquée.',
    go: 'Feu vert. L’automatisation est libre.',
    noGo: 'Refus. L’automatisation reste bloquée.',
    calledOff: 'L’essai est annulé.',
  },
  notDone: 'Cela n’a pas été fait.',
};
