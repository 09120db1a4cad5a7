import { describe, expect, it } from 'vitest';
import { ask, consent, FRESH, from, lead, NOON } from '../../test/support/contact-cases.ts';
import { at } from '../../test/support/plan-context.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import { revocationIn, revocationInNote } from '../consent/revocation-in.ts';
import { standingConsents } from '../consent/standing-consents.ts';
import { mayConfirmRevocation } from '../contact/may-confirm-revocation.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { CHANNELS, type Channel, type Purpose } from '../spine/words.ts';
import { customerStop } from './customer-stop.ts';

const STOPPED = '2026-11-18T10:00:00-05:00';
const LATER = '2026-11-18T11:00:00-05:00';

describe('S13 stop means stop', () => {
  it.each(['STOP', 'please remove my number from your database'])(
    '%j by text ends marketing on all channels at once, and every text',
    (words) => {
      const said = revocationIn(words, 'text');
      const facts = [FRESH, written(), consent('revoked', said?.channel ?? 'call', said?.purpose ?? 'survey', STOPPED)];
      for (const channel of CHANNELS) expect(asked(channel, 'marketing', facts).kind).toBe('never');
      expect(asked('text', 'appointment', facts).kind).toBe('never');
      expect(asked('call', 'appointment', facts).kind).toBe('allowed');
      expect(asked('email', 'appointment', facts).kind).toBe('allowed');
    },
  );

  it.each([
    'take me off your list',
    'Customer asked to be taken off our list',
    'wants off the list',
    'Says "Unsubscribe me", was friendly',
    'STOP',
  ])('the note %j ends marketing on all channels, whoever wrote it', (note) => {
    const said = revocationInNote(note, 'call');
    expect(said).toMatchObject({ channel: 'all', purpose: 'marketing' });
  });

  it.each(['cancel', 'END', 'Wrong number', 'Left word about the price list', 'take her off site', ''])(
    'the note %j ends nothing',
    (note) => {
      expect(revocationInNote(note, 'call')).toBeUndefined();
    },
  );

  it('keeps to the narrower scope that the customer chose', () => {
    const chosen = consent('revoked', 'email', 'marketing', STOPPED);
    const facts = [FRESH, written(), { ...chosen, data: { ...chosen.data, scopeChosen: true } } as Fact];
    expect(asked('email', 'marketing', facts).kind).toBe('never');
    expect(asked('text', 'marketing', facts).kind).toBe('allowed');
  });

  it('gives with each refusal the rule, its source, its dates and the act that it rests on', () => {
    const stop = consent('revoked', 'text', 'all', STOPPED);
    expect(asked('email', 'marketing', [FRESH, stop]).reasons).toMatchObject([
      {
        code: 'contact.revoked',
        facts: [stop.id],
        data: {
          rule: 'us.federal.revocation',
          source: expect.stringContaining('47 CFR 64.1200(a)(10)'),
          effectiveFrom: '2025-04-11',
          checkedOn: '2026-11-21',
          revokedAt: at(STOPPED),
        },
      },
    ]);
  });

  it('reopens by a later express request its own purpose and nothing else', () => {
    const facts = [FRESH, consent('revoked', 'all', 'all', STOPPED), consent('given', 'call', 'replyToInquiry', LATER)];
    expect(asked('call', 'replyToInquiry', facts).kind).toBe('allowed');
    expect(asked('call', 'marketing', facts).kind).toBe('never');
    expect(asked('text', 'replyToInquiry', facts).kind).toBe('never');
    expect(asked('email', 'replyToInquiry', facts).kind).toBe('never');
  });

  it('tells the whole ledger at a glance', () => {
    const rows = standingConsents(foldAll(contactHistory, [consent('revoked', 'text', 'all', STOPPED)]));
    expect(rows).toHaveLength(30);
    const stopped = rows.filter(({ state }) => state.kind === 'revoked').map((row) => `${row.channel} ${row.purpose}`);
    expect(stopped).toEqual([
      'call marketing',
      'text replyToInquiry',
      'text appointment',
      'text transaction',
      'text survey',
      'text marketing',
      'email marketing',
      'video marketing',
      'letter marketing',
      'inPerson marketing',
    ]);
  });

  describe('the touches that the plan asks for', () => {
    const stop = consent('revoked', 'text', 'all', STOPPED);
    const touch = (channel: Channel, purpose: Purpose, deadline: string) => ({
      channel,
      purpose,
      window: { from: at('2026-11-17T09:00:00-05:00'), best: at(deadline), deadline: at(deadline) },
    });
    const fate = (facts: readonly Fact[], deadline: string, now: string, purpose: Purpose = 'marketing') =>
      customerStop(touch('call', purpose, deadline), foldAll(contactHistory, facts), at(now))?.kind;

    it('are closed, and are nobody’s miss, also once their deadline has passed', () => {
      expect(fate([stop], '2026-11-20T12:00:00-05:00', LATER)).toBe('cancelled');
      expect(fate([stop], '2026-11-20T12:00:00-05:00', '2026-11-25T12:00:00-05:00')).toBe('cancelled');
    });
    it('stay a miss where they were late before the customer said stop', () => {
      expect(fate([stop], '2026-11-18T09:00:00-05:00', LATER)).toBe('missed');
    });
    it('stay open where they are about something else', () => {
      expect(fate([stop], '2026-11-20T12:00:00-05:00', LATER, 'appointment')).toBeUndefined();
      expect(fate([lead(LATER)], '2026-11-20T12:00:00-05:00', LATER)).toBeUndefined();
    });
    it('open again with the purpose, unless their time passed meanwhile', () => {
      const again = consent('given', 'call', 'marketing', '2026-11-19T11:00:00-05:00');
      expect(fate([stop, again], '2026-11-20T12:00:00-05:00', '2026-11-19T12:00:00-05:00')).toBeUndefined();
      expect(fate([stop, again], '2026-11-19T09:00:00-05:00', '2026-11-19T12:00:00-05:00')).toBe('cancelled');
    });
  });

  describe('the confirmation of a stop', () => {
    const stop = consent('revoked', 'text', 'all', '2026-11-18T23:30:00-05:00');
    const sent = {
      ...lead('2026-11-18T23:31:00-05:00'),
      kind: 'message.sent',
      id: id<'Fact'>('sent'),
    } as unknown as Fact;
    const confirmation = { ...sent, data: { ...sent.data, channel: 'text', purpose: 'transaction' } } as Fact;
    const may = (now: string, ...facts: readonly Fact[]) =>
      mayConfirmRevocation(foldAll(contactHistory, facts), at(now));

    it('may go at any hour, within five minutes', () => {
      expect(may('2026-11-18T23:34:59-05:00', stop)).toMatchObject({
        kind: 'allowed',
        until: at('2026-11-18T23:35:00-05:00'),
        reasons: [{ facts: [stop.id], data: { rule: 'us.federal.revocationConfirmation' } }],
      });
      expect(may('2026-11-18T23:35:00-05:00', stop).kind).toBe('never');
    });
    it('goes once', () => {
      expect(may('2026-11-18T23:32:00-05:00', stop, confirmation).kind).toBe('never');
    });
    it('needs a stop', () => {
      expect(may('2026-11-18T23:32:00-05:00').kind).toBe('never');
    });
  });
});

// Helpers

function written(): Fact {
  return consent('given', 'all', 'marketing', '2026-01-05T10:00:00-05:00', true);
}

function asked(channel: Channel, purpose: Purpose, facts: readonly Fact[]) {
  return ask({ channel, purpose, location: from('212') }, NOON, facts);
}
