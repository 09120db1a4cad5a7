import type { ReasonTexts } from '../spine/reason-texts.ts';

export const REASON_TEXTS = {
  'planVersion.notDraft': {
    en: 'This version of the plan is no draft any more.',
    es: 'Esta versión del plan ya no es un borrador.',
    fr: 'Cette version du plan n’est plus un brouillon.',
  },
  'planVersion.unfinished': {
    en: 'This version of the plan is still being written: it can be signed and started once it is handed in.',
    es: 'Esta versión del plan aún se está escribiendo: podrá firmarse y empezar cuando se entregue.',
    fr: 'Cette version du plan est encore en cours de rédaction : elle pourra être signée et démarrer une fois remise.',
  },
  'planVersion.notInUse': {
    en: 'This version of the plan is not in use any more.',
    es: 'Esta versión del plan ya no se usa.',
    fr: 'Cette version du plan n’est plus utilisée.',
  },
  'planVersion.inForce': {
    en: 'This version of the plan is in force: it ends when another one starts, and cannot be retired.',
    es: 'Esta versión del plan está en vigor: termina cuando empieza otra y no se puede retirar.',
    fr: 'Cette version du plan est en vigueur : elle prend fin quand une autre démarre et ne peut être retirée.',
  },
  'planVersion.whyMissing': {
    en: 'People were asked to sign this version of the plan: say why it is retired.',
    es: 'Se pidió firmar esta versión del plan: diga por qué se retira.',
    fr: 'On a demandé de signer cette version du plan : dites pourquoi elle est retirée.',
  },
  'plan.missing': {
    en: '{path} is missing; it is {allowed}.',
    es: 'Falta {path}; se espera: {allowed}.',
    fr: '{path} manque ; attendu : {allowed}.',
  },
  'plan.unknownField': {
    en: '{path} is not a field of the plan; allowed here: {allowed}.',
    es: '{path} no es un campo del plan; aquí se admiten: {allowed}.',
    fr: '{path} n’est pas un champ du plan ; admis ici : {allowed}.',
  },
  'plan.wrongType': {
    en: '{path} is {found}; allowed: {allowed}.',
    es: '{path} es {found}; se admite: {allowed}.',
    fr: '{path} vaut {found} ; admis : {allowed}.',
  },
  'plan.outOfRange': {
    en: '{path} is {found}, out of range; allowed: {allowed}.',
    es: '{path} es {found}, fuera de los límites; se admite: {allowed}.',
    fr: '{path} vaut {found}, hors limites ; admis : {allowed}.',
  },
  'plan.notOneOf': {
    en: '{path} is {found}; allowed: {allowed}.',
    es: '{path} es {found}; se admite: {allowed}.',
    fr: '{path} vaut {found} ; admis : {allowed}.',
  },
  'plan.wrongForm': {
    en: '{path} does not have the right form; allowed: {allowed}.',
    es: '{path} no tiene la forma correcta; se admite: {allowed}.',
    fr: '{path} n’a pas la bonne forme ; admis : {allowed}.',
  },
  'plan.duplicate': {
    en: '{path}: {found} stands in the plan twice; it may be used once.',
    es: '{path}: {found} aparece dos veces en el plan; solo puede usarse una vez.',
    fr: '{path} : {found} figure deux fois dans le plan ; une seule fois est admise.',
  },
  'plan.inconsistent': {
    en: '{path} contradicts another part of the plan; allowed: {allowed}.',
    es: '{path} contradice otra parte del plan; se admite: {allowed}.',
    fr: '{path} contredit une autre partie du plan ; admis : {allowed}.',
  },
  'signature.ownerMissing': {
    en: 'The owner has not signed. Without the owner the plan does not start.',
    es: 'El propietario no ha firmado. Sin él, el plan no empieza.',
    fr: 'Le propriétaire n’a pas signé. Sans lui, le plan ne démarre pas.',
  },
  'signature.managersMissing': {
    en: 'Managers who have not signed: {count:number}. The plan starts when all of them have.',
    es: 'Gerentes que no han firmado: {count:number}. El plan empieza cuando todos lo hayan hecho.',
    fr: 'Responsables qui n’ont pas signé : {count:number}. Le plan démarre quand tous l’ont fait.',
  },
} as const satisfies ReasonTexts;
