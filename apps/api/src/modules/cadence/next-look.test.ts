import { compileStoreCalendar, DAY_24H, day, GIVEN_UP_AFTER, HOUR, instant, plus } from '@beback/core';
import { expect, it } from 'vitest';
import { type Look, nextLookAt } from './replan.ts';

const OPEN = [{ opens: '08:00', closes: '20:00' }];
const compiled = compileStoreCalendar(
  { zone: 'America/Chicago', weekly: { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN, 6: OPEN } },
  { from: day('2026-11-01'), to: day('2026-12-31') },
);
const at = (local: string) => instant(Date.parse(`${local}-06:00`));
/** A Saturday evening. */
const NOW = at('2026-11-21T21:30');
const OVERDUE: Look = { from: plus(NOW, -DAY_24H), deadline: plus(NOW, -HOUR) };

it.each([
  ['when a step begins', { from: plus(NOW, HOUR), deadline: plus(NOW, 2 * HOUR) }, plus(NOW, HOUR)],
  ['when it is late', { from: plus(NOW, -HOUR), deadline: plus(NOW, HOUR) }, plus(NOW, HOUR)],
  ['when it is given up', OVERDUE, plus(OVERDUE.deadline, GIVEN_UP_AFTER)],
  ['when contact law opens again', { ...OVERDUE, nextLawful: at('2026-11-22T08:00') }, at('2026-11-22T08:00')],
  [
    'at the opening of the day to which it was put off',
    { ...OVERDUE, deferredTo: day('2026-11-23') },
    at('2026-11-23T08:00'),
  ],
  [
    'at the beginning of that day where the store is closed',
    { ...OVERDUE, deferredTo: day('2026-11-22') },
    at('2026-11-22T00:00'),
  ],
] as const)('looks again %s', (_when, look, expected) => {
  expect(next([look])).toBe(expected);
});

it('looks again at the first of all moments, and never where none is to come', () => {
  const early = { from: plus(NOW, HOUR), deadline: plus(NOW, 3 * HOUR) };
  expect(next([OVERDUE, early])).toBe(early.from);
  expect(next([{ from: plus(NOW, -30 * DAY_24H), deadline: plus(NOW, -29 * DAY_24H) }])).toBeUndefined();
  expect(next([])).toBeUndefined();
});

function next(looks: readonly Look[]) {
  if (!compiled.ok) throw new Error('the hours do not compile');
  return nextLookAt(looks, { calendar: compiled.value }, NOW);
}
