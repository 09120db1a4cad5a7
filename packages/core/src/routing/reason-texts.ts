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
    en: 'Most room today: {tasks:number} of {capacity:number} tasks; among equals, whose turn it was.',
    es: 'Con más margen hoy: {tasks:number} de {capacity:number} tareas; a igualdad, por turno.',
    fr: 'Le plus disponible aujourd’hui : {tasks:number} tâches sur {capacity:number} ; à égalité, chacun son tour.',
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
} as const satisfies ReasonTexts;
