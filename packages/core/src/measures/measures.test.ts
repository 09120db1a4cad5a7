import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeFact } from '../../test/support/facts.ts';
import { day } from '../spine/day.ts';
import { id } from '../spine/id.ts';
import { measureFact } from './contributions.ts';
import { type MeasureRow, sumRowsBy } from './measure-row.ts';
import {
  MEASURES,
  type Measure,
  type Measures,
  measuresOf,
  mergeMeasures,
  sumMeasures,
  unmergeMeasures,
  ZERO_MEASURES,
} from './measures.ts';

it('merges in any order and any grouping', () => {
  fc.assert(
    fc.property(measuresArb, measuresArb, measuresArb, (a, b, c) => {
      expect(mergeMeasures(a, b)).toEqual(mergeMeasures(b, a));
      expect(mergeMeasures(mergeMeasures(a, b), c)).toEqual(mergeMeasures(a, mergeMeasures(b, c)));
    }),
  );
});

it('has a zero that changes nothing', () => {
  fc.assert(
    fc.property(measuresArb, (a) => {
      expect(mergeMeasures(a, ZERO_MEASURES)).toEqual(a);
      expect(unmergeMeasures(a, ZERO_MEASURES)).toEqual(a);
      expect(unmergeMeasures(a, a)).toStrictEqual(ZERO_MEASURES);
    }),
  );
});

it('takes back exactly what was merged', () => {
  fc.assert(
    fc.property(measuresArb, measuresArb, (a, b) => {
      expect(unmergeMeasures(mergeMeasures(a, b), b)).toEqual(a);
    }),
  );
});

it('is flat: every counter, nothing else, whole numbers', () => {
  const sum = sumMeasures([measuresOf({ leads: 2 }), measuresOf({ leads: 1, claims: 4 })]);
  expect(Object.keys(sum)).toEqual([...MEASURES]);
  expect(sum).toEqual({ ...ZERO_MEASURES, leads: 3, claims: 4 });
});

it('refuses what is no whole number', () => {
  expect(() => measuresOf({ leads: 0.5 })).toThrow(/leads.*0\.5/);
  expect(() => measuresOf({ claims: Number.NaN })).toThrow(/claims/);
});

it('sums rows by any key', () => {
  const row = (department: string, member: string | undefined, leads: number): MeasureRow => ({
    storeId: id('store-1'),
    departmentId: id(department),
    ...(member !== undefined && { memberId: id<'Member'>(member) }),
    day: day('2026-11-16'),
    measures: measuresOf({ leads }),
  });
  const rows = [row('internet', 'ann', 1), row('internet', undefined, 2), row('sales', 'ann', 4)];
  const leadsBy = <K>(keyOf: (each: MeasureRow) => K) =>
    [...sumRowsBy(rows, keyOf)].map(([key, measures]) => [key, measures.leads]);
  expect(leadsBy(({ departmentId }) => departmentId)).toEqual([
    ['internet', 3],
    ['sales', 4],
  ]);
  expect(leadsBy(({ memberId }) => memberId)).toEqual([
    ['ann', 5],
    [undefined, 2],
  ]);
});

it('counts what facts say by themselves', () => {
  const counted = (kinds: readonly Measures[]): Partial<Record<Measure, number>> =>
    Object.fromEntries(Object.entries(sumMeasures(kinds)).filter(([, count]) => count !== 0));
  expect(
    counted([
      measureFact(makeFact('lead.received')),
      measureFact(makeFact('lead.received', { repeat: true })),
      measureFact(makeFact('activity.logged')),
      measureFact(makeFact('message.sent')),
      measureFact(makeFact('survey.invited')),
      measureFact(makeFact('survey.answered')),
      measureFact(makeFact('opportunity.delivered')),
    ]),
  ).toEqual({ leads: 2, activities: 1, surveysInvited: 1, surveysAnswered: 1, deliveries: 1 });
});

it('takes a delivery back when the deal is unwound', () => {
  const both = mergeMeasures(
    measureFact(makeFact('opportunity.delivered')),
    measureFact(makeFact('opportunity.unwound')),
  );
  expect(both).toEqual(ZERO_MEASURES);
});

// Helpers

const measuresArb: fc.Arbitrary<Measures> = fc
  .dictionary(fc.constantFrom(...MEASURES), fc.integer({ min: -1_000_000, max: 1_000_000_000 }))
  .map((counts) => measuresOf(counts));
