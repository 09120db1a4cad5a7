import { readClock } from '@beback/client';
import { describe, expect, it } from 'vitest';
import { at, makePlan, makeTask } from '../../test/support/make.ts';
import { isOutlived, tickMilliseconds } from './freshness.ts';

const time = (text: string): number => Date.parse(at(text));

describe('isOutlived', () => {
  const held = { from: at('09:00'), lawfulUntil: null, nextLawful: null };
  const plan = (...tasks: readonly Parameters<typeof makeTask>[0][]) =>
    makePlan(tasks.map((task) => makeTask({ ...held, ...task }))).workPlan;

  it.each([
    ['from', { from: at('11:00') }],
    ['lawfulUntil', { lawfulUntil: at('11:00') }],
    ['nextLawful', { nextLawful: at('11:00') }],
  ])('is so from %s of any task on, and was not before', (_, task) => {
    expect(isOutlived(plan({}, task), time('10:00'), time('10:59'))).toBe(false);
    expect(isOutlived(plan({}, task), time('10:00'), time('11:00'))).toBe(true);
  });

  it('is not so of what had come already when the list was fetched', () => {
    expect(isOutlived(plan({ from: at('11:00'), nextLawful: at('10:30') }), time('11:00'), time('12:00'))).toBe(false);
  });

  it.each([
    ['America/Chicago', '2026-11-22T05:59:59Z', false],
    ['America/Chicago', '2026-11-22T06:00:00Z', true],
    ['America/New_York', '2026-11-22T05:00:00Z', true],
  ])('is so when the day is over in %s: at %s %s', (zone, now, expected) => {
    const { workPlan } = makePlan([], { zone });
    expect(isOutlived(workPlan, time('10:00'), Date.parse(now))).toBe(expected);
  });
});

it('looks often enough at a clock for its rate, and never madly', () => {
  const tick = (rate: number) => tickMilliseconds(readClock({ now: at('10:00'), rate }, 0));
  expect([tick(1), tick(5), tick(60), tick(100_000), tick(0)]).toEqual([15_000, 3_000, 1_000, 1_000, 15_000]);
  expect(tickMilliseconds(undefined)).toBe(15_000);
});
