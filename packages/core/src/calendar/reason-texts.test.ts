import { expect, it } from 'vitest';
import { expectCompleteTexts } from '../../test/support/texts.ts';
import { type Day, day } from '../spine/day.ts';
import { createReasonRenderer } from '../spine/render-reason.ts';
import { compileStoreCalendar } from './compile-store-calendar.ts';
import type { DayRange } from './day-range.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import type { StoreHours } from './store-calendar.ts';

const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') };
const HOURS: StoreHours = { zone: 'America/Denver', weekly: { 1: [{ opens: '09:00', closes: '20:00' }] } };
const render = createReasonRenderer([REASON_TEXTS]);

it('says every fault in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
});

it.each([
  [
    { ...HOURS, zone: 'Denver' },
    'zone: “Denver” is no time zone; expected an IANA time zone name such as America/Chicago.',
  ],
  [
    { ...HOURS, weekly: { 1: [{ opens: '9 am', closes: '20:00' }] } },
    'weekly.1[0].opens: “9 am” is no time of day; expected HH:MM from 00:00 to 23:59, or 24:00 for the end of the day.',
  ],
  [
    { ...HOURS, weekly: { 6: [{ opens: '18:00', closes: '02:00' }] } },
    'weekly.6[0].closes: closing at 02:00 does not fit; expected a time after 18:00, at most 24:00 (hours past midnight belong to the next day).',
  ],
  [
    {
      ...HOURS,
      weekly: {
        1: [
          { opens: '09:00', closes: '13:00' },
          { opens: '12:00', closes: '20:00' },
        ],
      },
    },
    'weekly.1: the opening hours of a day overlap; expected spans that do not overlap.',
  ],
  [{ ...HOURS, weekly: { ...HOURS.weekly, 8: [] } }, 'weekly.8: “8” is no weekday; expected 1 (Monday) to 7 (Sunday).'],
  [{ ...HOURS, weekly: {} }, 'weekly: the store never opens; expected at least one open span in the week.'],
  [
    { ...HOURS, exceptions: [{ day: '11/26/2026' as Day, open: [] }] },
    'exceptions[0].day: “11/26/2026” is no day; expected YYYY-MM-DD.',
  ],
  [
    {
      ...HOURS,
      exceptions: [
        { day: day('2026-11-26'), open: [] },
        { day: day('2026-11-26'), open: [] },
      ],
    },
    'exceptions[1].day: Thu, Nov 26 is given twice; expected each day once.',
  ],
])('tells who keys in hours what is wrong: %#', (hours, sentence) => {
  expect(told(hours, YEAR)).toEqual([sentence]);
});

it.each([
  [{ from: '2026' as Day, to: YEAR.to }, 'range.from: “2026” ends no range of days; expected YYYY-MM-DD.'],
  [{ from: YEAR.from, to: '2026-13-01' as Day }, 'range.to: “2026-13-01” ends no range of days; expected YYYY-MM-DD.'],
  [
    { from: YEAR.to, to: YEAR.from },
    'range.to: “2026-01-01” ends no range of days; expected a day from 2026-12-31 on, at most 21960 days in all.',
  ],
])('tells what range of days it takes: %#', (range, sentence) => {
  expect(told(HOURS, range)).toEqual([sentence]);
});

it('hands on what was given, also where the sentence tells it otherwise', () => {
  const overlapping = [
    { opens: '09:00', closes: '13:00' },
    { opens: '12:00', closes: '20:00' },
  ];
  const given = (hours: StoreHours) => {
    const result = compileStoreCalendar(hours, YEAR);
    return result.ok ? [] : result.refusals.map(({ data }) => data['given']);
  };
  expect(given({ ...HOURS, weekly: { 1: overlapping } })).toEqual(['2 spans']);
  expect(given({ ...HOURS, weekly: {} })).toEqual(['no open span']);
});

it('takes sixty years, and not a day more', () => {
  const from = day('2000-01-01');
  expect(compileStoreCalendar(HOURS, { from, to: day('2060-02-14') }).ok).toBe(true);
  expect(compileStoreCalendar(HOURS, { from, to: day('2060-02-15') }).ok).toBe(false);
  expect(compileStoreCalendar(HOURS, { from, to: from }).ok).toBe(true);
});

// Helpers

function told(hours: StoreHours, range: DayRange): readonly string[] {
  const result = compileStoreCalendar(hours, range);
  return result.ok ? [] : result.refusals.map((refusal) => render(refusal, 'en', 'America/Denver'));
}
