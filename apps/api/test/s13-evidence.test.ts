import { MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { queueMail } from '../src/modules/outgoing/queue-mail.ts';
import { nodesOf, type Page } from './support/nodes-of.ts';
import { DEALER_ORIGIN } from './support/seed-group.ts';
import { openStopStage, type Person, REVOKE, type StopStage } from './support/stop-stage.ts';
import { clientOperation, post, signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { TUESDAY_10 } from './support/test-server.ts';
import { trustedId } from './support/trusted-id.ts';

const CONSENTS = clientOperation('consents');
const EVIDENCE = clientOperation('evidence');

interface Reason {
  readonly code: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}
interface Standing {
  readonly channel: string;
  readonly purpose: string;
  readonly state: string | null;
  readonly verdict: string;
  readonly until: string | null;
  readonly next: string | null;
  readonly reasons: readonly Reason[];
  readonly restsOn: readonly { readonly kind: string; readonly at: string; readonly actId: string | null }[];
}
interface Ledger {
  readonly customerName: string;
  readonly standing: readonly Standing[];
  readonly acts: readonly Readonly<Record<string, unknown>>[];
  readonly refused: readonly { readonly purpose: string; readonly reasons: readonly Reason[] }[];
}
interface File {
  readonly looks: readonly { readonly at: string; readonly member: { readonly name: string } | null }[];
  readonly ledgers: readonly Ledger[];
  readonly entries: readonly Entry[];
}
interface Entry {
  readonly kind: string;
  readonly to: string | null;
  readonly verdictKind: string | null;
  readonly reasons: readonly Reason[];
}
interface Pages extends Pick<File, 'looks'> {
  readonly ledgers: Page<Ledger>;
  readonly entries: Page<Entry>;
}

describe.each(ENGINES)('S13 the consent ledger and the evidence file on %s', (engine) => {
  let stage: StopStage;
  let rosa: Person;

  beforeAll(async () => {
    stage = await openStopStage(engine);
    rosa = await stage.person('Rosa');
  }, OPENING_MS);
  afterAll(() => stage.close());

  const ledgerOf = async ({ opportunityId }: Person, locale = 'en'): Promise<Ledger | undefined> =>
    (await stage.ana.graphql<{ consents: Ledger }>(CONSENTS, { opportunityId, locale })).data?.consents;
  const standingOf = (ledger: Ledger | undefined, channel: string, purpose: string): Standing | undefined =>
    ledger?.standing.find((one) => one.channel === channel && one.purpose === purpose);
  const evidence = async (asked: { readonly number?: string; readonly email?: string }): Promise<File | undefined> => {
    const { data } = await stage.max.graphql<{ evidence: Pages }>(EVIDENCE, asked);
    if (data == null) return undefined;
    const { looks, ledgers, entries } = data.evidence;
    return { looks, ledgers: nodesOf(ledgers), entries: nodesOf(entries) };
  };

  it('tells of every channel and purpose what is allowed now, until when, by which rule and which fact', async () => {
    await stage.settled(rosa);
    const ledger = await ledgerOf(rosa);
    expect(ledger?.customerName).toBe('Rosa Delgado');
    expect(ledger?.standing).toHaveLength(30);
    const call = standingOf(ledger, 'call', 'marketing');
    // Nine in the evening in Chicago: the federal hours.
    expect(call).toMatchObject({ state: null, verdict: 'allowed', until: '2026-11-25T03:00:00.000Z' });
    expect(call?.restsOn).toMatchObject([{ kind: 'lead.received', actId: null }]);
    expect(call?.reasons.map(({ data }) => data['rule'])).toContain('us.federal.relationship');
    expect(call?.reasons.find(({ code }) => code === 'contact.basis.inquiry')?.text).toContain('own inquiry allows it');
    expect(standingOf(ledger, 'text', 'marketing')).toMatchObject({
      verdict: 'never',
      reasons: [{ code: 'contact.noWrittenConsent', data: { rule: 'us.federal.marketingTexts', table: '2026-11-21' } }],
    });
  });

  it('tells so in the reader’s language', async () => {
    const inSpanish = standingOf(await ledgerOf(rosa, 'es'), 'call', 'marketing');
    expect(inSpanish?.reasons.map(({ text }) => text).join()).toContain('La propia consulta del cliente');
  });

  it('changes with what the customer says, and lists what was not sent with rule, source and date', async () => {
    await stage.test.setClock(plus(TUESDAY_10, MINUTE));
    const { groupId, ford } = stage.test.ours;
    const [row] = await stage.test.database.asOwner<{ id: string }>(
      'select customer_id as id from opportunity where id::text = $1',
      [rosa.id],
    );
    const { gateway, seal, jobs, clock } = stage.test.resources;
    const group = gateway.enterGroup(groupId);
    const about = { storeId: ford.storeId, customerId: row?.id ?? '', opportunityId: rosa.id };
    const words = { subject: 'Winter sale', text: 'Winter sale', html: '<p>Winter sale</p>' };
    // Queued while it was allowed, and sent when it is not any more.
    await group.transaction((tx) =>
      queueMail(
        tx,
        { seal, jobs: { sendMailJob: async () => {} } },
        { ...about, purpose: 'marketing', to: rosa.email, ...words },
        clock.now(),
      ),
    );
    const input = {
      key: newId(),
      opportunityId: rosa.opportunityId,
      how: 'call',
      words: 'Take me off your list',
    };
    await stage.ana.graphql(REVOKE, { input });
    await group.transaction(async (tx) => {
      const waiting = await tx.prisma.outgoingMessage.findMany({ where: { groupId: tx.groupId, state: 'queued' } });
      for (const { id } of waiting) await jobs.sendMailJob(tx, id);
    });
    await stage.settled(rosa);
    const ledger = await ledgerOf(rosa);
    const call = standingOf(ledger, 'call', 'marketing');
    expect(call).toMatchObject({ state: 'revoked', verdict: 'never', until: null, next: null });
    expect(call?.restsOn).toMatchObject([{ kind: 'consent.revoked', actId: ledger?.acts[0]?.['id'] }]);
    expect(standingOf(ledger, 'call', 'appointment')).toMatchObject({ verdict: 'allowed' });
    expect(ledger?.refused).toMatchObject([
      {
        purpose: 'marketing',
        reasons: [
          {
            code: 'contact.revoked',
            text: expect.stringContaining('The customer said on'),
            data: {
              rule: 'us.federal.revocation',
              source: expect.stringContaining('64.1200'),
              effectiveFrom: '2025-04-11',
              table: '2026-11-21',
            },
          },
        ],
      },
    ]);
  });

  it('is opened by number or by address, and keeps each look', async () => {
    const byNumber = await evidence({ number: '(312) 555-7201' });
    const byAddress = await evidence({ email: ' Rosa@Buyers.example.org ' });
    expect(byNumber?.entries.length).toBeGreaterThan(5);
    expect(byAddress?.entries).toEqual(byNumber?.entries);
    expect(byAddress?.ledgers.map(({ customerName }) => customerName)).toEqual(['Rosa Delgado']);
    expect(byNumber?.looks).toMatchObject([{ member: { name: 'Max' } }]);
    expect((await evidence({ number: '312 555 7201' }))?.looks).toHaveLength(2);
    // The customer's personal links open his choices to whoever has them: a file goes into other hands.
    expect(JSON.stringify(byNumber)).toContain('/preferences/#bb_pref_…');
    expect(JSON.stringify(byNumber)).not.toMatch(/bb_[a-z]+_[\w-]{20}/);
    const outgoing = byNumber?.entries.filter(({ kind }) => kind === 'message.outgoing') ?? [];
    expect(new Set(outgoing.map(({ to }) => to))).toEqual(new Set([rosa.phone, rosa.email]));
    for (const { verdictKind, reasons } of outgoing) {
      expect(['allowed', 'notNow', 'never']).toContain(verdictKind);
      for (const { data, text } of reasons) {
        expect(text).not.toBe('');
        expect(data['rule'] === undefined || data['table'] !== undefined).toBe(true);
      }
    }
  });

  it('shows with a consent the very words that were ticked, and the page', async () => {
    const visitor = {
      key: newId(),
      firstName: 'Nora',
      phone: '(312) 555-7290',
      email: 'nora@buyers.example.org',
      consentTicked: true,
      consentVersion: 'lead-form-1.en',
      pageUrl: 'https://www.dealer.example/cars/f1234?email=nora%40buyers.example.org',
      shownForMilliseconds: 21_000,
    };
    const body = {
      variables: { input: visitor },
      extensions: { persistedQuery: { version: 1, sha256Hash: trustedId('SubmitLead') } },
    };
    const authorization = `Bearer ${stage.test.ours.ford.publishableKey}`;
    const sent = await post(`${stage.test.url}/graphql`, body, { authorization, origin: DEALER_ORIGIN });
    expect(await sent.json()).toMatchObject({ data: { submitLead: { __typename: 'SubmitLeadSuccess' } } });
    const file = await evidence({ number: '3125557290' });
    expect(file?.ledgers[0]?.acts).toHaveLength(3);
    for (const act of file?.ledgers[0]?.acts ?? []) {
      expect(act).toMatchObject({
        act: 'given',
        purpose: 'marketing',
        wording: 'lead-form-1.en',
        wordingText: expect.stringMatching(/^I agree that .+ may contact me about cars and offers/),
        page: 'https://www.dealer.example/cars/f1234',
        wordingComplete: true,
        written: true,
      });
    }
  });

  it('shows the name that the store bore when it was agreed to, and says so where it was not kept', async () => {
    const agree = async (locale: string) => {
      const token = /\/preferences\/#(bb_pref_[\w-]+)/.exec(await stage.mailTo(rosa))?.[1] ?? '';
      const input = { token, locale, changes: [{ channel: 'text', purpose: 'marketing', allowed: true }] };
      await stage.visitor('SavePreferences', { input });
    };
    const { asOwner } = stage.test.database;
    const { groupId } = stage.test.ours;
    const [store] = await asOwner<{ name: string }>('select name from store where id::text = $1', [
      stage.test.ours.ford.storeId,
    ]);
    await agree('en');
    await asOwner(`update store set name = 'Lakeside Ford' where id::text = $1`, [stage.test.ours.ford.storeId]);
    const given = async () =>
      (await ledgerOf(rosa))?.acts.find(({ wording }) => String(wording).startsWith('preferences-'));
    expect(await given()).toMatchObject({
      wordingText: expect.stringContaining(`I agree that ${store?.name} may contact me so`),
      wordingComplete: true,
    });
    // As facts were written before the name was kept.
    await asOwner(
      `insert into fact select (jsonb_populate_record(null::fact, to_jsonb(f) ||
              jsonb_build_object('id', $2::text, 'at', f.at + interval '1 second', 'data', f.data - 'wordingStore'))).*
         from fact f
        where f.group_id::text = $1 and f.kind = 'consent.given' and f.data ->> 'wording' = 'preferences-1.en'`,
      [groupId, newId()],
    );
    expect(await given()).toMatchObject({
      wordingText: expect.stringContaining('I agree that [name of the store] may contact me so'),
      wordingComplete: false,
    });
  });

  it('is nothing for a salesperson, nothing of another group’s, and nothing to ask for in an address', async () => {
    const asked = await stage.ana.graphql(EVIDENCE, { number: rosa.phone });
    expect(asked.errors?.[0]?.extensions?.['code']).toBe('notAllowed');
    const stranger = await signIn(stage.test.url, stage.test.theirs.manager);
    const theirs = await stranger.graphql(EVIDENCE, { number: rosa.phone });
    expect(theirs.data).toMatchObject({ evidence: { ledgers: { edges: [] }, entries: { edges: [] } } });
    const query = new URLSearchParams({ query: EVIDENCE, variables: JSON.stringify({ number: rosa.phone }) });
    const byAddress = await fetch(`${stage.test.url}/graphql?${query}`, {
      headers: { cookie: stage.max.cookie, origin: stage.test.url },
    });
    expect(byAddress.status).toBeGreaterThanOrEqual(400);
    expect(await byAddress.text()).not.toContain('entries');
  });

  it.each([{}, { number: '312 555 7201', email: 'rosa@buyers.example.org' }, { number: '12' }, { email: 'nobody' }])(
    'says which of %j it cannot take, and quotes none of it',
    async (asked) => {
      const answer = await stage.max.graphql(EVIDENCE, asked);
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('input');
      expect(JSON.stringify(answer)).not.toMatch(/7201|nobody/);
    },
  );

  it('logs no number and no address of whom was looked up', () => {
    expect(stage.test.log()).not.toMatch(/5557201|555-7201|buyers\.example/i);
  });
});
