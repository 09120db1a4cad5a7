import fc from 'fast-check';
import { expect, it } from 'vitest';
import { capacityFrom } from '../workday/capacity-from.ts';
import { documentedDay } from './documented-day.ts';
import { type Measures, measuresOf } from './measures.ts';

it('counts documented calls, and other work beside them', () => {
  const measures = measuresOf({ activities: 30, claims: 20, documented: 14, notDocumented: 5, excused: 1 });
  expect(documentedDay(measures)).toEqual({ calls: 14, other: 10 });
});

it.each([
  ['nothing was logged', {}],
  ['only leads came in', { leads: 9 }],
  ['records have not arrived', { activities: 20, claims: 20, documented: 19, pending: 1 }],
  ['the phone system was out', { activities: 20, claims: 20, documented: 19, outage: 1 }],
])('says nothing of a day on which %s', (_what, counts) => {
  expect(documentedDay(measuresOf(counts))).toBeUndefined();
});

it('never lets undocumented calls raise what a person is said to get done', () => {
  const floor = { tasks: 25, calls: 15 };
  fc.assert(
    fc.property(fc.array(workedDayArb, { minLength: 5, maxLength: 20 }), fc.nat({ max: 100 }), (days, more) => {
      const invented = days.map((day) => ({
        ...day,
        activities: day.activities + more,
        claims: day.claims + more,
        notDocumented: day.notDocumented + more,
      }));
      expect(capacityOf(invented)).toEqual(capacityOf(days));
    }),
  );
  function capacityOf(days: readonly Measures[]) {
    return capacityFrom(
      days.flatMap((day) => documentedDay(day) ?? []),
      floor,
    );
  }
});

// Helpers

const workedDayArb: fc.Arbitrary<Measures> = fc
  .record({
    documented: fc.nat({ max: 60 }),
    notDocumented: fc.nat({ max: 60 }),
    other: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ documented, notDocumented, other }) => {
    const claims = documented + notDocumented;
    return measuresOf({ activities: claims + other, claims, documented, notDocumented });
  });
