import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { instant } from '../spine/instant.ts';
import { CHANNELS, type Channel, PURPOSES, type Purpose } from '../spine/words.ts';
import { type ConsentState, consentFor } from './consent-for.ts';
import type { ContactHistory } from './contact-history.ts';
import { contactHistory } from './fold-contact-history.ts';
import { standingConsents } from './standing-consents.ts';

it('gives the same state for the same facts in any order, however often each comes', () => {
  fc.assert(
    fc.property(shuffledArb, ([facts, again]) => {
      expect(foldAll(contactHistory, again)).toEqual(foldAll(contactHistory, facts));
    }),
  );
});

it('is plain data', () => {
  const state = history(given('call', 'marketing', 1), lead(2));
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
});

it('lets a fact that corrects another take its place, whichever comes first', () => {
  const wrong = given('text', 'marketing', 1);
  const right = { ...given('email', 'marketing', 1), corrects: wrong.id };
  for (const facts of [
    [wrong, right],
    [right, wrong],
  ]) {
    const state = foldAll(contactHistory, facts);
    expect(consentFor(state, 'text', 'marketing').kind).toBe('none');
    expect(consentFor(state, 'email', 'marketing').kind).toBe('given');
  }
});

it('refuses to mix two customers', () => {
  const other = { ...lead(2), data: { ...lead(2).data, customerId: id<'Customer'>('c2') } };
  expect(() => history(lead(1), other as Fact)).toThrow(/one customer, this one c1/);
});

it('counts outbound call records as attempts, inbound ones not', () => {
  expect(history(record('outbound', 1), record('inbound', 2)).attempts).toMatchObject([
    { at: 1, channel: 'call', by: 'record' },
  ]);
});

it('begins with nothing', () => {
  expect(Object.values(contactHistory.empty)).toEqual([[], [], [], [], [], []]);
});

it('counts what was logged and what was sent as attempts by claim, each on its channel', () => {
  expect(history(logged('call', 1), sent('text', 2)).attempts).toMatchObject([
    { at: 1, channel: 'call', by: 'claim' },
    { at: 2, channel: 'text', by: 'claim' },
  ]);
});

it('keeps what was bought and what was unwound, each with its opportunity', () => {
  const { purchases, unwound } = history(delivered(1), unwoundAt(2));
  expect(purchases).toMatchObject([{ at: 1, opportunityId }]);
  expect(unwound).toMatchObject([{ at: 2, opportunityId }]);
});

it('keeps of a consent what was said and how, and takes the scope of a revocation for chosen only when it was', () => {
  const chosen = { scopeChosen: true };
  const { acts } = history(
    given('text', 'marketing', 1, true),
    revoked('call', 'all', 2),
    revoked('call', 'all', 3, chosen),
  );
  expect(acts).toMatchObject([
    { act: 'given', channel: 'text', purpose: 'marketing', written: true, scopeChosen: true },
    { act: 'revoked', channel: 'call', purpose: 'all', written: false, scopeChosen: false },
    { act: 'revoked', channel: 'call', purpose: 'all', written: false, scopeChosen: true },
  ]);
});

it('forgets a corrected fact of any kind', () => {
  const correction = given('email', 'marketing', 9);
  for (const wrong of oneOfEachKind) {
    const corrected = history(wrong, { ...correction, corrects: wrong.id });
    expect(corrected).toEqual({ ...history(correction), corrected: [wrong.id] });
  }
});

it('changes nothing by a fact that is known or concerns no contact', () => {
  const state = history(...oneOfEachKind);
  const other = fact('opportunity.assigned', 4, { opportunityId });
  for (const known of [...oneOfEachKind, record('inbound', 3), other]) {
    expect(contactHistory.add(state, known)).toBe(state);
  }
});

it('says nothing of what nobody spoke about', () => {
  for (const channel of CHANNELS) {
    for (const purpose of PURPOSES)
      expect(consentFor(contactHistory.empty, channel, purpose)).toEqual({ kind: 'none' });
  }
});

it('lets the latest act decide', () => {
  const on = given('text', 'marketing', 1);
  const off = revoked('text', 'marketing', 2, { scopeChosen: true });
  const onAgain = given('text', 'marketing', 3);
  expect(consentFor(history(on, off), 'text', 'marketing')).toMatchObject({ kind: 'revoked', act: { fact: off.id } });
  expect(consentFor(history(onAgain, on, off), 'text', 'marketing')).toMatchObject({
    kind: 'given',
    act: { fact: onAgain.id },
  });
});

it('keeps a written consent written when the customer repeats it aloud, until it is revoked', () => {
  const written = given('text', 'marketing', 1, true);
  const spoken = given('text', 'marketing', 3);
  expect(consentFor(history(written, spoken), 'text', 'marketing')).toMatchObject({ written: true });
  const between = revoked('text', 'all', 2);
  expect(consentFor(history(written, between, spoken), 'text', 'marketing')).toMatchObject({
    kind: 'given',
    written: false,
  });
});

it('ends marketing on every channel by one revocation of it on any', () => {
  for (const purpose of ['marketing', 'all'] as const) {
    const state = history(given('all', 'all', 1, true), revoked('email', purpose, 2));
    for (const channel of CHANNELS) expect(consentFor(state, channel, 'marketing').kind).toBe('revoked');
    expect(consentFor(state, 'call', 'appointment').kind).toBe('given');
  }
});

it('keeps to the narrower scope that the customer chose', () => {
  const state = history(given('all', 'all', 1), revoked('email', 'marketing', 2, { scopeChosen: true }));
  expect(consentFor(state, 'email', 'marketing').kind).toBe('revoked');
  expect(consentFor(state, 'text', 'marketing').kind).toBe('given');
});

it('ends texts about an appointment too by STOP, and leaves its calls and e-mails', () => {
  for (const purpose of ['marketing', 'all'] as const) {
    const state = history(revoked('text', purpose, 2));
    expect(consentFor(state, 'text', 'appointment').kind).toBe('revoked');
    expect(consentFor(state, 'call', 'appointment').kind).toBe('none');
    expect(consentFor(state, 'email', 'appointment').kind).toBe('none');
  }
});

it('ends by a revocation of appointments nothing else', () => {
  const state = history(revoked('call', 'appointment', 2));
  expect(standing(state, 'revoked')).toEqual(['call appointment']);
});

it('ends by a revocation of marketing outside of texts marketing alone', () => {
  const state = history(revoked('call', 'marketing', 2));
  expect(standing(state, 'revoked')).toEqual(CHANNELS.map((channel) => `${channel} marketing`));
});

it('shows the whole ledger, each channel and purpose once', () => {
  const state = history(given('text', 'appointment', 1));
  const all = CHANNELS.flatMap((channel) => PURPOSES.map((purpose) => `${channel} ${purpose}`));
  expect(standing(state, 'given')).toEqual(['text appointment']);
  expect(standing(state, 'none')).toEqual(all.filter((place) => place !== 'text appointment'));
});

it('reopens by a later express request its own purpose only', () => {
  const state = history(revoked('all', 'all', 2), given('call', 'replyToInquiry', 3));
  expect(consentFor(state, 'call', 'replyToInquiry').kind).toBe('given');
  expect(consentFor(state, 'call', 'marketing').kind).toBe('revoked');
  expect(consentFor(state, 'text', 'replyToInquiry').kind).toBe('revoked');
});

it('takes a new inquiry as a request for replies, but not for texts, and not from a repeat', () => {
  const stopped = revoked('all', 'all', 2);
  expect(consentFor(history(stopped, lead(3)), 'call', 'replyToInquiry').kind).toBe('none');
  for (const channel of CHANNELS.filter((one) => one !== 'text')) {
    expect(consentFor(history(lead(1), stopped, lead(3)), channel, 'replyToInquiry').kind).toBe('none');
  }
  expect(consentFor(history(stopped, lead(3)), 'text', 'replyToInquiry').kind).toBe('revoked');
  expect(consentFor(history(stopped, lead(3)), 'call', 'marketing').kind).toBe('revoked');
  expect(consentFor(history(stopped, lead(3, true)), 'call', 'replyToInquiry').kind).toBe('revoked');
  expect(consentFor(history(stopped, lead(1)), 'call', 'replyToInquiry').kind).toBe('revoked');
});

// Helpers

const customerId = id<'Customer'>('c1');
const opportunityId = id<'Opportunity'>('o1');

function fact(kind: Fact['kind'], at: number, data: object): Fact {
  return {
    kind,
    id: id<'Fact'>(`${kind}-${at}-${JSON.stringify(data).length}`),
    at: instant(at),
    recordedAt: instant(at),
    data,
  } as Fact;
}

function given(channel: Channel | 'all', purpose: Purpose | 'all', at: number, written = false): Fact {
  return fact('consent.given', at, { customerId, channel, purpose, how: 'form', written });
}

function revoked(channel: Channel | 'all', purpose: Purpose | 'all', at: number, more: object = {}): Fact {
  return fact('consent.revoked', at, { customerId, channel, purpose, how: 'text', ...more });
}

function lead(at: number, repeat = false): Fact {
  return fact('lead.received', at, {
    customerId,
    opportunityId,
    leadId: 'l',
    origin: 'internet',
    source: 's',
    repeat,
    callable: true,
    mailable: true,
  });
}

function record(direction: 'inbound' | 'outbound', at: number): Fact {
  return fact('call.recorded', at, {
    source: 's',
    externalId: `${at}`,
    direction,
    customerPhone: 'p',
    totalSeconds: 9,
    outcome: 'noAnswer',
  });
}

function logged(channel: Channel, at: number): Fact {
  return fact('activity.logged', at, { customerId, opportunityId, channel });
}

function sent(channel: Channel, at: number): Fact {
  return fact('message.sent', at, { customerId, opportunityId, channel });
}

function delivered(at: number): Fact {
  return fact('opportunity.delivered', at, { customerId, opportunityId });
}

function unwoundAt(at: number): Fact {
  return fact('opportunity.unwound', at, { opportunityId });
}

const oneOfEachKind: readonly Fact[] = [
  given('call', 'marketing', 1),
  revoked('text', 'all', 2),
  lead(3),
  logged('call', 4),
  sent('text', 5),
  record('outbound', 6),
  delivered(7),
  unwoundAt(8),
];

/** The channels and purposes of which the ledger says this. */
function standing(state: ContactHistory, kind: ConsentState['kind']): readonly string[] {
  const found = standingConsents(state).filter((consent) => consent.state.kind === kind);
  return found.map(({ channel, purpose }) => `${channel} ${purpose}`);
}

function history(...facts: readonly Fact[]): ContactHistory {
  return foldAll(contactHistory, facts);
}

const channelArb = fc.constantFrom<Channel | 'all'>(...CHANNELS, 'all');
const purposeArb = fc.constantFrom<Purpose | 'all'>(...PURPOSES, 'all');
const factArb: fc.Arbitrary<Fact> = fc
  .tuple(
    fc.oneof(
      fc.tuple(channelArb, purposeArb, fc.nat(5), fc.boolean()).map((args) => given(...args)),
      fc.tuple(channelArb, purposeArb, fc.nat(5)).map((args) => revoked(...args)),
      fc.tuple(fc.nat(5), fc.boolean()).map((args) => lead(...args)),
      fc.nat(5).map((at) => record('outbound', at)),
      fc.nat(5).map(delivered),
      fc.nat(5).map(unwoundAt),
    ),
    fc.option(fc.nat(11), { nil: undefined }),
  )
  .map(([drawn, target]) =>
    target === undefined || target < 8 ? drawn : ({ ...drawn, corrects: id<'Fact'>(`f${target}`) } as Fact),
  );

/** Facts, and the same facts twice over in another order. */
const shuffledArb = fc
  .array(factArb, { maxLength: 12 })
  .map((drawn) => drawn.map((one, i) => ({ ...one, id: id<'Fact'>(`f${i}`) }) as Fact))
  .chain((facts) => {
    const twice = [...facts, ...facts];
    const all = { minLength: twice.length, maxLength: twice.length };
    return fc.tuple(fc.constant(facts), fc.shuffledSubarray(twice, all));
  });
