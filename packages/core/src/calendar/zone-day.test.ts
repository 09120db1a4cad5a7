import { expect, it } from 'vitest';
import { addDays, day, dayNumber } from '../spine/day.ts';
import { HOUR, MINUTE } from '../spine/instant.ts';
import { compileZone } from './compile-zone.ts';
import { instantAt } from './wall-time.ts';
import { dayIn, midnightOf, onWall, stretchAt } from './zone-day.ts';
import type { ZoneTable } from './zone-table.ts';

// The clock changes on March 8 and on November 1; in Phoenix never. In Havana it jumps from midnight on, in Santiago back to
// the evening: the last hour of a day comes twice.
const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') };
const newYork = compiled('America/New_York');

it.each(['America/New_York', 'America/Phoenix', 'Australia/Lord_Howe', 'America/Havana', 'America/Santiago'])(
  'says of every day of %s what the table says, from its own stretch or an earlier one',
  (zone) => {
    const table = compiled(zone);
    let before = stretchAt(table, table.from);
    for (let one = YEAR.from; one < YEAR.to; one = addDays(one, 1)) {
      const noon = instantAt(table, one, 13 * 60);
      const own = stretchAt(table, noon);
      expect(dayIn(table, own, noon)).toBe(dayNumber(one));
      for (const stretch of [own, before, 0]) {
        const midnight = midnightOf(table, stretch, dayNumber(one));
        for (const minutes of [0, 1, 90, 150, 13 * 60, 1439, 1440]) {
          expect(onWall(table, dayNumber(one), midnight, minutes)).toBe(instantAt(table, one, minutes));
        }
      }
      before = own;
    }
  },
);

it.each(['2026-03-08', '2026-03-09', '2026-11-01', '2026-11-02'])('leaves %s, near a change, to the table', (date) => {
  expect(midnightAt(instantAt(newYork, day(date), 720))).toBeNaN();
});

it.each(['2026-03-07', '2026-03-10', '2026-10-31', '2026-11-03'])('knows the midnight of %s itself', (date) => {
  const midnight = instantAt(newYork, day(date), 0);
  expect(midnightAt(midnight)).toBe(midnight);
  expect(midnightAt(midnight + 24 * HOUR - 1)).toBe(midnight);
  expect(onWall(newYork, dayNumber(day(date)), midnight, 61)).toBe(midnight + 61 * MINUTE);
});

it('refuses instants that the table does not hold', () => {
  expect(() => stretchAt(newYork, newYork.from - 1)).toThrow(RangeError);
  expect(() => stretchAt(newYork, newYork.until)).toThrow(/instant \d+/);
  const last = newYork.until - 1;
  expect(dayIn(newYork, stretchAt(newYork, last), last)).toBe(dayNumber(YEAR.to));
});

// Helpers

function midnightAt(at: number): number {
  const stretch = stretchAt(newYork, at);
  return midnightOf(newYork, stretch, dayIn(newYork, stretch, at));
}

function compiled(zone: string): ZoneTable {
  const result = compileZone(zone, YEAR);
  if (!result.ok) throw new Error(`${zone} did not compile: ${JSON.stringify(result.refusals)}`);
  return result.value;
}
