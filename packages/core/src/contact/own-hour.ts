import { localMinutes } from '../calendar/wall-time.ts';
import type { ZoneTable } from '../calendar/zone-table.ts';
import { MINUTE } from '../spine/instant.ts';
import { compareMarks, type Mark } from '../spine/mark.ts';

/** The hour at which a customer answers, and the answers that say so. */
export interface OwnHour {
  /** Minutes since midnight by the customer's clock. */
  readonly minutes: number;
  readonly near: readonly Mark[];
}

/** One answer may be chance. */
const LEAST_ANSWERS = 2;
/** Answers are near to each other within an hour, whatever their days. Ours, as the two that it takes. */
const NEAR_MINUTES = 60;
/** A claim and a record this near to each other are one call. */
const SAME_CALL = 15 * MINUTE;

/**
 * The hour near which a customer answered at least twice: the median of the largest group of answers within an hour of
 * one of them; of equal groups the one around the latest answer.
 */
export function ownHour(answered: readonly Mark[], home: ZoneTable): OwnHour | undefined {
  const calls = withoutDoubles(answered)
    .filter(({ at }) => at >= home.from && at < home.until)
    .map((mark) => ({ mark, minutes: localMinutes(home, mark.at) }));
  let best: typeof calls = [];
  for (const centre of calls) {
    const near = calls.filter(({ minutes }) => Math.abs(minutes - centre.minutes) <= NEAR_MINUTES);
    if (near.length >= best.length) best = near;
  }
  if (best.length < LEAST_ANSWERS) return undefined;
  return { minutes: median(best.map(({ minutes }) => minutes)), near: best.map(({ mark }) => mark) };
}

function withoutDoubles(answered: readonly Mark[]): readonly Mark[] {
  const calls: Mark[] = [];
  for (const mark of answered.toSorted(compareMarks)) {
    const last = calls.at(-1);
    if (last === undefined || mark.at > last.at + SAME_CALL) calls.push(mark);
  }
  return calls;
}

/** Of an even count the whole minute at or before the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] as number, sorted[Math.floor(middle)] as number];
  return Math.floor((low + high) / 2);
}
