import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from './id.ts';
import { readSheetCode, sheetCode } from './sheet-code.ts';

const touchArb = fc
  .uuid()
  .chain((uuid) => fc.nat({ max: 20 }).map((step) => id<'Touch'>(`${uuid}:call-${step}:mi8q2f`)));

describe('S14 a task’s short code', () => {
  it('is four signs that are read back from however they are typed', () => {
    fc.assert(
      fc.property(touchArb, (touch) => {
        const code = sheetCode(touch);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(sheetCode(touch)).toBe(code);
        const typed = ` ${code.slice(0, 2).toLowerCase()}-${code.slice(2).replaceAll('0', 'o').replaceAll('1', 'l')} `;
        expect(readSheetCode(typed)).toBe(code);
      }),
    );
  });

  it('hardly ever is the same for two tasks of one sheet', () => {
    const touches = Array.from({ length: 2000 }, (_, i) =>
      id<'Touch'>(`019ab${i.toString(16)}:call-day-${i % 9}:mi8q2f`),
    );
    const different = new Set(touches.map(sheetCode)).size;
    // Two thousand at random among 32^4 share a code about twice.
    expect(different).toBeGreaterThan(1990);
  });

  it('tells what is no code', () => {
    for (const typed of ['', '7KQ', '7KQ22', '7K*2']) expect(readSheetCode(typed)).toBeUndefined();
  });
});
