import { compileStoreCalendar, day, HOUR, instant, MINUTE } from '@beback/core';
import { expect, it } from 'vitest';
import { nextCheck } from './check-store.ts';

const DAY = [{ opens: '09:00', closes: '18:30' }];
const compiled = compileStoreCalendar(
  {
    zone: 'America/Chicago',
    weekly: {
      1: DAY,
      2: DAY,
      5: [
        { opens: '09:00', closes: '12:00' },
        { opens: '13:00', closes: '17:00' },
      ],
    },
  },
  { from: day('2026-11-01'), to: day('2026-12-31') },
);
const calendar = compiled.ok ? compiled.value : undefined;
const at = (text: string) => instant(Date.parse(`${text}-06:00`));
const next = (text: string) => {
  if (calendar === undefined) throw new Error('the hours do not compile');
  return nextCheck({ calendar }, at(text));
};

it.each([
  ['an hour later while the store is open', '2026-11-24T09:00', '2026-11-24T10:00'],
  ['at closing when that comes first', '2026-11-24T18:00', '2026-11-24T18:30'],
  ['at the next opening from closing on', '2026-11-23T18:30', '2026-11-24T09:00'],
  ['at the next open day’s opening over closed days', '2026-11-24T18:30', '2026-11-27T09:00'],
  ['at the end of a break of the store', '2026-11-27T12:00', '2026-11-27T13:00'],
] as const)('looks %s', (_what, now, expected) => {
  expect(next(now)).toBe(at(expected));
});

it('comes to its end: each look lies after the one before, at most an hour while open', () => {
  let now = at('2026-11-23T08:00');
  for (let i = 0; i < 40; i++) {
    if (calendar === undefined) throw new Error('the hours do not compile');
    const then = nextCheck({ calendar }, now);
    expect(then).toBeGreaterThan(now);
    now = then;
  }
  expect(now - at('2026-11-23T08:00')).toBeGreaterThan(48 * HOUR - MINUTE);
});
