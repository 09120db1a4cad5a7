import type { ReasonTexts } from '../spine/reason-texts.ts';

export const REASON_TEXTS = {
  'routing.knownOwner': {
    en: 'The customer is already this person’s.',
    es: 'El cliente ya es de esta persona.',
    fr: 'Le client est déjà suivi par cette personne.',
  },
  'routing.ownerAway': {
    en: 'The owner is away: somebody who is present answers, and the customer stays with the owner.',
    es: 'El responsable del cliente está ausente: responde alguien presente y el cliente sigue siendo suyo.',
    fr: 'Le vendeur du client est absent : une personne présente répond, et le client lui reste.',
  },
  'routing.mostRoom': {
    en: 'Most room today: {tasks:number} of {capacity:number} tasks.',
    es: 'Con más margen hoy: {tasks:number} de {capacity:number} tareas.',
    fr: 'Le plus disponible aujourd’hui : {tasks:number} tâches sur {capacity:number}.',
  },
  'routing.documents': {
    en: 'Of those with as much room, more of this person’s calls are documented: {share:percent}.',
    es: 'Entre quienes tienen el mismo margen, esta persona tiene más llamadas documentadas: {share:percent}.',
    fr: 'À disponibilité égale, davantage d’appels de cette personne sont documentés : {share:percent}.',
  },
  'routing.turn': {
    en: 'Among equals, it was this person’s turn.',
    es: 'A igualdad, era el turno de esta persona.',
    fr: 'À égalité, c’était le tour de cette personne.',
  },
  'routing.allFull': {
    en: 'Nobody has room today; the least loaded has {tasks:number} of {capacity:number} tasks.',
    es: 'Nadie tiene margen hoy; quien menos carga tiene {tasks:number} de {capacity:number} tareas.',
    fr: 'Personne n’est disponible aujourd’hui ; le moins chargé a {tasks:number} tâches sur {capacity:number}.',
  },
  'routing.nobodyPresent': {
    en: 'Nobody is present: it waits.',
    es: 'No hay nadie presente: queda en espera.',
    fr: 'Personne n’est présent : cela attend.',
  },
  'routing.nobody': {
    en: 'There is nobody to give the lead to.',
    es: 'No hay nadie a quien asignar el contacto.',
    fr: 'Il n’y a personne à qui confier la demande.',
  },
  'absence.past': {
    en: 'Nobody can be marked away for {from:day}: that day is over.',
    es: 'No se puede anotar una ausencia para el {from:day}: ese día ya pasó.',
    fr: 'Impossible de noter une absence pour le {from:day} : ce jour est passé.',
  },
  'absence.backwards': {
    en: 'The last day, {until:day}, is before the first, {from:day}.',
    es: 'El último día, {until:day}, es anterior al primero, {from:day}.',
    fr: 'Le dernier jour, {until:day}, précède le premier, {from:day}.',
  },
  'absence.overlaps': {
    en: 'This person is marked away already, from {from:day} on.',
    es: 'Esta persona ya figura como ausente desde el {from:day}.',
    fr: 'Cette personne est déjà notée absente à partir du {from:day}.',
  },
  'absence.unknown': {
    en: 'There is no such absence.',
    es: 'Esa ausencia no existe.',
    fr: 'Cette absence n’existe pas.',
  },
  'absence.over': {
    en: 'This person is back already.',
    es: 'Esta persona ya ha vuelto.',
    fr: 'Cette personne est déjà de retour.',
  },
  'routing.handedOn': {
    en: 'Unanswered for {open:duration} of opening hours: handed on from {from}.',
    es: 'Sin respuesta en {open:duration} de horario abierto: pasa desde {from}.',
    fr: 'Sans réponse après {open:duration} d’ouverture : transmis par {from}.',
  },
  'routing.handedOnFromNobody': {
    en: 'Unanswered for {open:duration} of opening hours: nobody had it.',
    es: 'Sin respuesta en {open:duration} de horario abierto: nadie lo tenía.',
    fr: 'Sans réponse après {open:duration} d’ouverture : personne ne l’avait.',
  },
} as const satisfies ReasonTexts;
