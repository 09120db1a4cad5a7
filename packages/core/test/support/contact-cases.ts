import { contactHistory } from '../../src/consent/fold-contact-history.ts';
import type { Attempt } from '../../src/contact/attempt.ts';
import type { ContactVerdict } from '../../src/contact/contact-verdict.ts';
import { mayContact } from '../../src/contact/may-contact.ts';
import type { Fact } from '../../src/spine/fact.ts';
import { foldAll } from '../../src/spine/fold.ts';
import { id } from '../../src/spine/id.ts';
import type { Instant } from '../../src/spine/instant.ts';
import type { Channel, Purpose } from '../../src/spine/words.ts';
import { at, contextAt, iso, planOf } from './plan-context.ts';

/** A Wednesday. */
export const NOON = '2026-11-18T12:00:00-05:00';
export const FRESH = lead('2026-11-17T18:00:00-05:00');

/** The verdict on a reply by phone, changed where the test says so, by the default plan of a store in New York. */

export function ask(
  attempt: Partial<Attempt>,
  now: string,
  facts: readonly Fact[] = [],
  plan = planOf(),
): ContactVerdict {
  const whole: Attempt = { channel: 'call', purpose: 'replyToInquiry', automated: false, location: from(), ...attempt };
  return mayContact(foldAll(contactHistory, facts), whole, contextAt(at(now), { plan }));
}

export function told(verdict: ContactVerdict): string {
  if (verdict.kind === 'allowed') return `allowed until ${iso(verdict.until)}`;
  return verdict.kind === 'notNow' ? `notNow next ${iso(verdict.next)}` : 'never';
}

export function from(...areaCodes: readonly string[]): Attempt['location'] {
  return { areaCodes };
}

function fact(kind: Fact['kind'], time: string, data: object): Fact {
  const moment: Instant = at(time);
  const whole = { customerId: 'c1', opportunityId: 'o1', ...data };
  return {
    kind,
    id: id<'Fact'>(`${kind} ${time} ${JSON.stringify(data)}`),
    at: moment,
    recordedAt: moment,
    data: whole,
  } as unknown as Fact;
}

export function lead(time: string): Fact {
  return fact('lead.received', time, {
    leadId: 'l1',
    origin: 'internet',
    source: 's',
    repeat: false,
    callable: true,
    mailable: true,
  });
}

export function delivery(time: string): Fact {
  return fact('opportunity.delivered', time, {});
}

export function unwinding(time: string): Fact {
  return fact('opportunity.unwound', time, {});
}

export function call(time: string): Fact {
  return fact('activity.logged', time, { memberId: 'm1', channel: 'call', disposition: 'leftMessage', phones: [] });
}

export function text(time: string): Fact {
  return fact('message.sent', time, { channel: 'text', purpose: 'replyToInquiry' });
}

export function record(time: string): Fact {
  return {
    ...fact('call.recorded', time, {}),
    data: {
      source: 's',
      externalId: time,
      direction: 'outbound',
      customerPhone: 'p',
      totalSeconds: 20,
      outcome: 'voicemailLeft',
    },
  } as unknown as Fact;
}

export function consent(
  act: 'given' | 'revoked',
  channel: Channel | 'all',
  purpose: Purpose | 'all',
  time: string,
  written = false,
): Fact {
  return fact(`consent.${act}`, time, { channel, purpose, how: 'said', ...(act === 'given' && { written }) });
}
