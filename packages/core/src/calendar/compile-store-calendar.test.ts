import { expect, it } from 'vitest';
import { type Day, day } from '../spine/day.ts';
import { compileStoreCalendar } from './compile-store-calendar.ts';
import type { StoreHours } from './store-calendar.ts';

const RANGE = { from: day('2026-01-01'), to: day('2026-12-31') };
const HOURS: StoreHours = { zone: 'America/Denver', weekly: { 1: [{ opens: '09:00', closes: '20:00' }] } };

it('is plain data: a copy by JSON is the same calendar', () => {
  const result = compileStoreCalendar(HOURS, RANGE);
  if (!result.ok) throw new Error('valid hours');
  expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
});

it.each([
  ['an unknown zone', { ...HOURS, zone: 'America/Gotham' }, 'calendar.zoneUnknown', 'zone'],
  ['a time in words', weekday([{ opens: '9am', closes: '20:00' }]), 'calendar.timeMalformed', 'weekly.1[0].opens'],
  ['a 25th hour', weekday([{ opens: '09:00', closes: '25:00' }]), 'calendar.timeMalformed', 'weekly.1[0].closes'],
  [
    'hours past midnight',
    weekday([{ opens: '18:00', closes: '02:00' }]),
    'calendar.spanReversed',
    'weekly.1[0].closes',
  ],
  ['an empty span', weekday([{ opens: '09:00', closes: '09:00' }]), 'calendar.spanReversed', 'weekly.1[0].closes'],
  [
    'spans that overlap',
    weekday([
      { opens: '12:00', closes: '20:00' },
      { opens: '09:00', closes: '12:01' },
    ]),
    'calendar.spansOverlap',
    'weekly.1',
  ],
  ['a weekday 0', { ...HOURS, weekly: { ...HOURS.weekly, 0: [] } }, 'calendar.weekdayUnknown', 'weekly.0'],
  ['a week without an open hour', { ...HOURS, weekly: { 1: [] } }, 'calendar.neverOpen', 'weekly'],
  ['a 30th of February', exceptions('2026-02-30'), 'calendar.dayMalformed', 'exceptions[0].day'],
  ['a day twice', exceptions('2026-12-25', '2026-12-25'), 'calendar.dayTwice', 'exceptions[1].day'],
])('refuses %s and names the field', (_, hours, code, path) => {
  const result = compileStoreCalendar(hours, RANGE);
  expect(result).toMatchObject({ ok: false, refusals: [{ code, data: { path } }] });
});

it('tells every fault at once, each with what is allowed', () => {
  const result = compileStoreCalendar({ zone: 'Nowhere', weekly: { 1: [{ opens: 'x', closes: 'y' }] } }, RANGE);
  if (result.ok) throw new Error('invalid hours');
  const paths = ['zone', 'weekly.1[0].opens', 'weekly.1[0].closes'];
  expect(result.refusals).toMatchObject(paths.map((path) => ({ data: { path, allowed: expect.any(String) } })));
});

it('takes touching spans and spans in any order', () => {
  const hours = weekday([
    { opens: '12:00', closes: '20:00' },
    { opens: '09:00', closes: '12:00' },
  ]);
  expect(compileStoreCalendar(hours, RANGE).ok).toBe(true);
});

// Helpers

function weekday(spans: readonly { opens: string; closes: string }[]): StoreHours {
  return { ...HOURS, weekly: { 1: spans } };
}

function exceptions(...days: readonly string[]): StoreHours {
  return { ...HOURS, exceptions: days.map((text) => ({ day: text as Day, open: [] })) };
}
