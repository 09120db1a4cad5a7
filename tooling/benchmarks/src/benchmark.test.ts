import { expect, it } from 'vitest';
import { measure, median } from './benchmark.ts';

it('takes turns in a turning order, and every contender has its turn in each round', () => {
  const order: string[] = [];
  const contender = (name: string) => ({
    name,
    run: () => {
      order.push(name);
      return 1;
    },
  });
  const measured = measure(
    { name: 'x', unit: 'things', items: 1, floor: contender('floor'), contenders: [contender('ours')] },
    { rounds: 2, turnMilliseconds: 0 },
  );
  expect(order).toEqual(['floor', 'ours', 'floor', 'ours', 'ours', 'floor']);
  expect(measured.map(({ name }) => name)).toEqual(['floor', 'ours']);
  expect(measured[0]?.slower).toEqual({ median: 1, lowest: 1, highest: 1 });
});

it('refuses work that comes to nothing', () => {
  const idle = { name: 'idle', run: () => 0 };
  const benchmark = { name: 'x', unit: 'things', items: 1, floor: idle, contenders: [] };
  expect(() => measure(benchmark, { rounds: 1, turnMilliseconds: 0 })).toThrow('the work of "idle" came to 0');
});

it.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 2, 3], 2.5],
])('finds the median of %j', (numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});
