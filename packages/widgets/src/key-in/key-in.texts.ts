import type { Texts } from '../base/locale.ts';
import { KEY_IN_EN } from './key-in.en.ts';
import { KEY_IN_ES } from './key-in.es.ts';
import { KEY_IN_FR } from './key-in.fr.ts';
import type { KeyInWords } from './key-in-words.ts';

export const KEY_IN_TEXTS: Texts<KeyInWords> = { en: KEY_IN_EN, es: KEY_IN_ES, fr: KEY_IN_FR };
