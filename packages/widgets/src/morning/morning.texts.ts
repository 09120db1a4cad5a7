import type { Texts } from '../base/locale.ts';
import { MORNING_EN } from './morning.en.ts';
import { MORNING_ES } from './morning.es.ts';
import { MORNING_FR } from './morning.fr.ts';
import type { MorningWords } from './morning-words.ts';

export const MORNING_TEXTS: Texts<MorningWords> = { en: MORNING_EN, es: MORNING_ES, fr: MORNING_FR };
