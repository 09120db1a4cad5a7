import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ArrayText, readArray, writeArray } from './array-text.ts';

it('reads what PostgreSQL writes', () => {
  expect(readArray('{}')).toEqual([]);
  expect(readArray('{a,"b c",NULL,"NULL","",-1.5,"x\\"y\\\\z"}')).toEqual([
    'a',
    'b c',
    null,
    'NULL',
    '',
    '-1.5',
    'x"y\\z',
  ]);
  expect(readArray('{{1,2},{3,NULL}}')).toEqual([
    ['1', '2'],
    ['3', null],
  ]);
});

it('reads what it wrote, whatever the elements hold', () => {
  const elementArb = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null));
  const arrayArb: fc.Arbitrary<ArrayText> = fc.oneof(fc.array(elementArb), fc.array(fc.array(elementArb)));
  fc.assert(
    fc.property(arrayArb, (elements) => {
      expect(readArray(writeArray(elements))).toEqual(elements);
    }),
  );
});

it('refuses what is no array', () => {
  for (const text of ['', 'a', '{', '{a', '{"a}', '{a}b', '[0:1]={a,b}', '{"a"b}']) {
    expect(() => readArray(text), text).toThrow(RangeError);
  }
});
