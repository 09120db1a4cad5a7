import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

describe('createRandom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const draw = (seed: string) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('keeps a fork independent of what its parent draws', () => {
    const one = createRandom('group');
    const other = createRandom('group');
    other.next();
    expect(one.fork('store 1').next()).toBe(other.fork('store 1').next());
  });

  it('spreads evenly: each of ten boxes holds a tenth of 20,000 draws, within one percent of all', () => {
    const random = createRandom('even');
    const boxes = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const box = Math.floor(random.next() * 10);
      boxes[box] = (boxes[box] ?? 0) + 1;
    }
    for (const count of boxes) expect(Math.abs(count / 20_000 - 0.1)).toBeLessThan(0.01);
  });

  it('reaches both ends of a span of whole numbers', () => {
    const random = createRandom('ends');
    const seen = new Set(Array.from({ length: 300 }, () => random.between(1, 6)));
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('makes well-formed UUIDs of version 8, none twice', () => {
    const random = createRandom('ids');
    const ids = Array.from({ length: 5000 }, () => random.uuid());
    for (const value of ids)
      expect(value).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(5000);
  });

  it('picks by weight and refuses an empty list', () => {
    const random = createRandom('weights');
    const picks = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['rare', 1],
        ['often', 3],
      ]),
    );
    const often = picks.filter((pick) => pick === 'often').length / 4000;
    expect(often).toBeGreaterThan(0.72);
    expect(often).toBeLessThan(0.78);
    expect(() => random.weighted([])).toThrow('at least one entry');
  });
});
