import fc from 'fast-check';
import { day } from '../../src/spine/day.ts';
import type { Fact, FactKind } from '../../src/spine/fact.ts';
import { id } from '../../src/spine/id.ts';
import { DAY_24H, type Instant, instant, MINUTE, plus } from '../../src/spine/instant.ts';
import { CHANNELS, DISPOSITIONS } from '../../src/spine/words.ts';

/** 2026-11-16T15:00:00Z, a Monday. */
export const MONDAY = instant(Date.UTC(2026, 10, 16, 15));

export const STORE = id<'Store'>('store-1');
export const OPPORTUNITY = id<'Opportunity'>('opportunity-1');
export const CUSTOMER = id<'Customer'>('customer-1');
export const DEPARTMENT = id<'Department'>('department-1');
export const ANN = id<'Member'>('member-ann');
export const BOB = id<'Member'>('member-bob');
export const PHONE = id<'Phone'>('phone-1');

type DataOf<K extends FactKind> = Extract<Fact, { kind: K }>['data'];

/** What a fact of each kind says unless a test says otherwise. */
const DEFAULTS: { readonly [K in FactKind]: DataOf<K> } = {
  'lead.received': {
    leadId: id<'Lead'>('lead-1'),
    opportunityId: OPPORTUNITY,
    customerId: CUSTOMER,
    origin: 'internet',
    source: 'dealer site',
    repeat: false,
    callable: true,
    mailable: true,
  },
  'lead.reviewed': { leadId: id<'Lead'>('lead-1'), memberId: ANN, verdict: 'accepted' },
  'opportunity.opened': {
    opportunityId: OPPORTUNITY,
    customerId: CUSTOMER,
    departmentId: DEPARTMENT,
    origin: 'internet',
  },
  'opportunity.assigned': { opportunityId: OPPORTUNITY, memberId: ANN },
  'opportunity.delivered': { opportunityId: OPPORTUNITY, customerId: CUSTOMER },
  'opportunity.unwound': { opportunityId: OPPORTUNITY },
  'opportunity.lost': { opportunityId: OPPORTUNITY, memberId: ANN, reason: 'price' },
  'activity.logged': {
    opportunityId: OPPORTUNITY,
    customerId: CUSTOMER,
    memberId: ANN,
    channel: 'call',
    disposition: 'leftMessage',
    phones: [PHONE],
  },
  'appointment.set': {
    opportunityId: OPPORTUNITY,
    customerId: CUSTOMER,
    memberId: ANN,
    startsAt: plus(MONDAY, 3 * DAY_24H),
  },
  'appointment.moved': { opportunityId: OPPORTUNITY, memberId: ANN, startsAt: plus(MONDAY, 4 * DAY_24H) },
  'appointment.confirmed': { opportunityId: OPPORTUNITY, memberId: ANN },
  'appointment.cancelled': { opportunityId: OPPORTUNITY, memberId: ANN },
  'promise.made': {
    opportunityId: OPPORTUNITY,
    customerId: CUSTOMER,
    memberId: ANN,
    channel: 'call',
    dueAt: plus(MONDAY, 2 * DAY_24H),
  },
  'message.sent': { opportunityId: OPPORTUNITY, customerId: CUSTOMER, channel: 'email', purpose: 'replyToInquiry' },
  'customer.replied': { opportunityId: OPPORTUNITY, customerId: CUSTOMER, channel: 'text' },
  'call.recorded': {
    source: 'pbx',
    externalId: 'call-1',
    direction: 'outbound',
    customerPhone: PHONE,
    memberId: ANN,
    talkSeconds: 40,
    totalSeconds: 60,
    outcome: 'connected',
  },
  'feed.completed': { source: 'pbx', until: MONDAY },
  'consent.given': { customerId: CUSTOMER, channel: 'all', purpose: 'all', how: 'form', written: true },
  'consent.revoked': { customerId: CUSTOMER, channel: 'text', purpose: 'marketing', how: 'text' },
  'survey.invited': {
    invitationId: id<'Invitation'>('invitation-1'),
    opportunityId: OPPORTUNITY,
    customerId: CUSTOMER,
  },
  'survey.answered': {
    invitationId: id<'Invitation'>('invitation-1'),
    opportunityId: OPPORTUNITY,
    customerId: CUSTOMER,
    answers: { happy: 5 },
    commented: false,
  },
  'absence.marked': {
    memberId: ANN,
    from: day('2026-11-16'),
    until: day('2026-11-17'),
    byId: BOB,
  },
  'absence.ended': { absenceId: id<'Fact'>('absence-1'), memberId: ANN, backOn: day('2026-11-17'), byId: BOB },
  'absence.caughtUp': { absenceId: id<'Fact'>('absence-1'), memberId: ANN },
  'trial.started': { from: day('2026-11-16'), until: day('2027-02-15'), byId: BOB },
  'trial.decided': { trialId: id<'Fact'>('trial-1'), verdict: 'go', byId: BOB },
  'plan.retired': { planVersionId: id<'PlanVersion'>('version-2'), byId: BOB },
};

export interface FactAbout {
  readonly id?: string;
  readonly at?: Instant;
  readonly recordedAt?: Instant;
  readonly corrects?: string;
}

/** A fact of this kind with its usual data, changed where the test says so. */
export function makeFact<K extends FactKind>(
  kind: K,
  data: Partial<DataOf<K>> = {},
  about: FactAbout = {},
): Extract<Fact, { kind: K }> {
  const at = about.at ?? MONDAY;
  return {
    kind,
    id: id<'Fact'>(about.id ?? `${kind}@${at}`),
    storeId: STORE,
    at,
    recordedAt: about.recordedAt ?? at,
    ...(about.corrects !== undefined && { corrects: id<'Fact'>(about.corrects) }),
    data: { ...DEFAULTS[kind], ...data },
  } as unknown as Extract<Fact, { kind: K }>;
}

/** Facts of one opportunity in one week, some of which correct others. */
export const factsArb: fc.Arbitrary<readonly Fact[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...(Object.keys(DEFAULTS) as FactKind[])),
      minutes: fc.integer({ min: 0, max: 60 }),
      corrects: fc.option(fc.nat({ max: 11 }), { freq: 4, nil: undefined }),
      channel: fc.constantFrom(...CHANNELS),
      disposition: fc.constantFrom(...DISPOSITIONS),
      memberId: fc.constantFrom(ANN, BOB),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ kind, minutes, corrects, channel, disposition, memberId }, index) => {
      const about = {
        id: `fact-${index}`,
        at: plus(MONDAY, minutes * MINUTE),
        ...(corrects !== undefined && corrects !== index && { corrects: `fact-${corrects}` }),
      };
      return kind === 'activity.logged'
        ? makeFact(kind, { channel, disposition, memberId }, about)
        : makeFact(kind, {}, about);
    }),
  );

/** A list and the same list in another order, with some entries twice. */
export function reordered<T>(list: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.tuple(fc.subarray([...list]), fc.infiniteStream(fc.nat())).map(([again, keys]) =>
    [...list, ...again]
      .map((entry) => ({ entry, key: keys.next().value ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ entry }) => entry),
  );
}
