import { expect, it } from 'vitest';
import { describeBar, judge } from './bar.ts';

const rounds = [2, 3, 10].map(
  (seconds) =>
    new Map([
      ['ours', seconds],
      ['floor', 1],
    ]),
);

it('holds the median of the rounds to the bar', () => {
  expect(judge({ of: 'ours', than: 'floor', atMost: 3 }, rounds)).toMatchObject({ ratio: 3, met: true });
  expect(judge({ of: 'ours', than: 'floor', atMost: 2.9 }, rounds)).toMatchObject({ met: false });
  expect(judge({ of: 'ours', than: 'floor', atLeast: 3 }, rounds)).toMatchObject({ met: true });
  expect(judge({ of: 'ours', than: 'floor', atLeast: 3.1 }, rounds)).toMatchObject({ met: false });
});

it('says what came out and what was asked', () => {
  const judged = judge({ of: 'ours', than: 'floor', atMost: 2.5 }, rounds);
  expect(describeBar(judged)).toBe('NOT MET  ours: 3.00 x the time of floor, at most 2.5');
});

it('refuses a bar about nobody', () => {
  expect(() => judge({ of: 'theirs', than: 'floor', atMost: 1 }, rounds)).toThrow('a bar is about "theirs"');
});
