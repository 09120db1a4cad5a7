/** Crockford's base 32: no letter that is taken for a digit. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/**
 * A lead's name for people: short enough to be read out on the phone. Made of the 40 last, random bits of its id.
 *
 * @example
 * receiptOf('019c2f3e-8a10-7000-9f2c-5f0a6b1c2d3e'); // 'BB-19NH-RB9Y'
 */
export function receiptOf(leadId: string): string {
  let bits = Number.parseInt(leadId.slice(-10), 16);
  let text = '';
  for (let i = 0; i < LENGTH; i++) {
    text = DIGITS.charAt(bits % 32) + text;
    bits = Math.floor(bits / 32);
  }
  return `BB-${text.slice(0, 4)}-${text.slice(4)}`;
}
