import { dayNumber, dayOf, planAt, reportOf, TRIAL_VERDICTS, type Trial, trialPhase } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import { calendarSince, type StoreRules } from '../store/store-rules.ts';
import { loadFigures } from './load-figures.ts';
import { loadWaiting, type Waiting } from './load-waiting.ts';
import { loadSigner, loadWhy, type TrialSigner } from './load-word.ts';
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

const TrialSignerType = builder.objectRef<TrialSigner>('TrialSigner').implement({
  description: 'By name to everybody who reads the trial.',
  fields: (t) => ({ name: t.exposeString('name') }),
});

/** A trial of a store. */
export interface TrialView {
  readonly trial: Trial;
  readonly rules: StoreRules;
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
      type: TrialSignerType,
      nullable: true,
      resolve: ({ trial }, _args, context) => {
        const { group } = memberOf(context);
        return loadSigner(group, group.groupId, trial.startedById);
      },
    }),
    phase: t.field({
      type: TrialPhaseEnum,
      resolve: ({ trial, rules }, _args, { resources }) =>
        trialPhase(trial, dayOf(rules.calendar, resources.clock.now())),
    }),
    decidedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ trial }) => trial.decision?.at ?? null }),
    decidedBy: t.field({
      type: TrialSignerType,
      nullable: true,
      resolve: ({ trial: { decision } }, _args, context) => {
        const { group } = memberOf(context);
        return decision === undefined ? null : loadSigner(group, group.groupId, decision.byId);
      },
    }),
    decidedWhy: t.string({
      nullable: true,
      description: 'The owner’s own words.',
      resolve: ({ trial: { decision } }, _args, context) => {
        const { group } = memberOf(context);
        return decision === undefined ? null : loadWhy(group, group.groupId, context.resources.seal, decision.factId);
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
