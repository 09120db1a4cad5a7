import type { Id } from './id.ts';

/**
 * Digits and letters that nobody mistakes for one another in handwriting or print: Crockford's base 32, without I, L, O
 * and U (crockford.com/base32.html).
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 4;
const BITS_OF_SIGN = 5;

/** What is typed for a sign that is not there. */
const READ_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' };

/** FNV-1a, 32 bits (RFC 9923). */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The short name of a task on a printed day sheet: four signs of 32, the same whenever it is asked for. One in a
 * million: two tasks of one person's day hardly ever share one, so whoever looks up a code shows the customer's name too.
 *
 * @example
 * sheetCode(touch.id); // '7KQ2'
 */
export function sheetCode(touchId: Id<'Touch'>): string {
  let hash = FNV_OFFSET;
  for (let i = 0; i < touchId.length; i++) hash = Math.imul(hash ^ touchId.charCodeAt(i), FNV_PRIME);
  const folded = (hash >>> 20) ^ hash;
  let code = '';
  for (let place = 0; place < LENGTH; place++) code += SIGNS[(folded >>> (place * BITS_OF_SIGN)) & 31];
  return code;
}

/**
 * A code as somebody types it off a sheet: in small letters, with spaces or hyphens, an O for a 0.
 *
 * @returns undefined when it is no code
 *
 * @example
 * readSheetCode('7k-q2'); // '7KQ2'
 */
export function readSheetCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[ILOU]/g, (sign) => READ_AS[sign] ?? sign);
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : undefined;
}
