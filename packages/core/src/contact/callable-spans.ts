import { openingOf } from '../calendar/open-time.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { dayOfNumber } from '../spine/day.ts';
import { type Instant, MINUTE } from '../spine/instant.ts';
import { nextCommonStretch, type Stretch, type ZoneHours } from './calling-hours.ts';

/** The latest best time before the day's end: whoever calls then still has time to talk. Ours. */
export const BEFORE_CLOSING = 15 * MINUTE;

/** When a call can be made on a day of the store: it is open, and every zone allows it. Ascending, within bounds. */
export function callableSpans(
  zones: readonly ZoneHours[],
  calendar: StoreCalendar,
  dayNumber: number,
  within: Stretch,
): readonly Stretch[] {
  const spans: Stretch[] = [];
  for (const open of openingOf(calendar, dayOfNumber(dayNumber))) {
    const until = Math.min(open.until, within.until) as Instant;
    let at = Math.max(open.from, within.from) as Instant;
    while (at < until) {
      const lawful = nextCommonStretch(zones, at);
      if (lawful === undefined || lawful.from >= until) break;
      spans.push({ from: lawful.from, until: Math.min(lawful.until, until) as Instant });
      at = lawful.until;
    }
  }
  return spans;
}

/**
 * The moment within the spans that is nearest to a wish: the wish itself, else the next beginning of a span, else the
 * last moment that leaves time to talk.
 *
 * @returns undefined when the spans end before `notBefore`
 */
export function nearestIn(spans: readonly Stretch[], wish: Instant, notBefore: Instant): Instant | undefined {
  const final = spans.at(-1);
  if (final === undefined || notBefore >= final.until) return undefined;
  const latest = Math.max(final.from, final.until - BEFORE_CLOSING, notBefore);
  const earliest = Math.max(wish, notBefore);
  const span = spans.find((each) => earliest < each.until);
  return (span === undefined ? latest : Math.min(Math.max(span.from, earliest), latest)) as Instant;
}
