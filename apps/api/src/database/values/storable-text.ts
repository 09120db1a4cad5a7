/** Stands for a character that is none, as browsers show it. */
const REPLACEMENT = '\uFFFD';

/** How JSON.stringify writes NUL and half a surrogate pair; a backslash before it would be a text about them. */
const ESCAPED = /\\u(?:0000|d[89a-f])/;

/**
 * Text as PostgreSQL can hold it: it takes every character but NUL, and no half of a surrogate pair. Both come from
 * programs and from cut emoji, never from what somebody means, so that nobody's lead is turned away for them.
 */
export function storableText(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', REPLACEMENT).toWellFormed() : text.toWellFormed();
}

/** As {@link storableText}, for every text in a value on its way into json or jsonb. */
export function storableJson(value: unknown): string {
  const written = JSON.stringify(value);
  if (written === undefined || !ESCAPED.test(written)) return written;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part));
}
