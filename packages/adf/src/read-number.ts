/**
 * The first number in a text, as people write amounts: `$23,995.50`, `61 250 km`, `23.995,00 €`, `+50`.
 *
 * @returns null when there is none. A comma or a point counts as decimal when one or two digits follow it at the end.
 *
 * @example
 * readNumber('$23,995'); // 23995
 */
export function readNumber(text: string): number | null {
  const found = /(-?)\s?(?:[$€£]\s?)?(\d[\d.,'\u00a0 ]*)/.exec(text.slice(0, 200));
  if (found === null) return null;
  const digits = (found[2] ?? '').replace(/['\u00a0 ]+(?=\d{3}(?!\d))/g, '').split(/['\u00a0 ]/)[0] ?? '';
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  const whole = (decimal === null ? digits : digits.slice(0, decimal.index)).replace(/[.,]/g, '');
  const value = Number(`${whole}.${decimal?.[1] ?? '0'}`);
  return Number.isFinite(value) ? (found[1] === '-' ? -value : value) : null;
}

/** A whole number in plain digits, or null. */
export function readWhole(text: string): number | null {
  const bare = text.trim();
  return /^\+?\d{1,9}$/.test(bare) ? Number(bare) : null;
}
