import type { AttemptMade, ContactHistory } from '../consent/contact-history.ts';
import { DAY_24H, type Instant, MINUTE } from '../spine/instant.ts';
import type { Channel } from '../spine/words.ts';
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
export function fullCaps(rules: ContactRules, customer: ContactHistory, now: Instant): readonly FullCap[] {
  if (leavesRoom(rules, customer, now)) return NONE;
  const caps = rules.attemptLaws.map((law) => ({
    law,
    cap: law.attemptsIn24Hours,
    channels: ['call', 'text'] as const,
  }));
  const own = rules.planCap === undefined ? [] : [{ cap: rules.planCap, channels: ['call'] as const }];
  return [...caps, ...own].flatMap(({ channels, ...cap }) => {
    const expiries = expiriesOf(customer.attempts, channels).filter((expiry) => expiry > now);
    const freeAt = expiries[expiries.length - cap.cap];
    return freeAt === undefined ? [] : [{ ...cap, attempts: expiries.length, freeAt: freeAt as Instant }];
  });
}

const NONE: readonly FullCap[] = [];

/** Whether so few attempts are recent, whatever their channel, that no cap can be full. */
function leavesRoom({ attemptLaws, planCap }: ContactRules, { attempts }: ContactHistory, now: Instant): boolean {
  let least = planCap ?? Number.POSITIVE_INFINITY;
  for (const law of attemptLaws) if (law.attemptsIn24Hours < least) least = law.attemptsIn24Hours;
  let recent = 0;
  for (const { at } of attempts) if (at > now - DAY_24H - MINUTE) recent++;
  return recent < least;
}

/** When each attempt stops counting, ascending. */
function expiriesOf(attempts: readonly AttemptMade[], channels: readonly Channel[]): readonly number[] {
  const counted = attempts.filter((attempt) => channels.includes(attempt.channel));
  const claims = counted.filter((attempt) => attempt.by === 'claim');
  const records = counted.filter((attempt) => attempt.by === 'record');
  return [...withoutDoubles(claims, records), ...records]
    .map((attempt) => Math.ceil(attempt.at / MINUTE) * MINUTE + DAY_24H)
    .sort((a, b) => a - b);
}

/** Without the claims of calls that a record tells of too. One record takes one claim, the earliest that fits. */
function withoutDoubles(claims: readonly AttemptMade[], records: readonly AttemptMade[]): readonly AttemptMade[] {
  let next = 0;
  return claims.filter((claim) => {
    if (claim.channel !== 'call') return true;
    while ((records[next]?.at ?? claim.at) < claim.at - SAME_CALL) next++;
    const record = records[next];
    if (record === undefined || record.at > claim.at + SAME_CALL) return true;
    next++;
    return false;
  });
}
