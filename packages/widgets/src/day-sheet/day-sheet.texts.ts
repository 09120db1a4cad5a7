import type { Texts } from '../base/locale.ts';
import { DAY_SHEET_EN } from './day-sheet.en.ts';
import { DAY_SHEET_ES } from './day-sheet.es.ts';
import { DAY_SHEET_FR } from './day-sheet.fr.ts';
import type { DaySheetWords } from './day-sheet-words.ts';

export const DAY_SHEET_TEXTS: Texts<DaySheetWords> = { en: DAY_SHEET_EN, es: DAY_SHEET_ES, fr: DAY_SHEET_FR };
