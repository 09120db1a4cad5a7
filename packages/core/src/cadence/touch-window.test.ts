import { expect, it } from 'vitest';
import { at, calendarOf, iso, makeStep, NEW_YORK, NEW_YORK_HOURS } from '../../test/support/plan-context.ts';
import type { StepTiming } from '../plan/follow-up-plan.ts';
import { touchWindow } from './touch-window.ts';

const MONDAY_TEN = '2026-11-16T10:00:00-05:00';

it('stretches a step over the working days that it may take', () => {
  expect(windowOf({ unit: 'days', after: 4, within: 2, at: 'opening' }, MONDAY_TEN)).toEqual([
    '2026-11-20T14:00:00.000Z',
    '2026-11-20T14:00:00.000Z',
    // Two days after Friday is Sunday: Monday's closing.
    '2026-11-24T01:00:00.000Z',
  ]);
});

it('begins a step of day 0 at its trigger', () => {
  expect(windowOf({ unit: 'days', after: 0, within: 0, at: 'triggerHour' }, MONDAY_TEN)).toEqual([
    '2026-11-16T15:00:00.000Z',
    '2026-11-16T15:00:00.000Z',
    '2026-11-17T01:00:00.000Z',
  ]);
});

it('moves the best time out of a break', () => {
  const calendar = calendarOf({
    zone: 'America/New_York',
    weekly: {
      1: [{ opens: '09:00', closes: '20:00' }],
      2: [
        { opens: '09:00', closes: '12:00' },
        { opens: '14:00', closes: '20:00' },
      ],
    },
  });
  const window = touchWindow(makeStep(), 0, at('2026-11-16T12:30:00-05:00'), calendar);
  expect(window && iso(window.best)).toBe('2026-11-17T19:00:00.000Z');
});

it('leaves a quarter of an hour before closing', () => {
  const [, best] = windowOf({ unit: 'days', after: 1, within: 0, at: 'triggerHour' }, '2026-11-16T19:50:00-05:00');
  expect(best).toBe('2026-11-18T00:45:00.000Z');
});

it('takes the opening where the trigger was earlier in the day', () => {
  const [from, best] = windowOf({ unit: 'days', after: 1, within: 0, at: 'triggerHour' }, '2026-11-16T06:00:00-05:00');
  expect(best).toBe(from);
});

it.each<StepTiming>([
  { unit: 'openMinutes', after: 0, within: 5 },
  { unit: 'days', after: 0, within: 0, at: 'opening' },
  { unit: 'days', after: 1, within: 0, at: 'opening' },
])('has no window yet where the calendar ends first: $unit', (due) => {
  const short = calendarOf(NEW_YORK_HOURS, '2026-11-01', '2026-11-16');
  expect(touchWindow(makeStep({ due }), 0, at('2026-11-16T19:58:00-05:00'), short)).toEqual(
    due.unit === 'days' && due.after === 0 ? expect.anything() : undefined,
  );
  expect(touchWindow(makeStep({ due }), 0, at('2026-11-16T21:00:00-05:00'), short)).toBeUndefined();
  expect(touchWindow(makeStep({ due }), 0, at('2026-11-20T12:00:00-05:00'), short)).toBeUndefined();
});

it('counts minutes by the clock on the wall where the plan says so, also at night', () => {
  expect(windowOf({ unit: 'minutes', after: 10, within: 5 }, '2026-11-16T23:00:00-05:00')).toEqual([
    '2026-11-17T04:10:00.000Z',
    '2026-11-17T04:10:00.000Z',
    '2026-11-17T04:15:00.000Z',
  ]);
});

// Helpers

function windowOf(due: StepTiming, since: string): readonly string[] {
  const window = touchWindow(makeStep({ due }), 0, at(since), NEW_YORK);
  return window ? [iso(window.from), iso(window.best), iso(window.deadline)] : [];
}
