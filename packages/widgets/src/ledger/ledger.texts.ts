import type { Texts } from '../base/locale.ts';
import { LEDGER_EN } from './ledger.en.ts';
import { LEDGER_ES } from './ledger.es.ts';
import { LEDGER_FR } from './ledger.fr.ts';
import type { LedgerWords } from './ledger-words.ts';

export const LEDGER_TEXTS: Texts<LedgerWords> = { en: LEDGER_EN, es: LEDGER_ES, fr: LEDGER_FR };
