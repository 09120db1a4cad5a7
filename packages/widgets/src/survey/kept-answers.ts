import { KeptList } from '../base/kept-list.ts';
import type { SurveyDraft } from './survey-draft.ts';

/** As long as a link may be opened again with some likelihood; somebody else's device keeps nothing for ever. */
const KEPT_FOR_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/** Answers that were handed in and held back, with the token of the link that they belong to. */
export interface KeptAnswers {
  readonly token: string;
  readonly draft: SurveyDraft;
  readonly at: number;
}

export const KEPT_ANSWERS = new KeptList<KeptAnswers>('beback:survey', KEPT_FOR_MILLISECONDS, ({ token }) => token);
