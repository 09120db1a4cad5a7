import type { Texts } from '../base/locale.ts';
import { PLAN_EN } from '../plan/plan.en.ts';
import { PLAN_ES } from '../plan/plan.es.ts';
import { PLAN_FR } from '../plan/plan.fr.ts';
import type { PlanWords } from '../plan/plan-words.ts';
import type { EditorWords } from './editor-words.ts';
import { PLAN_EDITOR_EN } from './plan-editor.en.ts';
import { PLAN_EDITOR_ES } from './plan-editor.es.ts';
import { PLAN_EDITOR_FR } from './plan-editor.fr.ts';

export const PLAN_EDITOR_TEXTS: Texts<PlanWords & EditorWords> = {
  en: { ...PLAN_EN, ...PLAN_EDITOR_EN },
  es: { ...PLAN_ES, ...PLAN_EDITOR_ES },
  fr: { ...PLAN_FR, ...PLAN_EDITOR_FR },
};
