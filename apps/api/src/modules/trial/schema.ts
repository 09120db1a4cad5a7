import {
  dayOf,
  type PersonKept,
  type QuestionAnswered,
  type Rate,
  TRIAL_VERDICTS,
  type Trial,
  type TrialReport,
  trialPhase,
} from '@beback/core';
import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { clientKey } from '../answer-once.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { beginTrial, endTrial } from './change-trial.ts';
import { loadReport } from './load-report.ts';
import { loadTrial } from './load-trial.ts';

const TrialVerdictEnum = builder.enumType('TrialVerdict', { values: TRIAL_VERDICTS });
const TrialPhaseEnum = builder.enumType('TrialPhase', {
  values: ['running', 'undecided', ...TRIAL_VERDICTS] as const,
  description: 'running; undecided: it is over and waits for the owner; or what the owner said.',
});
const KeepingEnum = builder.enumType('Keeping', { values: ['kept', 'notKept', 'tooLittle'] as const });

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

const QuestionAnsweredType = builder.objectRef<QuestionAnswered>('QuestionAnswered').implement({
  fields: (t) => ({
    questionId: t.exposeString('questionId'),
    answers: t.exposeInt('answers'),
    mean: t.float({ nullable: true, resolve: ({ mean }) => mean ?? null }),
    scaleTo: t.exposeInt('scaleTo'),
    low: t.exposeInt('low', { description: 'Answers so low that somebody had to call.' }),
  }),
});

const TrialReportType = builder
  .objectRef<{ readonly report: TrialReport; readonly zone: string }>('TrialReport')
  .implement({
    description: 'Who kept to the plan, and what customers answered.',
    fields: (t) => ({
      people: t.field({ type: [PersonKeptType], resolve: ({ report }) => [...report.people] }),
      steps: t.field({ type: TrialRateType, resolve: ({ report }) => report.steps }),
      documented: t.field({ type: TrialRateType, resolve: ({ report }) => report.documented }),
      leads: t.int({ resolve: ({ report }) => report.leads }),
      deliveries: t.int({ resolve: ({ report }) => report.deliveries }),
      surveyed: t.field({ type: TrialRateType, resolve: ({ report }) => report.surveyed }),
      questions: t.field({ type: [QuestionAnsweredType], resolve: ({ report }) => [...report.questions] }),
      advice: t.field({ type: ReasonType, resolve: ({ report, zone }) => ({ reason: report.reason, zone }) }),
    }),
  });

interface TrialView {
  readonly trial: Trial;
  readonly rules: StoreRules;
}

const TrialType = builder.objectRef<TrialView>('Trial').implement({
  description: 'A season in which a store lives its plan by hand: automation stays locked until the owner says go.',
  fields: (t) => ({
    from: t.field({ type: 'Day', resolve: ({ trial }) => trial.from }),
    until: t.field({ type: 'Day', resolve: ({ trial }) => trial.until }),
    startedBy: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ trial }, _args, context) => loadMember(context, trial.startedById),
    }),
    phase: t.field({
      type: TrialPhaseEnum,
      resolve: ({ trial, rules }, _args, { resources }) =>
        trialPhase(trial, dayOf(rules.calendar, resources.clock.now())),
    }),
    decidedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ trial }) => trial.decision?.at ?? null }),
    decidedBy: t.field({
      type: MemberType,
      nullable: true,
      resolve: ({ trial }, _args, context) =>
        trial.decision === undefined ? null : loadMember(context, trial.decision.byId),
    }),
    locked: t.field({
      type: ReasonType,
      nullable: true,
      description: 'Why the plan’s texts and mails are not sent; null: they are.',
      resolve: ({ rules }) =>
        rules.automationLock === undefined ? null : { reason: rules.automationLock, zone: rules.zone },
    }),
    report: t.field({
      type: TrialReportType,
      complexity: { field: 50 },
      resolve: async ({ trial, rules }, _args, context) => {
        const { group } = memberOf(context);
        const report = await loadReport(group, group.groupId, rules, trial, context.resources.clock.now());
        return { report, zone: rules.zone };
      },
    }),
  }),
});

builder.queryField('trial', (t) =>
  t.field({
    type: TrialType,
    nullable: true,
    description: 'The store’s latest trial; null when there was none.',
    args: { storeId: t.arg.id({ required: true }) },
    authScopes: (_root, { storeId }) => ({ $all: { capability: 'storeBoard', store: String(storeId) } }),
    resolve: (_root, { storeId }, context) => loadView(context, idOf('Store', storeId)),
  }),
);

const keyed = z.object({ key: clientKey });
const startWish = keyed.extend({ months: z.number().int().min(1, 'from 1 to 12').max(12, 'from 1 to 12').nullish() });

const TrialChangeSuccessType = builder.objectRef<TrialView>('TrialChangeSuccess').implement({
  fields: (t) => ({ trial: t.field({ type: TrialType, resolve: (view) => view }) }),
});

const StartTrialInput = builder.inputType('StartTrialInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    storeId: t.id({ required: true }),
    months: t.int({ description: 'Absent: three.' }),
  }),
});
const DecideTrialInput = builder.inputType('DecideTrialInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    storeId: t.id({ required: true }),
    verdict: t.field({ type: TrialVerdictEnum, required: true }),
  }),
});

builder.mutationField('startTrial', (t) =>
  t.field({
    type: TrialChangeSuccessType,
    errors: {},
    description: 'Begins a trial: the plan’s own texts and mails stay locked until the owner says go.',
    authScopes: (_root, { input }) => ({ $all: { signedIn: true, store: String(input.storeId) } }),
    args: { input: t.arg({ type: StartTrialInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { key, months } = parseInput(startWish, input);
      const storeId = idOf('Store', input.storeId);
      await beginTrial(group, viewer, { key, storeId, months: months ?? undefined }, context.resources.clock.now());
      return changed(context, storeId);
    },
  }),
);

builder.mutationField('decideTrial', (t) =>
  t.field({
    type: TrialChangeSuccessType,
    errors: {},
    description: 'The owner’s word on a trial, signed with the name: go after its last day, no-go at any time.',
    authScopes: (_root, { input }) => ({ $all: { signedIn: true, store: String(input.storeId) } }),
    args: { input: t.arg({ type: DecideTrialInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const storeId = idOf('Store', input.storeId);
      const wish = { ...parseInput(keyed, input), storeId, verdict: input.verdict };
      await endTrial(group, viewer, wish, context.resources.clock.now());
      return changed(context, storeId);
    },
  }),
);

async function loadView(context: RequestContext, storeId: string): Promise<TrialView | null> {
  const { group } = memberOf(context);
  const trial = await loadTrial(group, group.groupId, storeId);
  const rules = await loadStoreRules(group, group.groupId, storeId, context.resources.clock.now());
  return trial === undefined || rules === undefined ? null : { trial, rules };
}

async function changed(context: RequestContext, storeId: string): Promise<TrialView> {
  const view = await loadView(context, storeId);
  if (view === null) throw new NotFoundError('Trial');
  return view;
}
