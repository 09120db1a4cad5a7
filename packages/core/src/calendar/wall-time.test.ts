import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { addDays, type Day, day } from '../spine/day.ts';
import { HOUR, type Instant, instant, MINUTE } from '../spine/instant.ts';
import { compileZone } from './compile-zone.ts';
import { dayNumberOf, dayOf, instantAt, localMinutes, startOfDay } from './wall-time.ts';
import type { ZoneTable } from './zone-table.ts';

const RANGE = { from: day('2024-01-01'), to: day('2029-12-31') };
/** Summer time or none, a half-hour offset, a half-hour change, a change at midnight, a zone that left summer time. */
const ZONES = [
  'America/New_York',
  'America/Denver',
  'America/Phoenix',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'America/Havana',
  'America/Sao_Paulo',
  'America/Vancouver',
  'Pacific/Honolulu',
] as const;

it.each(ZONES)('tells day and minutes of %s as Temporal does, at any instant', (zone) => {
  const table = compiled(zone);
  fc.assert(
    fc.property(instantArb(table), (at) => {
      const local = oracle(at, zone);
      expect(dayOf(table, at)).toBe(local.toPlainDate().toString());
      expect(localMinutes(table, at)).toBe(local.hour * 60 + local.minute);
    }),
    { numRuns: 300 },
  );
});

it.each(ZONES)('starts each day of %s as Temporal does', (zone) => {
  const table = compiled(zone);
  for (let date = RANGE.from; date <= RANGE.to; date = addDays(date, 1)) {
    const start = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    expect(startOfDay(table, date)).toBe(start);
  }
});

it.each(ZONES)('puts a wall time of %s at its first instant, or at the jump that skips it', (zone) => {
  const table = compiled(zone);
  fc.assert(
    fc.property(dayArb, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
      expect(instantAt(table, date, minutes)).toBe(wallOracle(zone, date, minutes));
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['America/New_York', '2026-03-08', 23 * HOUR],
  ['America/New_York', '2026-11-01', 25 * HOUR],
  ['Australia/Lord_Howe', '2026-04-05', 24.5 * HOUR],
  ['Australia/Lord_Howe', '2026-10-04', 23.5 * HOUR],
  ['America/Phoenix', '2026-03-08', 24 * HOUR],
])('makes %s on %s %d milliseconds long', (zone, date, length) => {
  const table = compiled(zone);
  expect(startOfDay(table, addDays(day(date), 1)) - startOfDay(table, day(date))).toBe(length);
});

it('puts half past two on the night of the jump at the jump itself', () => {
  const table = compiled('America/New_York');
  const jump = Date.parse('2026-03-08T07:00:00Z');
  expect(instantAt(table, day('2026-03-08'), 150)).toBe(jump);
  expect(localMinutes(table, instant(jump))).toBe(180);
});

it('puts half past one of the night with two of them at the first', () => {
  const table = compiled('America/New_York');
  expect(instantAt(table, day('2026-11-01'), 90)).toBe(Date.parse('2026-11-01T05:30:00Z'));
});

it('knows both edges of its range and nothing beyond', () => {
  const table = compiled('America/Denver');
  expect(dayOf(table, table.from)).toBe(RANGE.from);
  expect(dayOf(table, instant(table.until - 1))).toBe(RANGE.to);
  expect(startOfDay(table, addDays(RANGE.to, 1))).toBe(table.until);
  for (const beyond of [table.from - 1, table.until, table.until + HOUR]) {
    expect(() => dayNumberOf(table, instant(beyond))).toThrow(
      /outside the compiled days .* of America\/Denver.*compile/,
    );
  }
  expect(() => startOfDay(table, addDays(RANGE.from, -1))).toThrow(/day 2023-12-31 lies outside/);
  expect(() => instantAt(table, addDays(RANGE.to, 1), 60)).toThrow(RangeError);
  expect(() => startOfDay(table, addDays(RANGE.to, 2))).toThrow(/day 2030-01-02 lies outside/);
  expect(() => dayOf(table, instant(table.until))).toThrow(`instant ${table.until} lies outside`);
  expect(() => dayOf(table, Number.NaN as Instant)).toThrow(RangeError);
});

it('knows each change of offset that Temporal knows, in every zone, over sixty years', () => {
  const range = { from: day('1985-01-01'), to: day('2044-12-31') };
  const wrong = Intl.supportedValuesOf('timeZone').filter((zone) => {
    const table = compiled(zone, range);
    const told = table.changes.slice(1).map((at, index) => [at, table.offsets[index + 1]]);
    const [from, until] = [table.changes[0] ?? 0, table.until];
    const within = (list: readonly (readonly (number | undefined)[])[]) => list.filter(([at = 0]) => at < until);
    return JSON.stringify(within(told)) !== JSON.stringify(within(changesByTemporal(zone, from, until)));
  });
  expect(wrong).toEqual([]);
});

it('refuses what is no zone, and ranges that cannot be', () => {
  const zones = ['Mars/Olympus', '', '+05:00', '-07:00', 'America/New York'];
  for (const zone of zones) {
    expect(compileZone(zone, RANGE)).toMatchObject({
      ok: false,
      refusals: [{ code: 'calendar.zoneUnknown', data: { path: 'zone', given: zone } }],
    });
  }
  const ranges = [
    { from: RANGE.to, to: RANGE.from },
    { from: '2026-02-30' as Day, to: RANGE.to },
    { from: day('1800-01-01'), to: RANGE.to },
  ];
  for (const range of ranges) {
    expect(compileZone('America/Denver', range)).toMatchObject({ refusals: [{ code: 'calendar.rangeInvalid' }] });
  }
});

it('takes a zone in any case and keeps its proper name', () => {
  expect(compiled('america/new_york').zone).toBe('America/New_York');
  for (const zone of [
    'America/Kentucky/Louisville',
    'America/Louisville',
    'US/Eastern',
    'Asia/Kolkata',
    'Asia/Calcutta',
  ])
    expect(compiled(zone).zone).toBe(zone);
});

it('is plain data', () => {
  const table = compiled('America/St_Johns');
  expect(JSON.parse(JSON.stringify(table))).toEqual(table);
});

// Helpers

/** From when on which offset holds, in milliseconds; a change of abbreviation alone is none. */
function changesByTemporal(zone: string, from: number, until: number): readonly (readonly [number, number])[] {
  const changes: (readonly [number, number])[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  let offset = at.offsetNanoseconds / 1e6;
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= until) return changes;
    at = next;
    if (at.offsetNanoseconds / 1e6 === offset) continue;
    offset = at.offsetNanoseconds / 1e6;
    changes.push([at.epochMilliseconds, offset]);
  }
}

const dayArb = fc
  .integer({ min: 0, max: 2191 })
  .map((count) => addDays(RANGE.from, count))
  .filter((date) => date <= RANGE.to);

/** Instants, every second one within two hours of a change of offset. */
function instantArb(table: ZoneTable): fc.Arbitrary<Instant> {
  const anywhere = fc.integer({ min: table.from, max: table.until - 1 });
  const changes = table.changes.filter((at) => at > table.from + 2 * HOUR && at < table.until - 2 * HOUR);
  if (changes.length === 0) return anywhere.map(instant);
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -120, max: 120 }), fc.constantFrom(-1, 0, 1))
    .map(([at, minutes, nudge]) => at + minutes * MINUTE + nudge);
  return fc.oneof(anywhere, near).map(instant);
}

function compiled(zone: string, range = RANGE): ZoneTable {
  const result = compileZone(zone, range);
  if (!result.ok) throw new Error(`zone ${zone} did not compile`);
  return result.value;
}

function oracle(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function wallOracle(zone: string, date: Day, minutes: number): number {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  const found = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wall)) return found.epochMilliseconds;
  // Skipped: 'later' lands after the jump, and the change before that is the jump.
  const after = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  // A moment later, for the transition may be this very instant, and it is looked for strictly before.
  return after.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NaN;
}
