import type { Texts } from '../base/locale.ts';
import { BOARD_EN } from './board.en.ts';
import { BOARD_ES } from './board.es.ts';
import { BOARD_FR } from './board.fr.ts';
import type { BoardWords } from './board-words.ts';

export const BOARD_TEXTS: Texts<BoardWords> = { en: BOARD_EN, es: BOARD_ES, fr: BOARD_FR };
