import {
  type FollowUpPlan,
  KEEPINGS,
  type Locale,
  type PersonKept,
  type QuestionAnswered,
  type Rate,
  type TrialReport,
} from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { LocaleEnum } from '../../graphql/enums.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { loadMember, MemberType } from '../member/schema.ts';

const KeepingEnum = builder.enumType('Keeping', { values: KEEPINGS });

const TrialRateType = builder.objectRef<Rate>('TrialRate').implement({
  description: 'A share, 0 to 1, with its 95 % interval (Wilson); of fewer than ten cases the counts alone.',
  fields: (t) => ({
    done: t.exposeInt('done'),
    of: t.exposeInt('of'),
    share: t.float({ nullable: true, resolve: (rate) => (rate.kind === 'rate' ? rate.share : null) }),
    low: t.float({ nullable: true, resolve: (rate) => (rate.kind === 'rate' ? rate.low : null) }),
    high: t.float({ nullable: true, resolve: (rate) => (rate.kind === 'rate' ? rate.high : null) }),
  }),
});

const PersonKeptType = builder.objectRef<PersonKept>('PersonKept').implement({
  description: 'How one person lived the plan.',
  fields: (t) => ({
    member: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ memberId }, _args, context) => loadMember(context, memberId),
    }),
    steps: t.field({
      type: TrialRateType,
      description: 'Steps done, of those that were due.',
      resolve: ({ steps }) => steps,
    }),
    documented: t.field({
      type: TrialRateType,
      description: 'Calls that records show, of those that were said to be made.',
      resolve: ({ documented }) => documented,
    }),
    keeping: t.expose('keeping', { type: KeepingEnum }),
  }),
});

type Question = FollowUpPlan['survey']['questions'][number];

const QuestionAnsweredType = builder
  .objectRef<QuestionAnswered & { readonly asked: Question | undefined }>('QuestionAnswered')
  .implement({
    fields: (t) => ({
      questionId: t.exposeString('questionId'),
      text: t.string({
        description: 'As the plan asks it under which the trial began.',
        args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en' }) },
        resolve: ({ asked, questionId }, { locale }) => textIn(asked, locale ?? 'en') ?? questionId,
      }),
      answers: t.exposeInt('answers'),
      mean: t.float({ nullable: true, resolve: ({ mean }) => mean ?? null }),
      scaleTo: t.exposeInt('scaleTo'),
      low: t.exposeInt('low', { description: 'Answers so low that somebody had to call.' }),
    }),
  });

function textIn(question: Question | undefined, locale: Locale): string | undefined {
  return question?.text[locale] ?? question?.text.en;
}

/** A report with what it takes to put it in words. */
export interface ReportView {
  readonly report: TrialReport;
  readonly zone: string;
  readonly questions: readonly Question[];
}

export const TrialReportType = builder.objectRef<ReportView>('TrialReport').implement({
  description: 'Who kept to the plan, and what customers answered.',
  fields: (t) => ({
    people: t.field({ type: [PersonKeptType], resolve: ({ report }) => [...report.people] }),
    steps: t.field({ type: TrialRateType, resolve: ({ report }) => report.steps }),
    documented: t.field({ type: TrialRateType, resolve: ({ report }) => report.documented }),
    leads: t.int({ resolve: ({ report }) => report.leads }),
    deliveries: t.int({ resolve: ({ report }) => report.deliveries }),
    surveyed: t.field({ type: TrialRateType, resolve: ({ report }) => report.surveyed }),
    questions: t.field({
      type: [QuestionAnsweredType],
      resolve: ({ report, questions }) =>
        report.questions.map((each) => ({ ...each, asked: questions.find(({ id }) => id === each.questionId) })),
    }),
    advice: t.field({ type: ReasonType, resolve: ({ report, zone }) => ({ reason: report.reason, zone }) }),
  }),
});
