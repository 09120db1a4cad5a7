import type { LocalizedText, SurveyPolicy, SurveyQuestion } from '../plan/follow-up-plan.ts';
import type { Id } from '../spine/id.ts';

/** A questionnaire as it is shown: plain data, in every language at once. */
export interface Questionnaire {
  /** The version of the plan that it stands in: answers are understood by the questions that were asked. */
  readonly version: Id<'PlanVersion'>;
  readonly questions: readonly SurveyQuestion[];
  /** What the ends of every scale mean: 1 and the question's `scaleTo`. */
  readonly scaleEnds: { readonly worst: LocalizedText; readonly best: LocalizedText };
  readonly comment: { readonly text: LocalizedText; readonly maxLength: number };
}

const SCALE_ENDS = {
  worst: { en: 'Not at all', es: 'En absoluto', fr: 'Pas du tout' },
  best: { en: 'Very much', es: 'Totalmente', fr: 'Tout à fait' },
} as const satisfies Questionnaire['scaleEnds'];

/** Characters of a comment, counted as JavaScript does. */
export const MAX_COMMENT_LENGTH = 2000;

const COMMENT = {
  text: {
    en: 'Anything you would like to tell us?',
    es: '¿Quiere contarnos algo más?',
    fr: 'Souhaitez-vous nous dire autre chose ?',
  },
  maxLength: MAX_COMMENT_LENGTH,
} as const satisfies Questionnaire['comment'];

/**
 * The questionnaire that a plan asks its buyers: the plan's own questions, kept to few, and a comment.
 *
 * @example
 * const questionnaire = questionnaireOf(plan.survey, plan.version);
 */
export function questionnaireOf(policy: SurveyPolicy, version: Id<'PlanVersion'>): Questionnaire {
  return { version, questions: policy.questions, scaleEnds: SCALE_ENDS, comment: COMMENT };
}
