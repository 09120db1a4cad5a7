import { type Day, type Id, type MeasureRow, measuresOf } from '@beback/core';
import { expect, it } from 'vitest';
import { sumDays } from './sum-days.ts';

const row = (memberId: string | undefined, day: string, measures: Parameters<typeof measuresOf>[0]): MeasureRow => ({
  storeId: 's' as Id<'Store'>,
  departmentId: 'd' as Id<'Department'>,
  ...(memberId !== undefined && { memberId: memberId as Id<'Member'> }),
  day: day as Day,
  measures: measuresOf(measures),
});

it('makes one row a person and day, without those that come to nothing', () => {
  const rows = [
    row('ben', '2026-11-25', { leads: 1 }),
    row('ana', '2026-11-24', { leads: 1 }),
    row('ana', '2026-11-24', { leads: 1, claims: 2 }),
    row(undefined, '2026-11-24', { leads: 1 }),
    row('cal', '2026-11-24', { claims: 1 }),
    row('cal', '2026-11-24', { claims: -1 }),
  ];
  expect(sumDays(rows)).toEqual([
    row(undefined, '2026-11-24', { leads: 1 }),
    row('ana', '2026-11-24', { leads: 2, claims: 2 }),
    row('ben', '2026-11-25', { leads: 1 }),
  ]);
});
