import type { Texts } from '../base/locale.ts';
import { EVIDENCE_EN } from './evidence.en.ts';
import { EVIDENCE_ES } from './evidence.es.ts';
import { EVIDENCE_FR } from './evidence.fr.ts';
import type { EvidenceWords } from './evidence-words.ts';

export const EVIDENCE_TEXTS: Texts<EvidenceWords> = { en: EVIDENCE_EN, es: EVIDENCE_ES, fr: EVIDENCE_FR };
