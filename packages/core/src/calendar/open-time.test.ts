import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { addDays, day, dayNumber, type Weekday, weekdayOfNumber } from '../spine/day.ts';
import { HOUR, type Instant, instant, MINUTE, plus } from '../spine/instant.ts';
import { compileStoreCalendar } from './compile-store-calendar.ts';
import {
  addOpenDays,
  addOpenTime,
  isOpen,
  isOpenDay,
  nextOpen,
  openingOf,
  openMillisecondsBetween,
} from './open-time.ts';
import type { StoreCalendar, StoreHours } from './store-calendar.ts';

const RANGE = { from: day('2026-01-01'), to: day('2026-12-31') };
const WITH_BREAK = [
  { opens: '09:00', closes: '12:00' },
  { opens: '13:00', closes: '20:00' },
];
const HOURS: StoreHours = {
  zone: 'America/New_York',
  weekly: {
    1: WITH_BREAK,
    2: WITH_BREAK,
    3: WITH_BREAK,
    4: WITH_BREAK,
    5: WITH_BREAK,
    6: [{ opens: '10:00', closes: '18:00' }],
  },
  exceptions: [{ day: day('2026-11-26'), open: [], name: 'Thanksgiving' }],
};
const store = compiled(HOURS);
const lastClosing = instant(store.closes.at(-1) ?? Number.NaN);

it('runs what begins at night from opening', () => {
  expect(iso(addOpenTime(store, at('2026-11-21T02:00:00-05:00'), 5 * MINUTE))).toBe('2026-11-21T15:05:00.000Z');
});

it('passes over breaks, nights, Sundays and holidays', () => {
  expect(iso(addOpenTime(store, at('2026-11-20T11:58:00-05:00'), 5 * MINUTE))).toBe('2026-11-20T18:03:00.000Z');
  // Saturday 17:58 to Monday 09:03
  expect(iso(addOpenTime(store, at('2026-11-21T17:58:00-05:00'), 5 * MINUTE))).toBe('2026-11-23T14:03:00.000Z');
  // Wednesday 19:58 over Thanksgiving to Friday 09:03
  expect(iso(addOpenTime(store, at('2026-11-25T19:58:00-05:00'), 5 * MINUTE))).toBe('2026-11-27T14:03:00.000Z');
});

it('ends at the closing itself when the open time ends there', () => {
  expect(iso(addOpenTime(store, at('2026-11-20T11:55:00-05:00'), 5 * MINUTE))).toBe('2026-11-20T17:00:00.000Z');
});

it('is open at the opening instant and closed at the closing instant', () => {
  const [span] = openingOf(store, day('2026-11-21'));
  if (span === undefined) throw new Error('open on that Saturday');
  expect([span.from - 1, span.from, span.until - 1, span.until].map((t) => isOpen(store, instant(t)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it('is open in the very first hours of its days, and never before them', () => {
  const [first] = openingOf(store, RANGE.from);
  if (first === undefined) throw new Error('open on that Thursday');
  expect(isOpen(store, first.from)).toBe(true);
  expect(nextOpen(store, plus(first.from, MINUTE))).toBe(first.from + MINUTE);
  expect(isOpen(store, store.from)).toBe(false);
  expect(nextOpen(store, store.from)).toBe(first.from);
});

it('opens next in the afternoon for who comes when it closes for the break', () => {
  const [morning, afternoon] = openingOf(store, day('2026-11-20'));
  if (morning === undefined || afternoon === undefined) throw new Error('a break on that Friday');
  expect(nextOpen(store, morning.until)).toBe(afternoon.from);
});

it('keeps nine in the morning through both changes of the clock', () => {
  expect(openingOf(store, day('2026-03-06')).map((span) => iso(span.from))[0]).toBe('2026-03-06T14:00:00.000Z');
  expect(openingOf(store, day('2026-03-09')).map((span) => iso(span.from))[0]).toBe('2026-03-09T13:00:00.000Z');
  expect(openingOf(store, day('2026-11-02')).map((span) => iso(span.from))[0]).toBe('2026-11-02T14:00:00.000Z');
});

it('counts a whole day of 23, of 25 and of 24.5 hours', () => {
  const newYork = alwaysOpen('America/New_York');
  expect(openOn(newYork, '2026-03-08')).toBe(23 * HOUR);
  expect(openOn(newYork, '2026-11-01')).toBe(25 * HOUR);
  expect(openOn(alwaysOpen('Australia/Lord_Howe'), '2026-04-05')).toBe(24.5 * HOUR);
});

it('lets a span that the clock jumps over not happen', () => {
  const nightly = compiled({ ...HOURS, weekly: { 7: [{ opens: '02:00', closes: '03:00' }] }, exceptions: [] });
  expect(openingOf(nightly, day('2026-03-08'))).toEqual([]);
  expect(openingOf(nightly, day('2026-03-15'))).toHaveLength(1);
});

it('knows working days, and counts them over Sundays and holidays', () => {
  expect(isOpenDay(store, day('2026-11-26'))).toBe(false);
  expect(addOpenDays(store, day('2026-11-25'), 1)).toBe('2026-11-27');
  expect(addOpenDays(store, day('2026-11-22'), 1)).toBe('2026-11-23');
  expect(addOpenDays(store, day('2026-11-23'), -5)).toBe('2026-11-17');
  expect(addOpenDays(store, day('2026-11-22'), 0)).toBe('2026-11-22');
});

it('finds no opening in a closed rest of the range, and says how to go on', () => {
  const lastWeekOff = Array.from({ length: 10 }, (_, i) => ({ day: addDays(RANGE.to, -i), open: [] }));
  const calendar = compiled({ ...HOURS, exceptions: lastWeekOff });
  const night = at('2026-12-27T03:00:00-05:00');
  expect(() => nextOpen(calendar, night)).toThrow(/compile the calendar again/);
  expect(() => addOpenTime(calendar, night, 1)).toThrow(/compile the calendar again/);
  expect(addOpenTime(calendar, night, 0)).toBe(night);
});

it('refuses instants and spans that it cannot count', () => {
  expect(() => isOpen(store, instant(store.until))).toThrow(/outside the compiled days 2026-01-01 to 2026-12-31/);
  expect(() => openMillisecondsBetween(store, instant(store.from - 1), store.from)).toThrow(RangeError);
  expect(() => addOpenDays(store, RANGE.to, 1)).toThrow(RangeError);
  for (const wrong of [-1, 0.5, Number.NaN])
    expect(() => addOpenTime(store, store.from, wrong)).toThrow(/whole milliseconds/);
  expect(openMillisecondsBetween(store, store.from, instant(store.until))).toBe(store.openBefore.at(-1));
});

it.each([
  ['whether it is open', () => isOpen(store, instant(store.from - 1)), `instant ${store.from - 1}`],
  ['when it opens, before its days', () => nextOpen(store, instant(store.from - 1)), `instant ${store.from - 1}`],
  ['when it opens, after its days', () => nextOpen(store, store.until), `instant ${store.until}`],
  [
    'when an open minute is over',
    () => addOpenTime(store, lastClosing, MINUTE),
    `60000 open milliseconds after ${lastClosing}`,
  ],
  ['when it opens after its last closing', () => nextOpen(store, lastClosing), `the next opening after ${lastClosing}`],
  ['the hours of the day before', () => openingOf(store, addDays(RANGE.from, -1)), 'day 2025-12-31'],
  ['the hours of the day after', () => openingOf(store, addDays(RANGE.to, 1)), 'day 2027-01-01'],
  ['whether it works on the day before', () => isOpenDay(store, addDays(RANGE.from, -1)), 'day 2025-12-31'],
  ['whether it works on the day after', () => isOpenDay(store, addDays(RANGE.to, 1)), 'day 2027-01-01'],
  ['the working day before all', () => addOpenDays(store, RANGE.from, -1), 'day 2025-12-31'],
])('says what it was asked when it cannot say %s', (_, ask, what) => {
  expect(ask).toThrow(`calendar: ${what} lies outside the compiled days 2026-01-01 to 2026-12-31`);
});

it('agrees with minutes counted one by one', () => {
  fc.assert(
    fc.property(storeArb, instantArb, fc.integer({ min: 0, max: 2000 }), (calendar, from, minutes) => {
      const to = instant(from + minutes * MINUTE);
      let open = 0;
      for (let t = from as number; t < to; t += MINUTE) if (isOpenOracle(calendar.hours, instant(t))) open += MINUTE;
      expect(openMillisecondsBetween(calendar.compiled, from, to)).toBe(open);
      expect(openMillisecondsBetween(calendar.compiled, to, from)).toBe(-open + 0);
    }),
    { numRuns: 40 },
  );
});

it('adds exactly the open time asked for, at the first instant that has it', () => {
  fc.assert(
    fc.property(storeArb, instantArb, fc.integer({ min: 1, max: 40 * HOUR }), ({ compiled: calendar }, from, span) => {
      const due = addOpenTime(calendar, from, span);
      expect(openMillisecondsBetween(calendar, from, due)).toBe(span);
      expect(openMillisecondsBetween(calendar, from, instant(due - 1))).toBe(span - 1);
    }),
  );
});

it('opens next at an open instant, never before, with no open instant between', () => {
  fc.assert(
    fc.property(storeArb, instantArb, ({ compiled: calendar }, from) => {
      const next = nextOpen(calendar, from);
      expect(next).toBeGreaterThanOrEqual(from);
      expect(isOpen(calendar, next)).toBe(true);
      expect(openMillisecondsBetween(calendar, from, next)).toBe(0);
    }),
  );
});

// Helpers

const spansArb = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 4 })
  .map((quarters) => quarters.sort((a, b) => a - b).map(clockOfQuarter))
  .map((times) =>
    times.flatMap((opens, i) => (i % 2 === 0 && times[i + 1] ? [{ opens, closes: times[i + 1] ?? '' }] : [])),
  );

const storeArb = fc
  .record({
    zone: fc.constantFrom(
      'America/New_York',
      'America/Denver',
      'America/Phoenix',
      'Australia/Lord_Howe',
      'America/St_Johns',
    ),
    weekly: fc.tuple(spansArb, spansArb, spansArb, spansArb).map(([a, b, c, d]) => ({ 1: a, 2: a, 4: b, 6: c, 7: d })),
    exceptions: fc.constantFrom([], [{ day: day('2026-03-09'), open: [] }]),
  })
  .map((hours) => ({ hours, compiled: compiled(hours) }));

/** Whole minutes, every second one within three days of a change of the clock, far from the end of the range. */
const instantArb = fc
  .oneof(
    fc.integer({ min: 0, max: 300 * 1440 }).map((minutes) => Date.parse('2026-01-03T00:00:00Z') + minutes * MINUTE),
    fc
      .tuple(
        fc.constantFrom('2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04').map((date) => Date.parse(date)),
        fc.integer({ min: -4320, max: 4320 }),
      )
      .map(([change, minutes]) => change + minutes * MINUTE),
  )
  .map(instant);

function isOpenOracle(hours: StoreHours, t: Instant): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(hours.zone);
  const date = day(local.toPlainDate().toString());
  const exception = hours.exceptions?.find((candidate) => candidate.day === date);
  const spans = exception?.open ?? hours.weekly[weekdayOfNumber(dayNumber(date)) as Weekday] ?? [];
  return spans.some((span) => {
    const edge = (time: string) =>
      time === '24:00'
        ? local.add({ days: 1 }).startOfDay().epochMilliseconds
        : earliest(local.toPlainDate().toPlainDateTime(time), hours.zone);
    return edge(span.opens) <= t && t < edge(span.closes);
  });
}

function earliest(wall: Temporal.PlainDateTime, zone: string): number {
  const found = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wall)) return found.epochMilliseconds;
  const after = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  // A moment later, for the transition may be this very instant, and it is looked for strictly before.
  return after.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NaN;
}

function clockOfQuarter(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}

function alwaysOpen(zone: string): StoreCalendar {
  const all = [{ opens: '00:00', closes: '24:00' }];
  return compiled({ zone, weekly: { 1: all, 2: all, 3: all, 4: all, 5: all, 6: all, 7: all } });
}

function openOn(calendar: StoreCalendar, date: string): number {
  return openingOf(calendar, day(date)).reduce((sum, span) => sum + span.until - span.from, 0);
}

function compiled(hours: StoreHours): StoreCalendar {
  const result = compileStoreCalendar(hours, RANGE);
  if (!result.ok) throw new Error(`hours did not compile: ${JSON.stringify(result.refusals)}`);
  return result.value;
}

function at(text: string): Instant {
  return instant(Date.parse(text));
}

function iso(t: Instant): string {
  return new Date(t).toISOString();
}
