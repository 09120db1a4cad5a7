import type { CompiledStep } from '../plan/compiled-plan.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';

const [COLON, ZERO, NINE, A, Z] = [58, 48, 57, 97, 122] as const;

/**
 * Which of an episode's steps a touch id names in its first round, by place; -1: none. The other way round: `touchId`.
 * It reads the id where it stands and makes no text: encoding asks it of every act.
 *
 * @param steps - of the episode's trigger
 * @param guess - where to look first: acts mostly follow each other as their steps do
 */
export function namedStep(
  touchId: Id<'Touch'>,
  opportunityId: Id<'Opportunity'>,
  since: Instant,
  steps: readonly CompiledStep[],
  guess: number,
): number {
  const from = opportunityId.length + 1;
  const end = startOfOccurrence(touchId, since) - 1;
  if (end < from || touchId.charCodeAt(from - 1) !== COLON || !stands(opportunityId, touchId, 0)) return -1;
  for (let k = 0; k < steps.length; k++) {
    const place = (guess + k) % steps.length;
    const name = steps[place]?.id ?? '';
    if (name.length === end - from && stands(name, touchId, from)) return place;
  }
  return -1;
}

/** Whether a part stands in a text from there on; compared from its end, where ids differ. */
function stands(part: string, text: string, from: number): boolean {
  for (let k = part.length - 1; k >= 0; k--) if (part.charCodeAt(k) !== text.charCodeAt(from + k)) return false;
  return true;
}

/** Where the occurrence begins at the end of an id, when it is of this instant, as `since.toString(36)`; -1: it is not. */
function startOfOccurrence(touchId: string, since: Instant): number {
  let value = 0;
  let weight = 1;
  for (let at = touchId.length - 1; at >= 0; at--) {
    const code = touchId.charCodeAt(at);
    if (code === COLON) return value === since && isPlain(touchId, at + 1) ? at + 1 : -1;
    const digit = digitOf(code);
    if (digit < 0) return -1;
    value += digit * weight;
    weight *= 36;
  }
  return -1;
}

/** No digit at all, or a zero in front of others, is no way in which a number is written. */
function isPlain(touchId: string, start: number): boolean {
  const length = touchId.length - start;
  return length === 1 || (length > 1 && touchId.charCodeAt(start) !== ZERO);
}

function digitOf(code: number): number {
  if (code >= ZERO && code <= NINE) return code - ZERO;
  return code >= A && code <= Z ? code - A + 10 : -1;
}
