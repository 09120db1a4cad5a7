import type { Texts } from '../base/locale.ts';
import { TRIAL_EN } from './trial.en.ts';
import { TRIAL_ES } from './trial.es.ts';
import { TRIAL_FR } from './trial.fr.ts';
import type { TrialWords } from './trial-words.ts';

export const TRIAL_TEXTS: Texts<TrialWords> = { en: TRIAL_EN, es: TRIAL_ES, fr: TRIAL_FR };
