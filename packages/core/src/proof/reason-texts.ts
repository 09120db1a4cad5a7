import type { ReasonTexts } from '../spine/reason-texts.ts';

/** The sentences of this folder. A call without a record is "not documented": people have a right of reply. */
export const REASON_TEXTS = {
  'proof.documented': {
    en: 'The phone system has this call, {apart:duration} from the time noted.',
    es: 'El sistema telefónico tiene esta llamada, a {apart:duration} de la hora anotada.',
    fr: "Le système téléphonique a cet appel, à {apart:duration} de l'heure notée.",
  },
  'proof.documentedOtherPerson': {
    en: "The phone system has this call from another person's phone, {apart:duration} from the time noted.",
    es: 'El sistema telefónico tiene esta llamada desde el teléfono de otra persona, a {apart:duration} de la hora anotada.',
    fr: "Le système téléphonique a cet appel depuis le poste d'une autre personne, à {apart:duration} de l'heure notée.",
  },
  'proof.documentedOnDay': {
    en: 'The phone system has this call on the day noted, at {at:instant}.',
    es: 'El sistema telefónico tiene esta llamada en el día anotado, el {at:instant}.',
    fr: 'Le système téléphonique a cet appel au jour noté, le {at:instant}.',
  },
  'proof.documentedOtherPersonOnDay': {
    en: "The phone system has this call on the day noted, at {at:instant}, from another person's phone.",
    es: 'El sistema telefónico tiene esta llamada en el día anotado, el {at:instant}, desde el teléfono de otra persona.',
    fr: "Le système téléphonique a cet appel au jour noté, le {at:instant}, depuis le poste d'une autre personne.",
  },
  'proof.tooShort': {
    en: 'The phone system has this call, but {talkSeconds:number} s of talk are no conversation ({minTalkSeconds:number} s).',
    es: 'El sistema telefónico tiene esta llamada, pero {talkSeconds:number} s no son una conversación ({minTalkSeconds:number} s).',
    fr: 'Le système téléphonique a cet appel, mais {talkSeconds:number} s ne font pas une conversation ({minTalkSeconds:number} s).',
  },
  'proof.contradicted': {
    en: 'The phone system has this call, but nobody answered it ({outcome:word}).',
    es: 'El sistema telefónico tiene esta llamada, pero nadie contestó ({outcome:word}).',
    fr: "Le système téléphonique a cet appel, mais personne n'a répondu ({outcome:word}).",
  },
  'proof.notDocumented': {
    en: 'Not documented: no record of a call to this customer from {from:instant} to {until:instant}.',
    es: 'Sin documentar: no hay registro de una llamada a este cliente de {from:instant} a {until:instant}.',
    fr: "Non documenté : aucun enregistrement d'appel à ce client de {from:instant} à {until:instant}.",
  },
  'proof.noPhone': {
    en: 'No phone number of the customer is known, so that no record can be looked for.',
    es: 'No consta ningún teléfono del cliente, así que no se puede buscar un registro.',
    fr: "Aucun numéro du client n'est connu : aucun enregistrement ne peut être cherché.",
  },
  'proof.outage': {
    en: 'The phone system was out of order at that time ({source}).',
    es: 'El sistema telefónico estaba fuera de servicio a esa hora ({source}).',
    fr: 'Le système téléphonique était en panne à ce moment ({source}).',
  },
  'proof.pending': {
    en: 'Waiting for the records of {source} up to {until:instant}.',
    es: 'A la espera de los registros de {source} hasta {until:instant}.',
    fr: "En attente des enregistrements de {source} jusqu'à {until:instant}.",
  },
  'proof.noFeed': {
    en: 'No phone system reports to this store yet.',
    es: 'Ningún sistema telefónico informa todavía a esta tienda.',
    fr: 'Aucun système téléphonique ne rend encore compte à ce magasin.',
  },
} as const satisfies ReasonTexts;

/** The codes of reasons that {@link proveCalls} gives. */
export type ProofCode = keyof typeof REASON_TEXTS;
