import { expect, it } from 'vitest';
import { type Benchmark, measureRounds, median, summarise } from './benchmark.ts';

const NO_EFFORT = { warmUpMilliseconds: 0, turnMilliseconds: 0 };

it('takes turns in a turning order, and every contender has its turn in each round', async () => {
  const order: string[] = [];
  const contender = (name: string) => ({
    name,
    run: () => {
      order.push(name);
      return 1;
    },
  });
  const benchmark = { name: 'x', unit: 'things', items: 1, floor: contender('floor'), contenders: [contender('ours')] };
  const rounds = await measureRounds(benchmark, { ...NO_EFFORT, rounds: 2 });
  // One check that there is an outcome, one run to warm up, then the rounds.
  const before = ['floor', 'ours', 'floor', 'ours'];
  expect(order).toEqual([...before, 'floor', 'ours', 'ours', 'floor']);
  expect(rounds.map((round) => [...round.keys()])).toEqual([
    ['floor', 'ours'],
    ['ours', 'floor'],
  ]);
});

it('compares each contender with the floor of the same round', () => {
  const idle = (name: string) => ({ name, run: () => 1 });
  const benchmark: Benchmark = {
    name: 'x',
    unit: 'things',
    items: 1,
    floor: idle('floor'),
    contenders: [idle('ours')],
  };
  const rounds = [
    new Map([
      ['floor', 1],
      ['ours', 2],
    ]),
    new Map([
      ['floor', 10],
      ['ours', 50],
    ]),
    new Map([
      ['floor', 2],
      ['ours', 6],
    ]),
  ];
  expect(summarise(benchmark, rounds)).toEqual([
    { name: 'floor', itemsPerSecond: 0.5, slower: { median: 1, lowest: 1, highest: 1 } },
    { name: 'ours', itemsPerSecond: 1 / 6, slower: { median: 3, lowest: 2, highest: 5 } },
  ]);
});

it('refuses work that comes to nothing', async () => {
  const idle = { name: 'idle', run: () => 0 };
  const benchmark = { name: 'x', unit: 'things', items: 1, floor: idle, contenders: [] };
  await expect(measureRounds(benchmark, { ...NO_EFFORT, rounds: 1 })).rejects.toThrow('the work of "idle" came to 0');
});

it.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 2, 3], 2.5],
])('finds the median of %j', (numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});
