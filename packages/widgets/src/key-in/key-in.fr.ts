import { countedIn } from '../format/counted.ts';
import { STAFF_FR } from '../staff/staff.fr.ts';
import type { KeyInWords } from './key-in-words.ts';

const counted = countedIn('fr');

export const KEY_IN_FR: KeyInWords = {
  ...STAFF_FR,
  title: 'Saisir les feuilles du jour',
  how: 'Code, numéro du résultat, Entrée : chaque ligne s’enregistre seule et vous passez à la suivante.',
  loading: 'Chargement de la feuille …',
  whose: 'Feuille de',
  mine: 'La mienne',
  day: 'Fait le',
  code: 'Code',
  outcome: 'Résultat',
  choose: 'Choisir',
  time: 'Heure, si elle est notée',
  note: 'Note',
  appointmentDay: 'Jour du rendez-vous',
  appointmentTime: 'Heure du rendez-vous',
  againDay: 'Rappeler le',
  againTime: 'Rappeler à',
  which: 'Laquelle',
  more: 'Un autre appel a été promis',
  save: 'Enregistrer la ligne',
  open: (count) =>
    counted(
      count,
      '# tâche de ce jour n’a pas encore de résultat.',
      '# tâches de ce jour n’ont pas encore de résultat.',
    ),
  faults: {
    code: 'Aucune tâche de cette feuille n’a ce code. Vérifiez le code, à qui est la feuille, et le jour.',
    done: (name) => `Le résultat pour ${name} est déjà saisi.`,
    outcome: 'Choisissez le résultat.',
    outcomeOf: (channel) => `Ce résultat n’est pas de cette tâche (${channel}).`,
    appointment: 'Un rendez-vous demande son jour et son heure.',
    begun: 'Enregistrez d’abord cette ligne ou videz ses champs : en corriger une autre l’effacerait.',
    again: 'Un appel promis demande son jour et son heure.',
    day: 'Indiquez le jour où c’était fait : aujourd’hui ou dans les 14 derniers jours.',
  },
  fields: {
    appointmentAt: 'Le rendez-vous doit venir après le jour où il a été pris, pendant l’ouverture.',
    promiseAt: 'L’appel promis doit venir après le jour où il l’a été, pendant l’ouverture.',
    time: 'L’heure n’est pas de ce jour.',
    note: 'La note est trop longue.',
  },
  rows: 'Lignes de cette saisie',
  none: 'Rien n’est encore saisi.',
  saving: 'enregistrement …',
  saved: 'enregistrée',
  refused: 'Non enregistrée',
  waits: 'Pas encore enregistrée',
  correct: 'Corriger',
  correctOf: (name) => `Corriger la ligne de ${name}`,
  count: (saved, left) =>
    counted(saved, '# enregistrée', '# enregistrées') +
    (left === 0 ? '' : counted(left, ', # non enregistrée', ', # non enregistrées')),
};
