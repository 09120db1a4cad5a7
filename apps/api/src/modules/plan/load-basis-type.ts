import { type CarryingPeople, TRIGGERS, WORKING_DAYS_A_MONTH } from '@beback/core';
import { builder } from '../../graphql/builder.ts';
import { calendarDays } from '../store/store-rules.ts';
import { CarrierEnum, LeadsOfTriggerType } from './load-type.ts';
import type { LoadBasis } from './test-load.ts';

const CarryingPeopleType = builder.objectRef<CarryingPeople>('CarryingPeople').implement({
  fields: (t) => ({
    carrier: t.expose('carrier', { type: CarrierEnum }),
    count: t.exposeInt('count'),
  }),
});

export const LoadBasisType = builder.objectRef<LoadBasis>('LoadBasis').implement({
  description:
    'What the load of a plan is reckoned with beside its text. `forecastLoad` of `@beback/core` gives by it, for any text, the answer that the server would give.',
  fields: (t) => ({
    now: t.expose('now', { type: 'DateTime' }),
    leadsAMonth: t.field({
      type: [LeadsOfTriggerType],
      resolve: ({ leadsAMonth }) => TRIGGERS.map((trigger) => ({ trigger, count: leadsAMonth[trigger] })),
    }),
    measured: t.exposeBoolean('measured'),
    people: t.field({ type: [CarryingPeopleType], resolve: ({ people }) => [...people] }),
    workingDaysAMonth: t.int({ resolve: () => WORKING_DAYS_A_MONTH }),
    hours: t.field({
      type: 'JSON',
      description: 'The store’s opening hours: `StoreHours` of `@beback/core`.',
      resolve: ({ hours }) => hours,
    }),
    calendarFrom: t.field({
      type: 'Day',
      description: 'The days for which the hours are compiled.',
      resolve: ({ now }) => calendarDays(now).from,
    }),
    calendarTo: t.field({ type: 'Day', resolve: ({ now }) => calendarDays(now).to }),
  }),
});
