import { type Reason, reason } from '../spine/reason.ts';
import { nonEmpty, ok, type Result } from '../spine/result.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { SurveyCode } from './reason-texts.ts';

/** Answers to every question of a questionnaire, by question id, and a comment where one was made. */
export interface SurveyAnswers {
  readonly answers: Readonly<Record<string, number>>;
  /** Trimmed; never empty. It goes into an erasable row, not into a fact. */
  readonly comment?: string;
}

/** Why answers are not taken. */
export type SurveyRefusal = Extract<
  SurveyCode,
  `survey.form${string}` | `survey.answer${string}` | `survey.question${string}` | `survey.comment${string}`
>;

/**
 * Reads what a browser sent, `{ answers: { happy: 5, … }, comment?: '…' }`. Every question is answered by a whole number
 * from 1 to its `scaleTo`; the comment is free. Refusals name the question by its id (`data.question`), so that a form
 * can show each where it belongs.
 *
 * @example
 * const parsed = parseAnswers({ answers: { happy: 5, gotWhatYouWanted: 4, recommend: 5 } }, questionnaire);
 */
export function parseAnswers(
  input: unknown,
  questionnaire: Pick<Questionnaire, 'questions' | 'comment'>,
): Result<SurveyAnswers, SurveyRefusal> {
  if (!isRecord(input) || !isRecord(input['answers'])) {
    return { ok: false, refusals: [reason('survey.formMalformed')] };
  }
  const { questions } = questionnaire;
  const given = input['answers'];
  const known = new Set(questions.map(({ id }) => id));
  const unknown = Object.keys(given).filter((id) => !known.has(id)).length;
  const comment = commentOf(input['comment']);
  const refusals = nonEmpty([
    ...questions.flatMap(({ id, scaleTo }) => refusedAnswer(id, ownValue(given, id), scaleTo)),
    ...(unknown > 0 ? [reason<SurveyRefusal>('survey.questionUnknown', { count: unknown })] : []),
    ...refusedComment(comment, questionnaire.comment.maxLength),
  ]);
  if (refusals !== undefined) return { ok: false, refusals };
  const answers = Object.fromEntries(questions.map(({ id }) => [id, ownValue(given, id) as number]));
  return ok({ answers, ...(typeof comment === 'string' && comment !== '' && { comment }) });
}

function refusedAnswer(question: string, answer: unknown, scaleTo: number): readonly Reason<SurveyRefusal>[] {
  if (answer === undefined || answer === null) return [reason('survey.answerMissing', { question })];
  const onScale = typeof answer === 'number' && Number.isInteger(answer) && answer >= 1 && answer <= scaleTo;
  return onScale ? [] : [reason('survey.answerOffScale', { question, scaleTo })];
}

function refusedComment(comment: unknown, maxLength: number): readonly Reason<SurveyRefusal>[] {
  if (typeof comment !== 'string') return [reason('survey.commentMalformed')];
  const { length } = comment;
  return length > maxLength ? [reason('survey.commentTooLong', { length, maxLength })] : [];
}

/** The comment trimmed and without control characters but line breaks; what is no text stays what it is. */
function commentOf(comment: unknown): unknown {
  if (comment === undefined || comment === null) return '';
  if (typeof comment !== 'string') return comment;
  return comment
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
