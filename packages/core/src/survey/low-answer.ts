import type { SurveyPolicy } from '../plan/follow-up-plan.ts';
import { type Reason, reason } from '../spine/reason.ts';
import type { SurveyCode } from './reason-texts.ts';

/**
 * Whether any answer is so low that somebody should call the buyer. Answers to questions no longer asked count too.
 *
 * @example
 * isLow({ happy: 2, recommend: 5 }, plan.survey); // true by the default plan
 */
export function isLow(answers: Readonly<Record<string, number>>, policy: SurveyPolicy): boolean {
  return lowAnswers(answers, policy).length > 0;
}

/**
 * Why to recover a buyer, naming the lowest answer (of equal ones that of the first question), or undefined.
 *
 * @example
 * recoveryReason({ happy: 2, recommend: 5 }, plan.survey); // 'survey.lowAnswer' { question: 'happy', answer: 2, … }
 */
export function recoveryReason(
  answers: Readonly<Record<string, number>>,
  policy: SurveyPolicy,
): Reason<SurveyCode> | undefined {
  const low = lowAnswers(answers, policy);
  const places = new Map(policy.questions.map(({ id }, place) => [id, place]));
  const placeOf = (question: string) => places.get(question) ?? policy.questions.length;
  const [lowest] = low.toSorted(([q1, a1], [q2, a2]) => a1 - a2 || placeOf(q1) - placeOf(q2) || (q1 < q2 ? -1 : 1));
  if (lowest === undefined) return undefined;
  const [question, answer] = lowest;
  const scaleTo = policy.questions.find(({ id }) => id === question)?.scaleTo ?? answer;
  return reason('survey.lowAnswer', { question, answer, scaleTo, count: low.length });
}

function lowAnswers(
  answers: Readonly<Record<string, number>>,
  policy: SurveyPolicy,
): readonly (readonly [question: string, answer: number])[] {
  return Object.entries(answers).filter(([, answer]) => answer <= policy.lowAnswer);
}
