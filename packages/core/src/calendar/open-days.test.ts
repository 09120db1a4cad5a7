import { expect, it } from 'vitest';
import { addDays, type Day, day, dayNumber } from '../spine/day.ts';
import { type Instant, instant } from '../spine/instant.ts';
import { compileStoreCalendar } from './compile-store-calendar.ts';
import { openTable } from './open-table.ts';
import { isOpenDay, openChange, openDayFrom, openDayUntil, openingOf } from './open-time.ts';
import type { StoreCalendar, StoreHours } from './store-calendar.ts';

// Monday to Sunday: closed on the first day and the last, a break on Tuesday, open all through from Thursday to Friday.
const RANGE = { from: day('2026-06-01'), to: day('2026-06-07') };
const store = compiled({
  zone: 'America/New_York',
  weekly: {
    2: [
      { opens: '09:00', closes: '12:00' },
      { opens: '13:00', closes: '20:00' },
    ],
    4: [{ opens: '09:00', closes: '24:00' }],
    5: [{ opens: '00:00', closes: '18:00' }],
  },
});
const shut = compiled({
  zone: 'America/New_York',
  weekly: { 2: [{ opens: '09:00', closes: '12:00' }] },
  exceptions: [{ day: day('2026-06-02'), open: [] }],
});
const days = Array.from({ length: 7 }, (_, i) => addDays(RANGE.from, i));
const openDays = days.filter((one) => openingOf(store, one).length > 0);

it('opens on the days that have hours', () => {
  expect(openDays).toEqual(['2026-06-02', '2026-06-04', '2026-06-05']);
  expect(days.filter((one) => isOpenDay(store, one))).toEqual(openDays);
});

it.each([
  ['closed, to the next opening', '2026-06-01T12:00', '2026-06-02T09:00'],
  ['open, to the break', '2026-06-02T09:00', '2026-06-02T12:00'],
  ['in the break, to its end', '2026-06-02T12:00', '2026-06-02T13:00'],
  ['just before the break, to the break', '2026-06-02T11:59', '2026-06-02T12:00'],
  ['closed at the closing, to the next opening', '2026-06-02T20:00', '2026-06-04T09:00'],
  ['open through midnight, to the end of it', '2026-06-04T10:00', '2026-06-05T18:00'],
])('tells when the store opens or closes next: %s', (_, from, change) => {
  expect(openChange(store, at(from))).toBe(at(change));
});

it('knows of no change after the last closing, nor where the store never opens', () => {
  expect(openChange(store, at('2026-06-05T18:00'))).toBeUndefined();
  expect(openChange(shut, at('2026-06-03T12:00'))).toBeUndefined();
});

it('refuses to say what changes outside of the compiled days', () => {
  expect(() => openChange(store, instant(store.from - 1))).toThrow(RangeError);
  expect(() => openChange(store, store.until)).toThrow(RangeError);
});

it('finds the first open day from each day on, from its first opening to its last closing', () => {
  for (const one of days) {
    const found = openDays.find((open) => open >= one);
    expect(openDayFrom(store, dayNumber(one))).toEqual(found && wholeDay(found));
  }
  expect(openDayFrom(store, store.lastDay + 1)).toBeUndefined();
  expect(() => openDayFrom(store, store.firstDay - 1)).toThrow(/day 2026-05-31/);
});

it('finds the last open day up to each day', () => {
  for (const one of days) {
    const found = openDays.findLast((open) => open <= one);
    expect(openDayUntil(store, dayNumber(one))).toEqual(found && wholeDay(found));
  }
  expect(openDayUntil(store, store.firstDay - 1)).toBeUndefined();
  expect(() => openDayUntil(store, store.lastDay + 1)).toThrow(/day 2026-06-08/);
});

it('says the same in arrays as in single answers', () => {
  const table = openTable(store);
  const next = days.map((one) => openDayFrom(store, dayNumber(one))?.number);
  expect([...table.nextOpenDay].map((i) => (i < 0 ? undefined : i + table.firstDay))).toEqual(next);
  for (const open of openDays) {
    const { number, opens, closes } = wholeDay(open);
    expect([table.dayOpens[number - table.firstDay], table.dayCloses[number - table.firstDay]]).toEqual([
      opens,
      closes,
    ]);
  }
  expect([[...table.spanOpens], [...table.spanCloses]]).toEqual([store.opens, store.closes]);
  expect([...openTable(shut).nextOpenDay]).toEqual([-1, -1, -1, -1, -1, -1, -1]);
});

it('makes the arrays of a calendar once', () => {
  const all = alwaysOpen();
  expect(openTable(all)).toBe(openTable(all));
  expect(openTable(alwaysOpen())).not.toBe(openTable(all));
});

it('finds the first and the last of the compiled days too', () => {
  const all = alwaysOpen();
  expect(openDayFrom(all, all.lastDay)?.number).toBe(all.lastDay);
  expect(openDayUntil(all, all.firstDay)?.number).toBe(all.firstDay);
  expect(openChange(all, all.from)).toBe(all.until);
});

// Helpers

function wholeDay(one: Day): { readonly number: number; readonly opens: Instant; readonly closes: Instant } {
  const spans = openingOf(store, one);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`closed on ${one}`);
  return { number: dayNumber(one), opens: first.from, closes: last.until };
}

function alwaysOpen(): StoreCalendar {
  const whole = [{ opens: '00:00', closes: '24:00' }];
  return compiled({
    zone: 'America/New_York',
    weekly: { 1: whole, 2: whole, 3: whole, 4: whole, 5: whole, 6: whole, 7: whole },
  });
}

function compiled(hours: StoreHours): StoreCalendar {
  const result = compileStoreCalendar(hours, RANGE);
  if (!result.ok) throw new Error(`hours did not compile: ${JSON.stringify(result.refusals)}`);
  return result.value;
}

/** A wall time of New York in summer. */
function at(wall: string): Instant {
  return instant(Date.parse(`${wall}:00-04:00`));
}
