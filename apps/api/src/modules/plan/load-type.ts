import {
  CARRIERS,
  type CarrierForecast,
  type DailyLoad,
  type DayLoad,
  type LoadRange,
  type LoadSplit,
  PEOPLE_CARRIERS,
  type PeopleCarrier,
  type PeopleForecast,
  TRIGGERS,
  type Trigger,
} from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import type { LoadTest } from './test-load.ts';

// Figures of one reckoning: a field more costs nothing.
const FREE = { complexity: 0 } as const;

export const TriggerEnum = builder.enumType('Trigger', {
  values: TRIGGERS,
  description: 'What begins an action plan.',
});
export const CarrierEnum = builder.enumType('Carrier', {
  values: CARRIERS,
  description: 'Who carries steps: people of a department, the managers, the server.',
});

const DailyLoadType = builder.objectRef<DailyLoad>('DailyLoad').implement({
  description: 'Tasks in a day, calls among them. Averages, hence fractions.',
  fields: (t) => ({
    tasks: t.exposeFloat('tasks', FREE),
    calls: t.exposeFloat('calls', FREE),
  }),
});

const LoadRangeType = builder.objectRef<LoadRange>('LoadRange').implement({
  fields: (t) => ({
    atMost: t.expose('atMost', {
      type: DailyLoadType,
      ...FREE,
      description: 'Nothing stops a step and nobody buys: it gates activation.',
    }),
    expected: t.expose('expected', {
      type: DailyLoadType,
      ...FREE,
      description: 'With the stops of the plan and with customers who buy, by published rates.',
    }),
  }),
});

const DayLoadType = builder.objectRef<DayLoad>('DayLoad').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Day', ...FREE }),
    load: t.field({ type: LoadRangeType, ...FREE, resolve: (load) => load }),
  }),
});

/** A weekday's mean load, Monday = 1. */
interface WeekdayLoad {
  readonly weekday: number;
  readonly load: LoadRange;
}

const WeekdayLoadType = builder.objectRef<WeekdayLoad>('WeekdayLoad').implement({
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { ...FREE, description: 'Monday = 1 … Sunday = 7.' }),
    load: t.expose('load', { type: LoadRangeType, ...FREE }),
  }),
});

interface PeopleLoad extends PeopleForecast {
  readonly carrier: PeopleCarrier;
}

const PeopleLoadType = builder.objectRef<PeopleLoad>('PeopleLoad').implement({
  description: 'What a plan asks of one kind of people, beside what they get done.',
  fields: (t) => ({
    carrier: t.expose('carrier', { type: CarrierEnum, ...FREE }),
    people: t.exposeInt('people', { ...FREE, description: 'How many they are.' }),
    capacity: t.expose('capacity', { type: DailyLoadType, ...FREE, description: 'Of all of them in a day.' }),
    load: t.expose('load', {
      type: LoadRangeType,
      ...FREE,
      description: 'Of all of them on a working day, once the plan has run for long.',
    }),
    perPerson: t.field({
      type: LoadRangeType,
      nullable: true,
      ...FREE,
      resolve: ({ perPerson }) => perPerson ?? null,
    }),
    firstDayOver: t.field({
      type: 'Day',
      nullable: true,
      ...FREE,
      description: 'The first day that asks for more tasks at most than they get done.',
      resolve: ({ firstDayOver }) => firstDayOver.tasks ?? null,
    }),
    firstDayOverInCalls: t.field({
      type: 'Day',
      nullable: true,
      ...FREE,
      resolve: ({ firstDayOver }) => firstDayOver.calls ?? null,
    }),
    overSteps: t.stringList({
      ...FREE,
      description: 'The steps that are too many: without them the plan fits.',
      resolve: ({ overSteps }) => [...new Set([...overSteps.tasks, ...overSteps.calls])],
    }),
    series: t.field({
      type: [DayLoadType],
      ...FREE,
      description: 'Day by day from today on, while the steps set in; closed days included.',
      resolve: ({ series }) => [...series],
    }),
    weekdays: t.field({ type: [WeekdayLoadType], ...FREE, resolve: weekdaysOf }),
  }),
});

function weekdaysOf({ weekdays }: CarrierForecast): WeekdayLoad[] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, load: weekdays[weekday] }));
}

const LoadSplitType = builder.objectRef<LoadSplit>('LoadSplit').implement({
  description: 'Tasks on a working day by who does them.',
  fields: (t) => ({
    people: t.exposeFloat('people', FREE),
    managers: t.exposeFloat('managers', FREE),
    automation: t.exposeFloat('automation', FREE),
  }),
});

export const LeadsOfTriggerType = builder
  .objectRef<{ readonly trigger: Trigger; readonly count: number }>('LeadsOfTrigger')
  .implement({
    fields: (t) => ({
      trigger: t.expose('trigger', { type: TriggerEnum, ...FREE }),
      count: t.exposeFloat('count', { ...FREE, description: 'A month.' }),
    }),
  });

/** A load test with the zone in which its reasons' times are told. */
export interface PlanLoadView extends LoadTest {
  readonly zone: string;
}

export const PlanLoadType = builder.objectRef<PlanLoadView>('PlanLoad').implement({
  description: 'The load of a plan before it goes live, on the people whom the store has today.',
  fields: (t) => ({
    fits: t.boolean({ ...FREE, resolve: ({ forecast }) => forecast.verdict.ok }),
    refusals: t.field({
      type: [ReasonType],
      ...FREE,
      description: 'Why it does not fit: who, how much, from which day on; then each step that is too many.',
      resolve: ({ forecast: { verdict }, zone }) =>
        verdict.ok ? [] : verdict.refusals.map((reason) => ({ reason, zone })),
    }),
    measured: t.exposeBoolean('measured', {
      ...FREE,
      description: 'Nobody named the leads of a month: those of the last 30 days stand for them.',
    }),
    leadsAMonth: t.field({
      type: [LeadsOfTriggerType],
      ...FREE,
      resolve: ({ leadsAMonth }) => TRIGGERS.map((trigger) => ({ trigger, count: leadsAMonth[trigger] })),
    }),
    people: t.field({
      type: [PeopleLoadType],
      ...FREE,
      resolve: ({ forecast }) => PEOPLE_CARRIERS.map((carrier) => ({ ...forecast.people[carrier], carrier })),
    }),
    atMost: t.field({ type: LoadSplitType, ...FREE, resolve: ({ forecast }) => forecast.split.atMost }),
    expected: t.field({ type: LoadSplitType, ...FREE, resolve: ({ forecast }) => forecast.split.expected }),
  }),
});
