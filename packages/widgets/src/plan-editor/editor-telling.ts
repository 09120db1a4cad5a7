import type { Locale } from '@beback/client';
import type { FollowUpPlan } from '@beback/core';
import type { PlanTelling } from '../plan/plan-telling.ts';
import type { PlanWords } from '../plan/plan-words.ts';
import type { DocumentPath } from './document-path.ts';
import type { EditorWords } from './editor-words.ts';
import type { PlanCheck } from './plan-check.ts';

/** How the editor writes: the plan's words and its own. */
export interface EditorTelling extends Omit<PlanTelling, 'texts'> {
  readonly texts: PlanWords & EditorWords;
  readonly locale: Locale;
}

/** A text while it is written, and what a form may do to it. */
export interface PlanForm {
  readonly text: FollowUpPlan;
  readonly check: PlanCheck;
  readonly telling: EditorTelling;
  /** Puts a value into the text; undefined takes a field away. @param typing - it is being typed, and one step back */
  put(path: DocumentPath, value: unknown, typing?: boolean): void;
}
