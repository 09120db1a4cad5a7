import { expect, it } from 'vitest';
import { addDays, day, dayNumber } from '../spine/day.ts';
import { isFederalHoliday } from './holidays.ts';

it('knows the holidays of 2026, with the Friday for July 4 on a Saturday', () => {
  expect(holidaysOf(2026)).toEqual([
    ...['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-07-04'],
    ...['2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25'],
  ]);
});

it('keeps the Monday after a holiday on Sunday, and the last day of a year for a Saturday’s New Year', () => {
  expect(holidaysOf(2027)).toContain('2027-07-05');
  expect(holidaysOf(2027)).toContain('2027-12-31');
  expect(holidaysOf(2028)).toContain('2028-01-01');
});

it('knows them of any year, however often it is asked', () => {
  for (const year of [1969, 2026, 2100, 2101]) expect(holidaysOf(year)).toEqual(holidaysOf(year));
  expect(holidaysOf(1969)).toEqual(expect.arrayContaining(['1969-07-04', '1969-11-27', '1969-12-25']));
  expect(holidaysOf(2100)).toEqual(expect.arrayContaining(['2100-01-01', '2100-07-05', '2100-12-24', '2100-12-25']));
  expect(holidaysOf(2101)).toEqual(expect.arrayContaining(['2101-05-30', '2101-07-04', '2101-11-24']));
});

it('has Memorial Day on the last Monday of May, be it the fourth or the fifth', () => {
  expect([2026, 2027, 2028].map((year) => holidaysOf(year).filter((date) => date.slice(5, 7) === '05'))).toEqual([
    ['2026-05-25'],
    ['2027-05-31'],
    ['2028-05-29'],
  ]);
});

function holidaysOf(year: number): readonly string[] {
  const first = day(`${year}-01-01`);
  const days = Array.from({ length: 366 }, (_, i) => addDays(first, i)).filter((date) => date.startsWith(`${year}`));
  return days.filter((date) => isFederalHoliday(dayNumber(date)));
}
