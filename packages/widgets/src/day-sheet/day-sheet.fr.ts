import { countedIn } from '../format/counted.ts';
import { STAFF_FR } from '../staff/staff.fr.ts';
import type { DaySheetWords } from './day-sheet-words.ts';

const counted = countedIn('fr');

export const DAY_SHEET_FR: DaySheetWords = {
  ...STAFF_FR,
  loading: 'Chargement de la journée …',
  failed: 'La journée n’a pas pu être chargée',
  empty: (name) => `Rien ne figure sur la liste de ${name} ce jour-là.`,
  asOf: (time) => `à ${time}`,
  tasks: (count) => counted(count, '# tâche', '# tâches'),
  how: 'Cochez le résultat et notez l’heure. Sans heure, c’est le jour qui compte.',
  code: 'Code',
  customer: 'Client',
  why: 'Quoi et pourquoi',
  done: 'Résultat',
  note: 'Note',
  time: 'Heure',
  appointment: 'Rendez-vous',
  callAgain: 'Rappeler',
  until: (time) => `Permis jusqu’à ${time}`,
  notBefore: (time) => `Pas avant ${time}`,
  last: (what, when) => `Dernier : ${what}, ${when}`,
  comesIn: (when) => `Rendez-vous : ${when}`,
  outcomes: {
    spoke: 'Parlé',
    leftMessage: 'Message laissé',
    noAnswer: 'Pas de réponse',
    wrongNumber: 'Mauvais numéro',
    sent: 'Envoyé',
    appointmentSet: 'Rendez-vous fixé',
    notInterested: 'Pas intéressé',
  },
  keep: 'Données de clients : gardez-les sur vous, rendez-les, et détruisez-les une fois saisies.',
};
