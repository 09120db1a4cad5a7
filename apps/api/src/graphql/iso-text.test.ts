import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoText } from './iso-text.ts';

const LARGEST = 8_640_000_000_000_000;

it('writes every instant as Date does, the first time and again', () => {
  const instantArb = fc.oneof(
    fc.integer({ min: -LARGEST, max: LARGEST }),
    fc.integer({ min: Date.UTC(2020), max: Date.UTC(2035) }),
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
  );
  const law = fc.property(instantArb, (at) => {
    const told = new Date(at).toISOString();
    return isoText(at) === told && isoText(at) === told;
  });
  fc.assert(law);
});

it('writes them so when it has forgotten many, too', () => {
  for (let at = 0; at < 50_000; at++) isoText(at);
  expect([isoText(1), isoText(49_999)]).toEqual(['1970-01-01T00:00:00.001Z', '1970-01-01T00:00:49.999Z']);
});

it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [LARGEST + 1], [-LARGEST - 1]])('refuses %s, as Date does', (at) => {
  expect(() => new Date(at).toISOString()).toThrow(RangeError);
  expect(() => isoText(at)).toThrow(RangeError);
});
