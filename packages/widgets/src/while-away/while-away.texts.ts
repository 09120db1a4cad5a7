import type { Texts } from '../base/locale.ts';
import { WHILE_AWAY_EN } from './while-away.en.ts';
import { WHILE_AWAY_ES } from './while-away.es.ts';
import { WHILE_AWAY_FR } from './while-away.fr.ts';
import type { WhileAwayWords } from './while-away-words.ts';

export const WHILE_AWAY_TEXTS: Texts<WhileAwayWords> = { en: WHILE_AWAY_EN, es: WHILE_AWAY_ES, fr: WHILE_AWAY_FR };
