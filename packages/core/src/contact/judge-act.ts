import type { ContactHistory } from '../consent/contact-history.ts';
import { contactHistoryUntil } from '../consent/contact-history-until.ts';
import type { Context } from '../plan/context.ts';
import { type Instant, instant } from '../spine/instant.ts';
import type { Attempt } from './attempt.ts';
import type { ContactVerdict } from './contact-verdict.ts';
import { mayContact } from './may-contact.ts';

/** When something was done, both ends included: one moment, or some moment of a stretch where nobody noted which. */
export interface ActSpan {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * Whether an act of the past was lawful when it was done, by what had been said up to then: a STOP or a consent that came
 * after it changes nothing. Of an act whose moment nobody noted, it is so as soon as one moment of the stretch is lawful: who
 * wrote down no time is told nothing that may not be true.
 *
 * @param customer - the customer's facts, folded by `contactHistory`; later ones among them do no harm
 * @returns the verdict of the first lawful moment; where there is none, of the beginning
 * @throws RangeError as `mayContact` does
 *
 * @example
 * const verdict = judgeAct(history, attempt, { from: activity.at, until: activity.at }, { plan, calendar });
 */
export function judgeAct(
  customer: ContactHistory,
  attempt: Attempt,
  { from, until }: ActSpan,
  rules: Pick<Context, 'plan' | 'calendar'>,
): ContactVerdict {
  let first: ContactVerdict | undefined;
  const changes = changesWithin(customer, { from, until });
  for (const [i, begins] of changes.entries()) {
    const ends = changes[i + 1] ?? instant(until + 1);
    // Between two changes the clock alone moves.
    const known = contactHistoryUntil(customer, begins);
    const verdict = mayContact(known, attempt, { ...rules, now: begins });
    if (verdict.kind === 'allowed') return verdict;
    first ??= verdict;
    if (verdict.kind !== 'notNow' || verdict.next >= ends) continue;
    const later = mayContact(known, attempt, { ...rules, now: verdict.next });
    if (later.kind === 'allowed') return later;
  }
  return first ?? mayContact(contactHistoryUntil(customer, from), attempt, { ...rules, now: from });
}

/** The beginning, and every moment after it at which something was said or done that a verdict may hang on. */
function changesWithin(
  { acts, attempts, inquiries, purchases, unwound }: ContactHistory,
  { from, until }: ActSpan,
): readonly Instant[] {
  const later = [acts, attempts, inquiries, purchases, unwound].flatMap((list) =>
    list.flatMap(({ at }) => (at > from && at <= until ? [at] : [])),
  );
  return [...new Set([from, ...later])].sort((a, b) => a - b);
}
