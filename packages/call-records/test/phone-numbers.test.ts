import { readFileSync } from 'node:fs';
import { judgePhone } from '@beback/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phoneReader } from '../src/read-number.ts';

/** A call is found by its customer's number, so a lead's reading of a number and a call record's must be one. */
const readPhone = phoneReader('US');

const VECTORS = new URL('../../core/test/vectors/identity/phones.json', import.meta.url);
const { rows } = JSON.parse(readFileSync(VECTORS, 'utf8')) as {
  rows: readonly { written: string; grade: string; e164?: string; extension?: string }[];
};
/** Written as people write them in forms, never by a phone system; or longer and shorter than their country has any. */
const OF_LEADS_ONLY = ['tel:+17162340124', '+3541234', '+358401234567890'];

it.each(rows.filter(({ e164, extension }) => e164 !== undefined && extension === undefined))(
  'reads $written as core does',
  ({ written, e164 }) => {
    expect(readPhone(written)).toBe(OF_LEADS_ONLY.includes(written) ? undefined : e164);
  },
);

it('reads every North American number as core does, however it is written', () => {
  const digit = (least: number) => fc.integer({ min: least, max: 9 });
  const number = fc.tuple(
    digit(2),
    digit(0),
    digit(0),
    digit(2),
    digit(0),
    digit(0),
    digit(0),
    digit(0),
    digit(0),
    digit(0),
  );
  const written = fc.constantFrom<(a: string, b: string, c: string) => string>(
    (a, b, c) => `+1${a}${b}${c}`,
    (a, b, c) => `1${a}${b}${c}`,
    (a, b, c) => `${a}${b}${c}`,
    (a, b, c) => `(${a}) ${b}-${c}`,
    (a, b, c) => `+1 ${a} ${b} ${c}`,
    (a, b, c) => `1-${a}-${b}-${c}`,
    (a, b, c) => `${a}.${b}.${c}`,
  );
  fc.assert(
    fc.property(number, written, (digits, write) => {
      const [a, b, c] = [digits.slice(0, 3).join(''), digits.slice(3, 6).join(''), digits.slice(6).join('')];
      const judged = judgePhone(write(a, b, c), []);
      const read = readPhone(write(a, b, c));
      expect(read).toBe(`+1${a}${b}${c}`);
      if (judged.grade !== 'junk') expect(judged.value.e164).toBe(read);
    }),
  );
});
