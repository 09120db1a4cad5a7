import { ATTEMPT_LAWS, type Attempt, type ContactHistory, type Context, type Reason, reason } from '@beback/core';
import { evidenceOf, holds, laterOf, type Places, utcDateOf } from './temporal-laws.ts';

/** The first instant at which every cap leaves room, and which leave none now. */
export function roomFrom(
  customer: ContactHistory,
  attempt: Attempt,
  solicits: boolean,
  places: Places,
  now: Temporal.Instant,
  { plan }: Context,
): { readonly from: Temporal.Instant; readonly reasons: readonly Reason[] } {
  const today = utcDateOf(now);
  const reasons: Reason[] = [];
  let from = now;
  for (const law of solicits ? ATTEMPT_LAWS : []) {
    if (!holds(law, places, today)) continue;
    const cap = law.attemptsIn24Hours;
    const full = fullUntil(customer, ['call', 'text'], cap, now);
    if (full === undefined) continue;
    const freeAt = full.freeAt.epochMilliseconds;
    reasons.push(reason('contact.attemptCap', { attempts: full.attempts, cap, freeAt, ...evidenceOf(law) }));
    from = laterOf(from, full.freeAt);
  }
  const cap = plan.contactPolicy.callAttemptsIn24Hours;
  const full = attempt.channel === 'call' ? fullUntil(customer, ['call'], cap, now) : undefined;
  if (full === undefined) return { from, reasons };
  const data = { attempts: full.attempts, cap, freeAt: full.freeAt.epochMilliseconds };
  reasons.push(reason('contact.planAttemptCap', data, { plan: { version: plan.version } }));
  return { from: laterOf(from, full.freeAt), reasons };
}

function fullUntil(
  customer: ContactHistory,
  channels: readonly string[],
  cap: number,
  now: Temporal.Instant,
): { readonly freeAt: Temporal.Instant; readonly attempts: number } | undefined {
  const made = customer.attempts.flatMap(({ channel, by, at }) =>
    channels.includes(channel) ? [{ channel, by, at: Temporal.Instant.fromEpochMilliseconds(at) }] : [],
  );
  const records = made.filter(({ by }) => by === 'record');
  let next = 0;
  const claims = made.filter(({ by, channel, at }) => {
    if (by !== 'claim') return false;
    if (channel !== 'call') return true;
    const [earliest, latest] = [at.subtract({ minutes: 15 }), at.add({ minutes: 15 })];
    while (next < records.length && Temporal.Instant.compare(records[next]?.at ?? at, earliest) < 0) next++;
    const record = records[next];
    if (record === undefined || Temporal.Instant.compare(record.at, latest) > 0) return true;
    next++;
    return false;
  });
  const counting = [...claims, ...records]
    .map(({ at }) => at.round({ smallestUnit: 'minute', roundingMode: 'ceil' }).add({ hours: 24 }))
    .filter((expiry) => Temporal.Instant.compare(expiry, now) > 0)
    .sort(Temporal.Instant.compare);
  const freeAt = counting[counting.length - cap];
  return freeAt && { freeAt, attempts: counting.length };
}
