/** Instants of which the text is remembered: lists are read again and again, and full of the same ones. */
const MOST_KEPT = 20_000;
let young = new Map<number, string>();
let old = new Map<number, string>();

/**
 * An instant as ISO 8601 in UTC, as `Date.prototype.toISOString` writes it: a person's day tells some three hundred, and
 * most of them again after each call.
 *
 * @param at - milliseconds since 1970
 * @throws RangeError for no instant
 */
export function isoText(at: number): string {
  const known = young.get(at);
  if (known !== undefined) return known;
  const text = old.get(at) ?? new Date(at).toISOString();
  if (young.size >= MOST_KEPT) {
    old = young;
    young = new Map();
  }
  young.set(at, text);
  return text;
}
