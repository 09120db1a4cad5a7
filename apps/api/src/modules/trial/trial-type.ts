import { dayNumber, dayOf, planAt, reportOf, TRIAL_VERDICTS, type Trial, trialPhase } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { builder } from '../../graphql/builder.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { loadMember, MemberType } from '../member/schema.ts';
import { calendarSince, type StoreRules } from '../store/store-rules.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import { loadFigures } from './load-figures.ts';
import { loadWaiting, type Waiting } from './load-waiting.ts';
import { TrialReportType } from './report-type.ts';

export const TrialVerdictEnum = builder.enumType('TrialVerdict', { values: TRIAL_VERDICTS });
const TrialPhaseEnum = builder.enumType('TrialPhase', {
  values: ['running', 'undecided', ...TRIAL_VERDICTS] as const,
  description: 'running; undecided: it is over and waits for the owner; or what the owner said.',
});

const WaitingType = builder.objectRef<Waiting>('AutomationWaiting').implement({
  description: 'What automation has open. Contact law and the customer’s word are asked again when it is sent.',
  fields: (t) => ({
    texts: t.exposeInt('texts'),
    emails: t.exposeInt('emails'),
    late: t.exposeInt('late', { description: 'What is late by now: it is not sent any more.' }),
  }),
});

/** A trial of a store. */
export interface TrialView {
  readonly trial: Trial;
  readonly rules: StoreRules;
}

const WHY = statement(
  'the word on a trial',
  'select text_sealed as "textSealed" from note where group_id = $1 and fact_id = $2',
);

async function sealedWhy(runner: SqlRunner, groupId: string, factId: string): Promise<Uint8Array | undefined> {
  const [row] = await runner.sql<{ readonly textSealed: Uint8Array }>(WHY, [groupId, factId]);
  return row?.textSealed;
}

export const TrialType = builder.objectRef<TrialView>('Trial').implement({
  description: 'A season in which a store lives its plan by hand: automation stays locked until the owner says go.',
  fields: (t) => ({
    from: t.field({ type: 'Day', resolve: ({ trial }) => trial.from }),
    until: t.field({ type: 'Day', resolve: ({ trial }) => trial.until }),
    day: t.int({
      description: 'Which of its days it is, from 1; of one that is over, the last.',
      resolve: ({ trial, rules }, _args, { resources }) => {
        const ended = dayOf(calendarSince(rules, trial.from), trial.decision?.at ?? resources.clock.now());
        const isOver = ended > trial.until;
        return dayNumber(isOver ? trial.until : ended) - dayNumber(trial.from) + 1;
      },
    }),
    days: t.int({
      description: 'How many days it lasts.',
      resolve: ({ trial }) => dayNumber(trial.until) - dayNumber(trial.from) + 1,
    }),
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
    decidedWhy: t.string({
      nullable: true,
      description: 'The owner’s own words.',
      resolve: async ({ trial }, _args, context) => {
        const { groupId } = memberOf(context).group;
        const sealed = trial.decision && (await sealedWhy(memberOf(context).group, groupId, trial.decision.factId));
        return sealed === undefined ? null : context.resources.seal.open(groupId, NOTE_FIELD, sealed);
      },
    }),
    locked: t.field({
      type: ReasonType,
      nullable: true,
      description: 'Why the plan’s texts and mails are not sent; null: they are.',
      resolve: ({ rules }) =>
        rules.automationLock === undefined ? null : { reason: rules.automationLock, zone: rules.zone },
    }),
    waiting: t.field({
      type: WaitingType,
      nullable: true,
      complexity: { field: 10 },
      description: 'What go would set going; null where automation is not locked.',
      resolve: ({ rules }, _args, context) => {
        const { group } = memberOf(context);
        if (rules.automationLock === undefined) return null;
        return loadWaiting(group, group.groupId, rules.storeId, context.resources.clock.now());
      },
    }),
    report: t.field({
      type: TrialReportType,
      complexity: { field: 50 },
      description: 'As it stands; of a trial that was decided, as it stood then.',
      resolve: async ({ trial, rules }, _args, context) => {
        const { group } = memberOf(context);
        const figures = await loadFigures(group, group.groupId, rules, trial, context.resources.clock.now());
        const { questions } = planAt(rules.plans, trial.startedAt).survey;
        return { report: reportOf(figures), zone: rules.zone, questions };
      },
    }),
  }),
});
