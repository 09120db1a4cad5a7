import type { Texts } from '../base/locale.ts';
import { PLAN_EN } from './plan.en.ts';
import { PLAN_ES } from './plan.es.ts';
import { PLAN_FR } from './plan.fr.ts';
import type { PlanWords } from './plan-words.ts';

export const PLAN_TEXTS: Texts<PlanWords> = { en: PLAN_EN, es: PLAN_ES, fr: PLAN_FR };
