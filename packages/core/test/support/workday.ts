import type { Touch } from '../../src/cadence/touch.ts';
import type { ContactVerdict } from '../../src/contact/contact-verdict.ts';
import { id } from '../../src/spine/id.ts';
import { DAY_24H, HOUR, type Instant, plus } from '../../src/spine/instant.ts';
import { reason } from '../../src/spine/reason.ts';
import type { Capacity } from '../../src/workday/capacity.ts';
import { MONDAY } from './facts.ts';

/** A routine call of Ann's, due today for a lead of this age, changed where the test says so. */
export function makeTouch(name: string, changes: Partial<Touch> & { readonly ageDays?: number } = {}): Touch {
  const { ageDays = 1, ...rest } = changes;
  return {
    id: id<'Touch'>(name),
    opportunityId: id<'Opportunity'>(`opportunity-${name}`),
    step: id<'Step'>('step-1'),
    channel: 'call',
    purpose: 'replyToInquiry',
    who: 'owner',
    ownerId: id<'Member'>('ann'),
    urgency: 'routine',
    trigger: 'internet',
    since: plus(MONDAY, -ageDays * DAY_24H),
    window: { from: MONDAY, best: plus(MONDAY, HOUR), deadline: plus(MONDAY, 5 * HOUR) },
    reasons: [reason('cadence.dayAfterInternetLead', { days: 1, since: MONDAY })],
    ...rest,
  };
}

/** A salesperson who is present, changed where the test says so. */
export function makePerson(name: string, changes: Partial<Capacity> = {}): Capacity {
  return {
    memberId: id<'Member'>(name),
    role: 'salesperson',
    department: 'sales',
    present: true,
    tasks: 25,
    calls: 15,
    ...changes,
  };
}

export function makeAgent(name: string, changes: Partial<Capacity> = {}): Capacity {
  return makePerson(name, { role: 'bdcAgent', department: 'bdc', tasks: 100, calls: 100, ...changes });
}

export const ALLOWED: ContactVerdict = {
  kind: 'allowed',
  until: plus(MONDAY, 6 * HOUR),
  reasons: [reason('contact.allowed')],
};

export const NEVER: ContactVerdict = { kind: 'never', reasons: [reason('contact.revoked')] };

export function notBefore(next: Instant): ContactVerdict {
  return { kind: 'notNow', next, reasons: [reason('contact.quietHours')] };
}
