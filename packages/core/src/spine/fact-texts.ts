import type { FactRefusal } from './fact-codec.ts';
import type { Locale, ReasonTexts } from './reason-texts.ts';

/** The sentences of the fact reader's refusals. */
export const FACT_TEXTS = {
  'fact.notAnObject': {
    en: '{path}: found {given}, expected {allowed}.',
    es: '{path}: se encontró {given}, se espera {allowed}.',
    fr: '{path} : trouvé {given}, attendu {allowed}.',
  },
  'fact.kindUnknown': {
    en: '{path}: no known kind of fact; expected {allowed}.',
    es: '{path}: tipo de hecho desconocido; se espera {allowed}.',
    fr: '{path} : genre de fait inconnu ; attendu {allowed}.',
  },
  'fact.fieldMissing': {
    en: '{path} is missing; expected {allowed}.',
    es: 'Falta {path}; se espera {allowed}.',
    fr: '{path} manque ; attendu {allowed}.',
  },
  'fact.fieldUnknown': {
    en: '{path} is not known here; expected {allowed}.',
    es: '{path} no se conoce aquí; se espera {allowed}.',
    fr: '{path} est inconnu ici ; attendu {allowed}.',
  },
  'fact.fieldWrong': {
    en: '{path}: found {given}, expected {allowed}.',
    es: '{path}: se encontró {given}, se espera {allowed}.',
    fr: '{path} : trouvé {given}, attendu {allowed}.',
  },
} as const satisfies ReasonTexts & Readonly<Record<FactRefusal, Readonly<Record<Locale, string>>>>;
