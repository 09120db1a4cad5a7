import { expect, it } from 'vitest';
import { forecastFrom, makeAssumptions, walkInPlan } from '../../test/support/forecast.ts';
import type { FollowUpRates, TriggerRates } from './follow-up-rates.ts';
import type { LoadAssumptions } from './load-assumptions.ts';

const GIVEN = makeAssumptions({ walkIn: 22 });
const ONE = { carrier: 'sales', count: 1 } as const;

it('names the figure that cannot be', () => {
  const given = makeAssumptions({ walkIn: 22 });
  const of = (changes: Partial<LoadAssumptions>) => () => forecastFrom(walkInPlan({}), { ...given, ...changes });
  expect(of({ leadsAMonth: { ...given.leadsAMonth, lost: -1 } })).toThrow(
    'forecastLoad: leadsAMonth.lost is -1; allowed: a number from 0 to 1000000',
  );
  expect(of({ leadsAMonth: { ...given.leadsAMonth, sold: Number.NaN } })).toThrow(/leadsAMonth.sold is NaN/);
  expect(of({ workingDaysAMonth: 0 })).toThrow(/workingDaysAMonth is 0; allowed: a number from 1 to 31/);
  expect(of({ people: [{ carrier: 'sales', count: -2 }] })).toThrow(/people\[0\].count is -2/);
  expect(of({ people: [{ carrier: 'bdc', count: 1, capacity: { tasks: 1, calls: -1 } }] })).toThrow(
    /people\[0\].capacity.calls is -1/,
  );
  expect(of({ rates: { ...given.rates, callsThatConnect: 27.6 } })).toThrow(/callsThatConnect is 27.6/);
  const walkIn = { contact: 1, appointment: 0.7, notInterested: 0.4, closing: [] };
  expect(of({ rates: { ...given.rates, byTrigger: { ...given.rates.byTrigger, walkIn } } })).toThrow(
    /byTrigger.walkIn.notInterested is 0.4/,
  );
  const turned = { ...walkIn, notInterested: 0, closing: [{ fromDay: 4, untilDay: 3, share: 0.1 }] };
  expect(of({ rates: { ...given.rates, byTrigger: { ...given.rates.byTrigger, walkIn: turned } } })).toThrow(
    /closing\[0\].untilDay is 3; allowed: a number from 4/,
  );
  const closing = [
    { fromDay: 0, untilDay: 3, share: 0.6 },
    { fromDay: 4, untilDay: 7, share: 0.5 },
  ];
  const tooMany = { ...walkIn, notInterested: 0, closing };
  expect(of({ rates: { ...given.rates, byTrigger: { ...given.rates.byTrigger, walkIn: tooMany } } })).toThrow(
    /byTrigger.walkIn.closing\[1\].share is 0.5/,
  );
});

it.each<[string, number, Partial<TriggerRates>]>([
  ['contact', 1.1, { contact: 1.1 }],
  ['appointment', -0.1, { appointment: -0.1 }],
  ['notInterested', 0.31, { appointment: 0.7, notInterested: 0.31 }],
  ['confirmed', 0.2, { appointment: 0.5, notInterested: 0.4, confirmed: 0.2 }],
  ['shown', 2, { shown: 2 }],
  ['closing[0].share', -0.1, { closing: [{ fromDay: 0, untilDay: 3, share: -0.1 }] }],
])('refuses a share %s of %d that no customers of a trigger can have', (field, value, changes) => {
  expect(() => forecastWith({ rates: ratesOf(changes) })).toThrow(
    `rates.byTrigger.walkIn.${field} is ${value}; allowed:`,
  );
});

it('says how much of all customers is left where the parts are more than the whole', () => {
  expect(() => forecastWith({ rates: ratesOf({ appointment: 0.75, notInterested: 0.5 }) })).toThrow(
    'notInterested is 0.5; allowed: a number from 0 to 0.25',
  );
  expect(() => forecastWith({ rates: ratesOf({ appointment: 0.5, notInterested: 0.25, confirmed: 0.5 }) })).toThrow(
    'confirmed is 0.5; allowed: a number from 0 to 0.25',
  );
  const closing = [0.5, 0.25, 0.5].map((share, i) => ({ fromDay: i, untilDay: i, share }));
  expect(() => forecastWith({ rates: ratesOf({ closing }) })).toThrow(
    'closing[2].share is 0.5; allowed: a number from 0 to 0.25',
  );
});

it.each([
  ['rates.repliesToPeople', { rates: { ...GIVEN.rates, repliesToPeople: 1.5 } }],
  ['rates.repliesToAutomation', { rates: { ...GIVEN.rates, repliesToAutomation: -1 } }],
  ['workingDaysAMonth', { workingDaysAMonth: 32 }],
  ['people[1].capacity.tasks', { people: [ONE, { ...ONE, capacity: { tasks: -1, calls: 1 } }] }],
  ['people[1].count', { people: [ONE, { ...ONE, count: 100_001 }] }],
  ['leadsAMonth.walkIn', { leadsAMonth: { ...GIVEN.leadsAMonth, walkIn: 1_000_001 } }],
])('refuses %s where it cannot be', (field, changes) => {
  expect(() => forecastWith(changes)).toThrow(`forecastLoad: ${field} is `);
});

it('takes what is just possible', () => {
  const closing = [
    { fromDay: 0, untilDay: 0, share: 0.5 },
    { fromDay: 1, untilDay: 9, share: 0.5 },
  ];
  const walkIn = { contact: 1, appointment: 0.25, notInterested: 0.25, confirmed: 0.5, shown: 1, closing };
  for (const changes of [
    { rates: ratesOf(walkIn) },
    { rates: { ...GIVEN.rates, callsThatConnect: 1, repliesToPeople: 1, repliesToAutomation: 0 } },
    { workingDaysAMonth: 1 },
    { workingDaysAMonth: 31 },
    { people: [{ ...ONE, count: 0, capacity: { tasks: 0, calls: 0 } }] },
  ]) {
    expect(() => forecastWith(changes)).not.toThrow();
  }
});

// Helpers

const WALK_IN: TriggerRates = { contact: 1, appointment: 0, notInterested: 0, closing: [] };

function ratesOf(changes: Partial<TriggerRates>): FollowUpRates {
  return { ...GIVEN.rates, byTrigger: { ...GIVEN.rates.byTrigger, walkIn: { ...WALK_IN, ...changes } } };
}

function forecastWith(changes: Partial<LoadAssumptions>) {
  return forecastFrom(walkInPlan({}), { ...GIVEN, ...changes });
}
