import type { ReasonTexts } from '../spine/reason-texts.ts';

export const REASON_TEXTS = {
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
