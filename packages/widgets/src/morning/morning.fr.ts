import { countedIn } from '../format/counted.ts';
import { STAFF_FR } from '../staff/staff.fr.ts';
import type { MorningWords } from './morning-words.ts';

const counted = countedIn('fr');
const tasks = (count: number): string => counted(count, '# tâche', '# tâches');

export const MORNING_FR: MorningWords = {
  ...STAFF_FR,
  asOf: (day, time) => `${day}. État à ${time}`,
  loading: 'Chargement de la matinée …',
  failed: 'La matinée n’a pas pu être chargée.',
  chooseStore: 'Vos concessions',
  noStores: 'Il n’y a pas de matinée pour vous : vous ne dirigez aucune concession.',
  people: 'Équipe',
  inToday: (there, all) => `${counted(there, '# présent', '# présents')} sur ${all} aujourd’hui`,
  noPeople: 'Personne ne reçoit de tâches dans cette concession.',
  otherPeople: 'Toute la concession',
  load: (done, capacity) => `${tasks(done)} sur ${capacity}`,
  done: (count) => counted(count, '# faite', '# faites'),
  promised: (count) => counted(count, '# promesse', '# promesses'),
  room: (count) => `De la place pour ${count}`,
  full: 'Complet',
  over: (count) => `${count} de trop`,
  away: 'Absent',
  awayUntil: (day) => `Absent jusqu’au ${day}`,
  awayLater: (day) => `Absent à partir du ${day}`,
  markAway: 'Absent aujourd’hui',
  markAwayOf: (name) => `${name} : absent aujourd’hui`,
  back: 'De retour',
  backOf: (name) => `${name} : de retour`,
  callOff: 'Sera là',
  callOffOf: (name) => `${name} sera là finalement`,
  awayTitle: (name) => `${name} : absent aujourd’hui ?`,
  asking: 'Calcul de qui reçoit quoi …',
  nothingMoves: (name) => `${name} n’a pas de tâche ouverte aujourd’hui : rien ne bouge.`,
  moves: (count) => `${tasks(count)} d’aujourd’hui à déplacer, les promesses d’abord :`,
  toPerson: (name, count) => `${name} reçoit ${tasks(count)}`,
  automated: (count) => `${counted(count, '# tâche laissée', '# tâches laissées')} aux messages du système`,
  deferred: (count, day) => `${counted(count, '# tâche reportée', '# tâches reportées')} au ${day}`,
  blocked: (count) => `${counted(count, '# tâche non autorisée', '# tâches non autorisées')} aujourd’hui`,
  each: 'Chaque tâche et pourquoi',
  staysOwner: (name) => `Les clients restent à ${name}.`,
  lastDay: 'Dernier jour d’absence',
  why: 'Motif (facultatif)',
  whyNot: 'Non précisé',
  reasons: { dayOff: 'Jour de repos', vacation: 'Congés', training: 'Formation' },
  confirm: (name) => `Noter l’absence de ${name}`,
  cancel: 'Annuler',
  working: 'Déplacement des tâches …',
  isAway: (name, moved) =>
    moved === 0
      ? `${name} : absence notée.`
      : `${name} : absence notée, ${counted(moved, '# tâche déplacée', '# tâches déplacées')}.`,
  isBack: (name, moved) => (moved === 0 ? `${name} : de retour.` : `${name} : de retour, avec ${tasks(moved)}.`),
  findings: 'Constats',
  findingsOpen: (count) => counted(count, '# constat pas pris en compte', '# constats pas pris en compte'),
  noFindings: 'Aucun constat ouvert',
};
