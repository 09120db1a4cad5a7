import { expect, it } from 'vitest';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import { vectors } from '../../test/support/vectors.ts';
import { defaultPlan } from '../plan/default-plan.ts';
import { LOCALES } from '../spine/reason-texts.ts';
import { isLow, recoveryReason } from './low-answer.ts';
import { parseAnswers, type SurveyAnswers } from './parse-answers.ts';
import { MAX_COMMENT_LENGTH, questionnaireOf } from './questionnaire.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const plan = defaultPlan();
const questionnaire = questionnaireOf(plan.survey, plan.version);

interface AnswersRow {
  readonly it: string;
  readonly input: unknown;
  readonly expected?: SurveyAnswers;
  readonly low?: boolean;
  readonly refusals?: readonly (readonly [code: string, question: string | null])[];
}

it.each(vectors<AnswersRow>('survey', 'answers'))('$it', ({ input, expected, low, refusals }) => {
  const parsed = parseAnswers(input, questionnaire);
  if (parsed.ok) {
    expect(parsed.value).toEqual(expected);
    expect(isLow(parsed.value.answers, plan.survey)).toBe(low);
    return;
  }
  expect(parsed.refusals.map(({ code, data }) => [code, data['question'] ?? null])).toEqual(refusals);
  for (const each of parsed.refusals) expectRenderable(REASON_TEXTS, each);
});

it('takes a comment of the greatest length and refuses one character more', () => {
  const answers = { happy: 5, gotWhatYouWanted: 5, recommend: 5 };
  expect(parseAnswers({ answers, comment: 'é'.repeat(MAX_COMMENT_LENGTH) }, questionnaire).ok).toBe(true);
  const parsed = parseAnswers({ answers, comment: 'é'.repeat(MAX_COMMENT_LENGTH + 1) }, questionnaire);
  expect(parsed.ok ? [] : parsed.refusals).toMatchObject([
    { code: 'survey.commentTooLong', data: { length: MAX_COMMENT_LENGTH + 1, maxLength: MAX_COMMENT_LENGTH } },
  ]);
});

it('is not misled by names that every object has', () => {
  const inherited = { ...questionnaire, questions: [{ id: 'constructor', text: { en: '?' }, scaleTo: 5 }] };
  const parsed = parseAnswers({ answers: {} }, inherited);
  expect(parsed.ok ? [] : parsed.refusals.map(({ code }) => code)).toEqual(['survey.answerMissing']);
  const sent = JSON.parse('{"answers":{"happy":5,"gotWhatYouWanted":5,"recommend":5,"__proto__":1}}');
  expect(parseAnswers(sent, questionnaire).ok).toBe(false);
});

it.each([
  [{ happy: 2, recommend: 5 }, 'happy', 2, 1],
  [{ recommend: 1, happy: 2 }, 'recommend', 1, 2],
  [{ recommend: 2, happy: 2 }, 'happy', 2, 2],
  [{ gotWhatYouWanted: 2, happy: 2 }, 'happy', 2, 2],
] as const)('gives the lowest of %j as the reason to recover', (answers, question, answer, count) => {
  const why = recoveryReason(answers, plan.survey);
  expect(why).toMatchObject({ code: 'survey.lowAnswer', data: { question, answer, scaleTo: 5, count } });
  if (why !== undefined) expectRenderable(REASON_TEXTS, why);
});

it('names the scale of the very question', () => {
  const [first, ...others] = plan.survey.questions;
  if (first === undefined) throw new Error('expected questions');
  const policy = { ...plan.survey, questions: [first, ...others.map((question) => ({ ...question, scaleTo: 10 }))] };
  expect(recoveryReason({ recommend: 1 }, policy)?.data).toMatchObject({ question: 'recommend', scaleTo: 10 });
  expect(recoveryReason({ happy: 1 }, policy)?.data).toMatchObject({ question: 'happy', scaleTo: 5 });
});

it('sees nothing to recover where no answer is low', () => {
  expect(recoveryReason({ happy: 3, recommend: 5 }, plan.survey)).toBeUndefined();
  expect(recoveryReason({}, plan.survey)).toBeUndefined();
});

it('shows three questions, the ends of their scales and a comment in every language, under the plan’s version', () => {
  expect(questionnaire.version).toBe(plan.version);
  expect(questionnaire.questions).toHaveLength(3);
  const texts = [
    ...questionnaire.questions.map(({ text }) => text),
    questionnaire.scaleEnds.worst,
    questionnaire.scaleEnds.best,
    questionnaire.comment.text,
  ];
  for (const text of texts) for (const locale of LOCALES) expect(text[locale]).toMatch(/\S/);
});

it('says every reason of this folder in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
});
