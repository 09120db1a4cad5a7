import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day, dayNumber, dayOfNumber, parseDay, weekdayOfNumber } from './day.ts';

const FIRST = Date.parse('0000-01-01T00:00:00Z') / 86_400_000;
const LAST = Date.parse('9999-12-31T00:00:00Z') / 86_400_000;

describe('day', () => {
  it('numbers and names days as the platform does, over all years from 0000 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (number) => {
        const name = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(dayOfNumber(number)).toBe(name);
        expect(dayNumber(day(name))).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([FIRST, -1, 0, 1, 11_016, 19_782, 47_482, LAST])('keeps day number %i through its name', (number) => {
    expect(dayNumber(dayOfNumber(number))).toBe(number);
  });

  it('refuses a number beyond the year 9999', () => {
    expect(() => dayOfNumber(LAST + 1)).toThrow('years 0000 to 9999');
  });

  it('steps over a leap day and over a year', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2027-02-28'), 1)).toBe('2027-03-01');
    expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31');
  });

  it('counts months to the same date, or to the last day of a shorter month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST + 20_000, max: LAST - 20_000 }),
        fc.integer({ min: -600, max: 600 }),
        (number, count) => {
          const from = new Date(number * 86_400_000);
          const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + count];
          const first = new Date(0);
          first.setUTCFullYear(year, month, 1);
          const last = new Date(first);
          last.setUTCMonth(first.getUTCMonth() + 1, 0);
          first.setUTCDate(Math.min(from.getUTCDate(), last.getUTCDate()));
          expect(addMonths(dayOfNumber(number), count)).toBe(first.toISOString().slice(0, 10));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('knows the weekday: Monday is 1, Sunday is 7', () => {
    expect(weekdayOfNumber(dayNumber(day('2026-11-23')))).toBe(1);
    expect(weekdayOfNumber(dayNumber(day('2026-11-22')))).toBe(7);
    expect(weekdayOfNumber(dayNumber(day('1969-12-31')))).toBe(3);
  });

  it.each(['2027-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-11-21T00:00', ''])(
    'takes %j for no day',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
      expect(() => day(text)).toThrow('expected YYYY-MM-DD');
    },
  );
});
