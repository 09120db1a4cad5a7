import type { AttemptMade, ContactHistory } from '../consent/contact-history.ts';
import { DAY_24H, type Instant, MINUTE } from '../spine/instant.ts';
import type { AttemptLaw } from './attempt-laws.ts';
import type { ContactRules } from './contact-rules.ts';

/** A cap that leaves no room now: by a law, or by the store's own plan. */
export interface FullCap {
  readonly law?: AttemptLaw;
  readonly cap: number;
  /** Attempts that count now. */
  readonly attempts: number;
  /** When there is room again. */
  readonly freeAt: Instant;
}

/**
 * Milliseconds after which `mayContact` takes no notice of an attempt any more, whichever cap is asked. Who judges by
 * claims alone (no call records, which pair with claims of any age) may load no older ones.
 *
 * @example
 * const counting = history.attempts.filter(({ at }) => at >= now - ATTEMPT_COUNTS_FOR);
 */
export const ATTEMPT_COUNTS_FOR = DAY_24H + MINUTE;

/** A claim and a record this near to each other are one call: people log after they hang up. */
const SAME_CALL = 15 * MINUTE;

/**
 * The caps that the last 24 hours' attempts have filled. A law's cap counts calls and texts together, the plan's
 * counts calls. Each attempt counts until 24 hours after its minute ended: one of 10:00:30 until 10:01 of the next
 * day, one of 10:00:00 until 10:00.
 */
export function fullCaps(
  { attemptLaws, planCap, leastCap }: ContactRules,
  { attempts }: ContactHistory,
  now: Instant,
): readonly FullCap[] {
  if (attempts.length < leastCap || recentAttempts(attempts, now) < leastCap) return NONE;
  const full: FullCap[] = [];
  if (attemptLaws.length > 0) {
    const solicitations = expiriesOf(attempts, true, now);
    for (const law of attemptLaws) addFull(full, solicitations, law.attemptsIn24Hours, law);
  }
  if (planCap !== undefined) addFull(full, expiriesOf(attempts, false, now), planCap);
  return full;
}

const NONE: readonly FullCap[] = [];

/** How many attempts may count, whatever their channel: where these are too few to fill any cap, nobody counts further. */
function recentAttempts(attempts: readonly AttemptMade[], now: Instant): number {
  // From the latest on: most of a long past is not looked at.
  let place = attempts.length;
  while (place > 0 && (attempts[place - 1] as AttemptMade).at > now - ATTEMPT_COUNTS_FOR) place--;
  return attempts.length - place;
}

function addFull(full: FullCap[], expiries: readonly number[], cap: number, law?: AttemptLaw): void {
  const freeAt = expiries[expiries.length - cap] as Instant | undefined;
  if (freeAt !== undefined) full.push({ ...(law && { law }), cap, attempts: expiries.length, freeAt });
}

/**
 * When each attempt that counts now stops counting, ascending: calls, and texts too where the cap is about both. A claim of a
 * call does not count that a record tells of too; one record takes one claim, the earliest that fits.
 */
function expiriesOf(attempts: readonly AttemptMade[], texts: boolean, now: Instant): readonly number[] {
  const expiries: number[] = [];
  let next = 0;
  for (const attempt of attempts) {
    const { at, by, channel } = attempt;
    if (!isCounted(attempt, texts)) continue;
    if (by === 'claim' && channel === 'call') {
      next = recordFrom(attempts, texts, next, at - SAME_CALL);
      const record = attempts[next];
      if (record !== undefined && record.at <= at + SAME_CALL) {
        next++;
        continue;
      }
    }
    const expiry = Math.ceil(at / MINUTE) * MINUTE + DAY_24H;
    if (expiry > now) expiries.push(expiry);
  }
  return expiries;
}

function isCounted({ channel }: AttemptMade, texts: boolean): boolean {
  return channel === 'call' || (texts && channel === 'text');
}

/** Place of the first record at a time or later, from a place on; the number of attempts where there is none. */
function recordFrom(attempts: readonly AttemptMade[], texts: boolean, from: number, earliest: number): number {
  let place = from;
  for (; place < attempts.length; place++) {
    const attempt = attempts[place] as AttemptMade;
    if (attempt.by === 'record' && attempt.at >= earliest && isCounted(attempt, texts)) break;
  }
  return place;
}
