import { expect, it } from 'vitest';
import { makeStep, planOf, planOfSteps } from '../../test/support/plan-context.ts';
import { roomForArrivals } from './room-for-arrivals.ts';

it('keeps an Internet person of 70 leads a month the four calls of each lead’s first day', () => {
  const { tasks, calls } = roomForArrivals({ internet: 70 / 22 }, planOf());
  expect(tasks).toBeCloseTo(12.73, 2);
  expect(calls).toBe(tasks);
});

it('keeps nothing for leads whose first day is a manager’s and the server’s', () => {
  expect(roomForArrivals({ walkIn: 5, phoneUp: 5, sold: 3, lost: 2 }, planOf())).toEqual({ tasks: 0, calls: 0 });
});

it('counts the owner’s steps of the first day, whatever their channel and unit, and none of a later one', () => {
  const plan = planOfSteps(
    'phoneUp',
    makeStep({ id: 'day-0', channel: 'letter', due: { unit: 'days', after: 0, within: 0, at: 'opening' } }),
    makeStep({ id: 'soon', due: { unit: 'openMinutes', after: 30, within: 30 } }),
    makeStep({ id: 'day-1' }),
    makeStep({ id: 'of-the-bdc', who: 'bdc', due: { unit: 'openMinutes', after: 60, within: 30 } }),
  );
  expect(roomForArrivals({ phoneUp: 2, internet: 9 }, plan)).toEqual({ tasks: 4, calls: 2 });
});
