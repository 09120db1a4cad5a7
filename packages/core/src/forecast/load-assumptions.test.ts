import { expect, it } from 'vitest';
import { forecastFrom, makeAssumptions, walkInPlan } from '../../test/support/forecast.ts';
import type { LoadAssumptions } from './load-assumptions.ts';

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
