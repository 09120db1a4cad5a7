import type { Texts } from '../base/locale.ts';
import { countedIn } from '../format/counted.ts';
import type { LeadClockWords } from './lead-clock-words.ts';

const [english, spanish, french] = [countedIn('en'), countedIn('es'), countedIn('fr')];

const EN: LeadClockWords = {
  wall: 'Waiting',
  open: 'open',
  steps: { call: 'First call due', late: 'First call late', handOver: 'Handed on', manager: 'With a manager' },
  pausedByLaw: (until) => `Paused by law until ${until}`,
  storeClosed: (until) => `Store closed: counts from ${until}`,
  notCounting: 'Does not count: no lawful hour while the store is open',
  unanswered: 'Unanswered leads',
  unansweredNone: 'Nobody waits for an answer.',
  unansweredCount: (count) => english(count, '# lead waits for an answer', '# leads wait for an answer'),
  unansweredMore: (count) => `and ${count} older`,
  unansweredFailed: 'The unanswered leads could not be fetched.',
  nobodyNamed: 'No name',
  owner: (name) => `${name}’s customer`,
  heldBy: (name) => `${name} has the call`,
  heldByNobody: 'Nobody has the call',
};
const ES: LeadClockWords = {
  wall: 'Espera',
  open: 'abierto',
  steps: {
    call: 'Toca la primera llamada',
    late: 'Primera llamada tarde',
    handOver: 'Pasado a otra persona',
    manager: 'Con un gerente',
  },
  pausedByLaw: (until) => `En pausa por ley hasta ${until}`,
  storeClosed: (until) => `Tienda cerrada: cuenta desde ${until}`,
  notCounting: 'No cuenta: ninguna hora legal con la tienda abierta',
  unanswered: 'Contactos sin respuesta',
  unansweredNone: 'Nadie espera respuesta.',
  unansweredCount: (count) => spanish(count, '# contacto espera respuesta', '# contactos esperan respuesta'),
  unansweredMore: (count) => spanish(count, 'y # más antiguo', 'y # más antiguos'),
  unansweredFailed: 'No se pudieron obtener los contactos sin respuesta.',
  nobodyNamed: 'Sin nombre',
  owner: (name) => `Cliente de ${name}`,
  heldBy: (name) => `La llamada la tiene ${name}`,
  heldByNobody: 'Nadie tiene la llamada',
};
const FR: LeadClockWords = {
  wall: 'Attente',
  open: 'ouvert',
  steps: {
    call: 'Premier appel à faire',
    late: 'Premier appel en retard',
    handOver: 'Transmis',
    manager: 'Chez un responsable',
  },
  pausedByLaw: (until) => `Suspendu par la loi jusqu’à ${until}`,
  storeClosed: (until) => `Magasin fermé : compte à partir de ${until}`,
  notCounting: 'Ne compte pas : aucune heure légale pendant l’ouverture',
  unanswered: 'Demandes sans réponse',
  unansweredNone: 'Personne n’attend de réponse.',
  unansweredCount: (count) => french(count, '# demande attend une réponse', '# demandes attendent une réponse'),
  unansweredMore: (count) => french(count, 'et # plus ancienne', 'et # plus anciennes'),
  unansweredFailed: 'Les demandes sans réponse n’ont pas pu être obtenues.',
  nobodyNamed: 'Sans nom',
  owner: (name) => `Client de ${name}`,
  heldBy: (name) => `${name} a l’appel`,
  heldByNobody: 'Personne n’a l’appel',
};

export const LEAD_CLOCK_TEXTS: Texts<LeadClockWords> = { en: EN, es: ES, fr: FR };
