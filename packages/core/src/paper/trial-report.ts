import { type MeasureRow, sumRowsBy } from '../measures/measure-row.ts';
import { type Measures, sumMeasures } from '../measures/measures.ts';
import { type Rate, rate } from '../measures/rate.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import { compareText } from '../spine/compare-text.ts';
import type { SurveyAnswered } from '../spine/fact.ts';
import type { Id } from '../spine/id.ts';
import { type Reason, reason } from '../spine/reason.ts';
import type {
  Counted,
  Keeping,
  PersonFigures,
  QuestionFigures,
  TrialAdvice,
  TrialFigures,
} from '../spine/trial-facts.ts';
import type { PaperCode } from './reason-texts.ts';

/**
 * From this share of done steps on somebody kept to the plan. Of calls that are looked for by nobody, 2 to 10 % are missed by
 * honest people too. Documented calls are held to the plan's own standard.
 */
export const KEPT_FROM = 0.9;

/** One person's trial. */
export interface PersonKept {
  readonly memberId: Id<'Member'>;
  /** Steps of the plan that were due, by whatever channel, and how many of them were done. */
  readonly steps: Rate;
  /** Calls that were said to be made, and how many of them records show. */
  readonly documented: Rate;
  readonly keeping: Keeping;
}

/** What customers answered to one question. */
export interface QuestionAnswered {
  readonly questionId: string;
  readonly answers: number;
  /** Absent without an answer. */
  readonly mean?: number;
  readonly scaleTo: number;
  /** How many answers were so low that somebody had to call. */
  readonly low: number;
}

/** What an owner decides by. */
export interface TrialReport {
  /** Who had anything to do, by id. */
  readonly people: readonly PersonKept[];
  readonly steps: Rate;
  readonly documented: Rate;
  readonly leads: number;
  readonly deliveries: number;
  /** Buyers who answered the survey, of those who were asked. */
  readonly surveyed: Rate;
  readonly questions: readonly QuestionAnswered[];
  /** Whether everybody kept to it: no more than a word to the owner, who decides. */
  readonly advice: TrialAdvice;
  readonly reason: Reason<PaperCode>;
}

/**
 * Counts a trial: who kept to the plan, what customers answered. A decision keeps what was counted then.
 *
 * @param rows - counted days of the trial, of one store; rows of nobody (what the server did) count for no person
 * @param surveys - answers given during the trial
 * @param plan - the one under which the trial began: its standards are what people were held to
 *
 * @example
 * const report = reportOf(trialFigures(rows, surveys, plan));
 */
export function trialFigures(
  rows: readonly MeasureRow[],
  surveys: readonly SurveyAnswered[],
  plan: Pick<CompiledPlan, 'standards' | 'survey'>,
): TrialFigures {
  const people = [...sumRowsBy(rows, ({ memberId }) => memberId)]
    .flatMap(([memberId, measures]) => (memberId === undefined ? [] : [personOf(memberId, measures, plan)]))
    .filter(({ steps, documented }) => steps.of > 0 || documented.of > 0)
    .sort((a, b) => compareText(a.memberId, b.memberId));
  const total = sumMeasures(rows.map(({ measures }) => measures));
  const ofPeople = sumMeasures(rows.flatMap(({ memberId, measures }) => (memberId === undefined ? [] : [measures])));
  const notKept = people.some(({ keeping }) => keeping === 'notKept');
  return {
    people,
    steps: stepsOf(ofPeople),
    documented: documentedOf(ofPeople),
    leads: total.leads,
    deliveries: total.deliveries,
    // Who was asked before the trial may answer during it.
    surveyed: { done: total.surveysAnswered, of: Math.max(total.surveysAnswered, total.surveysInvited) },
    questions: plan.survey.questions.map(({ id, scaleTo }) => answersTo(id, scaleTo, surveys, plan)),
    advice: judged(people) === 0 ? 'tooLittle' : notKept ? 'noGo' : 'go',
  };
}

const ADVICE_CODES = { tooLittle: 'trial.tooLittle', go: 'trial.allKept', noGo: 'trial.someDidNot' } as const;

/**
 * What was counted, as shares with their 95 % intervals, and one sentence of advice.
 *
 * @example
 * const { people, advice } = reportOf(decided.data.figures);
 */
export function reportOf(figures: TrialFigures): TrialReport {
  const { people, advice } = figures;
  const count = people.filter(({ keeping }) => keeping === 'notKept').length;
  return {
    ...figures,
    people: people.map((person) => ({
      ...person,
      steps: rateOf(person.steps),
      documented: rateOf(person.documented),
    })),
    steps: rateOf(figures.steps),
    documented: rateOf(figures.documented),
    surveyed: rateOf(figures.surveyed),
    questions: figures.questions.map(({ sum, ...question }) => ({
      ...question,
      ...(question.answers > 0 && { mean: sum / question.answers }),
    })),
    reason: reason(ADVICE_CODES[advice], { count, of: judged(people) }),
  };
}

/** How many people there is enough to judge of. */
function judged(people: readonly PersonFigures[]): number {
  return people.filter(({ keeping }) => keeping !== 'tooLittle').length;
}

function personOf(
  memberId: Id<'Member'>,
  measures: Measures,
  { standards }: Pick<CompiledPlan, 'standards'>,
): PersonFigures {
  const [steps, documented] = [stepsOf(measures), documentedOf(measures)];
  const keeping = keepingOf(rateOf(steps), rateOf(documented), standards.documentedShareAlarm);
  return { memberId, steps, documented, keeping };
}

function keepingOf(steps: Rate, documented: Rate, alarm: number): Keeping {
  if (steps.kind === 'tooLittle') return 'tooLittle';
  const shown = documented.kind === 'tooLittle' || documented.share >= alarm;
  return steps.share >= KEPT_FROM && shown ? 'kept' : 'notKept';
}

function stepsOf(measures: Measures): Counted {
  const { callStepsDone, emailStepsDone, textStepsDone, callStepsDue, emailStepsDue, textStepsDue } = measures;
  return { done: callStepsDone + emailStepsDone + textStepsDone, of: callStepsDue + emailStepsDue + textStepsDue };
}

function documentedOf({ documented, notDocumented }: Measures): Counted {
  return { done: documented, of: documented + notDocumented };
}

function rateOf({ done, of }: Counted): Rate {
  return rate(done, of);
}

function answersTo(
  questionId: string,
  scaleTo: number,
  surveys: readonly SurveyAnswered[],
  { survey }: Pick<CompiledPlan, 'survey'>,
): QuestionFigures {
  const given = surveys.flatMap(({ data }) => data.answers[questionId] ?? []);
  return {
    ...{ questionId, scaleTo, answers: given.length },
    sum: given.reduce((total, answer) => total + answer, 0),
    low: given.filter((answer) => answer <= survey.lowAnswer).length,
  };
}
