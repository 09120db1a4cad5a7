import type { EntryPage, EvidenceResult, LedgerPage, LedgerView, SourcedReason } from '@beback/client';
import { at, NOW } from './make.ts';

type File = EvidenceResult['evidence'];
type Entry = EntryPage['edges'][number]['node'];
type Standing = LedgerView['standing'][number];

const STORE = { id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' } as const;
const CHANNELS = ['call', 'text', 'email', 'video', 'letter', 'inPerson'] as const;
const PURPOSES = ['replyToInquiry', 'appointment', 'transaction', 'survey', 'marketing'] as const;

const REVOKED: SourcedReason = {
  code: 'contact.revoked',
  text: 'The customer said on Nov 20, 2026: no contact by e-mail for offers.',
  data: {
    rule: 'us.federal.revocation',
    source: '47 CFR 64.1200(a)(10), (d)',
    effectiveFrom: '2025-04-11',
    checkedOn: '2026-11-21',
    table: '2026-11-21',
  },
};
const HOURS: SourcedReason = {
  code: 'contact.lawWithinHours',
  text: 'Lawful until 9:00 PM (us.federal.hours).',
  data: { rule: 'us.federal.hours', source: '47 CFR 64.1200(c)(1)', effectiveFrom: '1992-12-20', table: '2026-11-21' },
};
const WRITTEN: SourcedReason = {
  code: 'contact.noWrittenConsent',
  text: 'Contact by text for offers needs the customer’s written consent; there is none.',
  data: { rule: 'us.federal.marketingTexts', source: 'x', effectiveFrom: '2013-10-16', table: '2026-11-21' },
};

function makeStanding(channel: Standing['channel'], purpose: Standing['purpose'], stopped: boolean): Standing {
  const line = { channel, purpose, state: null, verdict: 'allowed', until: at('21:00'), next: null } as const;
  const restsOn = [{ kind: 'lead.received', at: at('09:40'), actId: null }];
  if (purpose === 'marketing' && stopped) {
    const act = [{ kind: 'consent.revoked', at: at('09:55'), actId: 'act-1' }];
    return { ...line, state: 'revoked', verdict: 'never', until: null, reasons: [REVOKED], restsOn: act };
  }
  if (purpose === 'marketing' && channel === 'text') {
    return { ...line, verdict: 'never', until: null, reasons: [WRITTEN], restsOn: [] };
  }
  if (channel === 'call' && purpose === 'survey') {
    return { ...line, verdict: 'notNow', until: null, next: at('12:00'), reasons: [HOURS], restsOn };
  }
  if (channel === 'letter') return { ...line, until: '2029-01-01T00:00:00Z', reasons: [HOURS], restsOn };
  return { ...line, reasons: [HOURS], restsOn };
}

/** What Rosa Delgado allows: all but offers by text; after “take me off your list” no offers at all. */
export function makeLedger(stopped: boolean, over: Partial<LedgerView> = {}): LedgerView {
  return {
    opportunityId: 'opportunity-1',
    customerName: 'Rosa Delgado',
    store: STORE,
    standing: CHANNELS.flatMap((channel) => PURPOSES.map((purpose) => makeStanding(channel, purpose, stopped))),
    acts: stopped
      ? [
          {
            id: 'act-1',
            act: 'revoked',
            channel: 'all',
            purpose: 'marketing',
            how: 'call',
            wording: null,
            wordingText: null,
            wordingComplete: true,
            page: null,
            written: false,
            scopeChosen: false,
            at: at('09:55'),
            recordedAt: at('09:55'),
            words: 'Take me off your list',
            store: STORE,
            recordedBy: { id: 'ann', name: 'Ann' },
          },
          {
            id: 'act-2',
            act: 'given',
            channel: 'email',
            purpose: 'marketing',
            how: 'ticked on the lead form',
            wording: 'lead-form-1.en',
            wordingText: 'I agree that Cedar Ford may contact me about cars and offers.',
            wordingComplete: true,
            page: 'https://www.dealer.example/cars/f1234',
            written: true,
            scopeChosen: true,
            at: at('09:40'),
            recordedAt: at('09:40'),
            words: null,
            store: STORE,
            recordedBy: null,
          },
        ]
      : [],
    refused: stopped
      ? [{ id: 'mail-1', channel: 'email', purpose: 'marketing', queuedAt: at('09:50'), reasons: [REVOKED] }]
      : [],
    ...over,
  };
}

/** A mail with an offer that the law kept from leaving. */
export function makeEntry(over: Partial<Entry> = {}): Entry {
  return {
    at: '2026-11-20T15:00:00.000Z',
    kind: 'message.outgoing',
    channel: 'email',
    purpose: 'marketing',
    state: 'refused',
    to: 'rosa@buyers.example',
    words: 'Winter sale',
    verdictKind: 'never',
    verdict: { kind: 'never', reasons: [REVOKED] },
    reasons: [REVOKED],
    data: { channel: 'email', purpose: 'marketing' },
    store: STORE,
    member: null,
    ...over,
  };
}

/** A page of entries; `next` is the cursor of those that follow. */
export function entryPage(entries: readonly Entry[], next: string | null = null): EntryPage {
  return {
    edges: entries.map((node) => ({ node })),
    pageInfo: { hasNextPage: next !== null, endCursor: next },
  };
}

/** A page of customers; `next` is the cursor of those that follow. */
export function ledgerPage(ledgers: readonly LedgerView[], next: string | null = null): LedgerPage {
  return {
    edges: ledgers.map((node) => ({ node })),
    pageInfo: { hasNextPage: next !== null, endCursor: next },
  };
}

/** The file of a number that one customer has. */
export function makeFile(over: Partial<File> = {}): File {
  return {
    look: 'look-1',
    asOf: new Date(NOW).toISOString(),
    lawTable: '2026-11-21',
    looks: [{ at: new Date(NOW).toISOString(), member: { id: 'max', name: 'Max' } }],
    ledgers: ledgerPage([makeLedger(true)]),
    entries: entryPage([
      makeEntry({
        at: at('09:40'),
        kind: 'lead.received',
        channel: null,
        purpose: null,
        state: null,
        to: null,
        words: null,
        verdictKind: null,
        verdict: null,
        reasons: [],
        data: { leadId: 'lead-1' },
      }),
      makeEntry({ at: at('09:50') }),
      makeEntry({
        at: at('09:55'),
        kind: 'consent.revoked',
        channel: null,
        state: null,
        to: null,
        words: 'Take me off your list',
        verdictKind: null,
        verdict: null,
        reasons: [],
        data: { channel: 'all', purpose: 'marketing', how: 'call' },
        member: { id: 'ann', name: 'Ann' },
      }),
    ]),
    ...over,
  };
}
