import { describe, expect, it } from 'vitest';
import { plotOf, stepPath } from './chart-geometry.ts';

describe('a plot', () => {
  it('has its highest value under the head and nothing at the bottom', () => {
    const plot = plotOf([0, 10, 40], 20);
    expect([plot.yOf(40), plot.yOf(0)]).toEqual([18, 100]);
    expect(plot.yOf(20)).toBe(59);
  });

  it('has the limit in sight when all values are small', () => {
    const plot = plotOf([1, 2], 50);
    expect([plot.top, plot.yOf(50)]).toEqual([50, 18]);
  });

  it('never leaves its frame, and has one for nothing at all', () => {
    const plot = plotOf([5], 5);
    expect([plot.yOf(-1), plot.yOf(9)]).toEqual([100, 18]);
    expect(plotOf([0, 0], 0).yOf(0)).toBe(100);
    expect(plotOf([], 0).xOf(0)).toBe(50);
  });

  it('leaves room for what stands under the columns', () => {
    expect(plotOf([1], 1, 20).yOf(0)).toBe(80);
  });

  it('puts each column in its place', () => {
    const { xOf } = plotOf([1, 2, 3, 4], 4);
    expect([xOf(0), xOf(3)]).toEqual([12.5, 87.5]);
  });

  it('draws columns from left to right, a unit wide each', () => {
    expect(stepPath([4, 0, 2], plotOf([4, 0, 2], 4))).toBe('M0 100V18H1V100H2V59H3V100Z');
  });
});
