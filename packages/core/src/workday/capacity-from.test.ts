import fc from 'fast-check';
import { expect, it } from 'vitest';
import { capacityFrom, type DocumentedDay, LEAST_WORK_DAYS } from './capacity-from.ts';

const FLOOR = { tasks: 25, calls: 15 };

it('takes the upper quartile of the days, for a slow day shows nothing of what fits into one', () => {
  expect(capacityFrom(days([0, 2], [3, 4], [18, 4], [20, 8], [17, 30], [16, 4], [18, 6], [19, 4]), FLOOR)).toEqual({
    tasks: 24,
    calls: 18,
  });
});

it('keeps to the plan while there are too few days of work to tell', () => {
  const busy = Array.from({ length: LEAST_WORK_DAYS }, (): DocumentedDay => ({ calls: 40, other: 5 }));
  expect(capacityFrom(busy.slice(1), FLOOR)).toEqual(FLOOR);
  expect(capacityFrom(busy, FLOOR)).toEqual({ tasks: 40, calls: 40 });
});

it.each([
  [25, 20],
  [15, 12],
  [35, 28],
  [7, 6],
  [1, 1],
  [0, 0],
])('never shrinks a day of %i below %i', (floor, least) => {
  const idle = Array.from({ length: 20 }, (): DocumentedDay => ({ calls: 0, other: 0 }));
  expect(capacityFrom(idle, { tasks: floor, calls: floor })).toEqual({ tasks: least, calls: least });
});

it('never falls below 80 % of the floor, and holds its own calls', () => {
  fc.assert(
    fc.property(daysArb, floorArb, (worked, floor) => {
      const { tasks, calls } = capacityFrom(worked, floor);
      expect(tasks * 10).toBeGreaterThanOrEqual(floor.tasks * 8);
      expect(calls * 10).toBeGreaterThanOrEqual(floor.calls * 8);
      expect(tasks).toBeGreaterThanOrEqual(calls);
    }),
  );
});

it('rises above the floor by documented calls alone', () => {
  fc.assert(
    fc.property(daysArb, floorArb, fc.nat({ max: 200 }), (worked, floor, more) => {
      const { tasks, calls } = capacityFrom(worked, floor);
      expect(tasks).toBeLessThanOrEqual(Math.max(floor.tasks, ...worked.map((day) => day.calls)));
      const busier = capacityFrom(
        worked.map((day) => ({ ...day, other: day.other + more })),
        floor,
      );
      expect(busier.calls).toBe(calls);
      expect(busier.tasks).toBeLessThanOrEqual(Math.max(floor.tasks, tasks));
    }),
  );
});

it('never falls when more is documented, and does not depend on the order of the days', () => {
  fc.assert(
    fc.property(daysArb, floorArb, fc.nat({ max: 19 }), fc.nat({ max: 20 }), (worked, floor, which, more) => {
      const before = capacityFrom(worked, floor);
      const after = capacityFrom(
        worked.map((day, i) => (i === which % worked.length ? { ...day, calls: day.calls + more } : day)),
        floor,
      );
      expect(after.tasks).toBeGreaterThanOrEqual(before.tasks);
      expect(after.calls).toBeGreaterThanOrEqual(before.calls);
      expect(capacityFrom(worked.toReversed(), floor)).toEqual(before);
    }),
  );
});

// Helpers

function days(...rows: readonly (readonly [calls: number, other: number])[]): readonly DocumentedDay[] {
  return rows.map(([calls, other]) => ({ calls, other }));
}

const daysArb = fc.array(fc.record({ calls: fc.nat({ max: 120 }), other: fc.nat({ max: 120 }) }), {
  minLength: LEAST_WORK_DAYS,
  maxLength: 20,
});
const floorArb = fc
  .tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 }))
  .map(([tasks, calls]) => ({ tasks, calls: Math.min(tasks, calls) }));
