import { MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { queueMail } from '../src/modules/outgoing/queue-mail.ts';
import { nodesOf, type Page } from './support/nodes-of.ts';
import { runDue } from './support/run-due.ts';
import {
  CONSENT,
  type Entry,
  EVIDENCE,
  type Ledger,
  openStopStage,
  type Person,
  REVOKE,
  STORE_NUMBER,
  type StopStage,
} from './support/stop-stage.ts';
import { clientOperation } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { TUESDAY_10 } from './support/test-server.ts';

const LOG = clientOperation('log-activity');
const WORK_PLAN = clientOperation('work-plan');

describe.each(ENGINES)('S13 stop means stop on %s', (engine) => {
  let stage: StopStage;

  beforeAll(async () => {
    stage = await openStopStage(engine);
  }, OPENING_MS);
  afterAll(() => stage.close());

  describe('who writes STOP', () => {
    let rosa: Person;

    it('got the plan’s first text and mail, once, with the law’s verdict kept and no clock stopped', async () => {
      rosa = await stage.person('Rosa');
      const messages = await stage.settled(rosa);
      expect(messages).toMatchObject([
        { channel: 'email', purpose: 'replyToInquiry', state: 'sent', verdict: { kind: 'allowed' } },
        { channel: 'text', purpose: 'replyToInquiry', state: 'sent', verdict: { kind: 'allowed' } },
      ]);
      expect(stage.carrier.texts).toEqual([
        {
          to: rosa.phone,
          from: STORE_NUMBER,
          body: 'Ford: thank you for asking about 2026 Ford Bronco. Ana will call you personally. Reply STOP to end texts.',
        },
      ]);
      await runDue(stage.test.resources);
      expect(stage.carrier.texts).toHaveLength(1);
      const touches = await stage.touchesOf(rosa);
      expect(touches.filter(({ step }) => /-(text|email)-first$/.test(step)).map(({ state }) => state)).toEqual([
        'done',
        'done',
      ]);
      expect(touches.find(({ step }) => step === 'internet-call-first')?.state).toBe('due');
    });

    it('is heard at once: every text ends, and marketing by all channels; one confirmation goes, nothing else', async () => {
      await stage.test.setClock(plus(TUESDAY_10, 2 * MINUTE));
      const answer = await stage.textIn(rosa.phone, 'STOP', { MessageSid: 'SM-stop' });
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<Response/>')]);
      expect((await stage.textIn(rosa.phone, 'STOP', { MessageSid: 'SM-stop' })).status).toBe(200);
      const messages = await stage.settled(rosa);
      expect(messages.at(-1)).toMatchObject({
        template: 'revocationConfirmation',
        state: 'sent',
        verdict: { kind: 'allowed' },
      });
      expect(stage.carrier.texts.map(({ body }) => body).slice(1)).toEqual([
        'Ford: you will get no more texts from us. No reply is needed.',
      ]);
      expect(await stage.ledgerOf(rosa)).toMatchObject({
        acts: [{ act: 'revoked', channel: 'text', purpose: 'all', how: 'text: word', words: 'STOP', recordedBy: null }],
      });
      await stage.textIn(rosa.phone, 'STOP!');
      await stage.settled(rosa);
      expect(stage.carrier.texts).toHaveLength(2);
    });

    it('leaves no open touch of what was stopped; each says rule, source and date', async () => {
      const touches = await stage.touchesOf(rosa);
      const closed = touches.filter(({ state }) => state === 'cancelled');
      expect(
        touches.filter(
          ({ state, channel, purpose }) => state === 'due' && (purpose === 'marketing' || channel === 'text'),
        ),
      ).toEqual([]);
      expect(touches.filter(({ state }) => state === 'due').length).toBeGreaterThan(0);
      const marketing = closed.find(({ step }) => step === 'internet-call-day5') ?? closed[0];
      expect(marketing).toMatchObject({
        counted: null,
        reasons: [
          {
            code: 'contact.revoked',
            data: {
              rule: 'us.federal.revocation',
              source: expect.stringContaining('64.1200'),
              revokedAt: plus(TUESDAY_10, 2 * MINUTE),
            },
          },
        ],
      });
    });

    it('opens by an express request its own purpose and no more', async () => {
      const input = {
        key: newId(),
        opportunityId: rosa.opportunityId,
        channel: 'call',
        purpose: 'marketing',
        how: 'call',
        words: 'Call me about this car',
      };
      const answer = await stage.ana.graphql<{ recordConsent: { ledger: Ledger } }>(CONSENT, { input });
      const open = answer.data?.recordConsent.ledger.standing.filter(({ state }) => state === 'given');
      expect(open).toEqual([{ channel: 'call', purpose: 'marketing', state: 'given' }]);
      const due = (await stage.touchesOf(rosa)).filter(
        ({ state, purpose }) => state === 'due' && purpose === 'marketing',
      );
      expect(new Set(due.map(({ channel }) => channel))).toEqual(new Set(['call']));
    });

    it('is still followed up about the inquiry, by the channels that are left, until there is an answer', async () => {
      const asked = async () =>
        (await stage.touchesOf(rosa)).filter((touch) => touch.state === 'due' && touch.channel === 'call');
      expect((await asked()).map(({ purpose }) => purpose)).toContain('replyToInquiry');
      await stage.textIn(rosa.phone, 'Thank you, I will come by on Saturday');
      expect((await asked()).map(({ step }) => step)).toEqual(['internet-call-first']);
    });
  });

  it('“take me off your list”, noted by anybody, ends marketing by all channels at once, in whatever is queued too', async () => {
    const otto = await stage.person('Otto');
    await stage.settled(otto);
    // Queued while it was allowed, and not yet sent.
    const group = stage.test.resources.gateway.enterGroup(stage.test.ours.groupId);
    const sent = stage.carrier.texts.length;
    const customer = await stage.test.database.asOwner<{ id: string }>(
      'select customer_id as id from opportunity where id::text = $1',
      [otto.id],
    );
    await group.transaction(async (tx) => {
      const about = {
        storeId: stage.test.ours.ford.storeId,
        customerId: customer[0]?.id ?? '',
        opportunityId: otto.id,
      };
      const words = { subject: 'Winter sale', text: 'Winter sale', html: '<p>Winter sale</p>' };
      const jobs = { sendMailJob: async () => {} };
      const tools = { seal: stage.test.resources.seal, jobs };
      await queueMail(
        tx,
        tools,
        { ...about, purpose: 'marketing', to: otto.email, ...words },
        stage.test.resources.clock.now(),
      );
      await queueMail(
        tx,
        tools,
        { ...about, purpose: 'appointment', to: otto.email, ...words, subject: 'Your visit' },
        stage.test.resources.clock.now(),
      );
    });
    const day = await stage.ana.graphql<{ workPlan: { tasks: { id: string; opportunityId: string }[] } }>(WORK_PLAN, {
      locale: 'en',
    });
    const task = day.data?.workPlan.tasks.find(({ opportunityId }) => opportunityId === otto.opportunityId);
    const input = {
      key: newId(),
      taskId: task?.id,
      disposition: 'spoke',
      note: 'Friendly. Said: take me off your list!',
    };
    const logged = await stage.ana.graphql<{ logActivity: { __typename: string } }>(LOG, { input, locale: 'en' });
    expect(logged.data?.logActivity.__typename).toBe('LogActivitySuccess');
    expect(await stage.ledgerOf(otto)).toMatchObject({
      acts: [
        { act: 'revoked', channel: 'all', purpose: 'marketing', how: 'note: offTheList', recordedBy: { name: 'Ana' } },
      ],
    });
    await group.transaction(async (tx) => {
      const waiting = await tx.prisma.outgoingMessage.findMany({ where: { groupId: tx.groupId, state: 'queued' } });
      for (const { id } of waiting) await stage.test.resources.jobs.sendMailJob(tx, id);
    });
    const messages = await stage.settled(otto);
    expect(messages.filter(({ template }) => template === null)).toMatchObject([
      {
        purpose: 'marketing',
        state: 'refused',
        verdict: { kind: 'never', reasons: [{ code: 'contact.revoked', data: { rule: 'us.federal.revocation' } }] },
      },
      { purpose: 'appointment', state: 'sent', verdict: { kind: 'allowed' } },
    ]);
    expect(
      stage.mail.mails.filter(({ raw }) => raw.includes('Winter sale') && raw.includes('Subject: Winter')),
    ).toEqual([]);
    expect(stage.carrier.texts).toHaveLength(sent);
    const open = (await stage.touchesOf(otto)).filter(
      ({ state, purpose }) => state === 'due' && purpose === 'marketing',
    );
    expect(open).toEqual([]);
  });

  it('keeps to a narrower scope where the customer chose it, and takes the same wish once', async () => {
    const nora = await stage.person('Nora');
    const input = {
      key: newId(),
      opportunityId: nora.opportunityId,
      channel: 'email',
      purpose: 'marketing',
      scopeChosen: true,
      how: 'inPerson',
      words: 'No more offers by mail, calls are fine',
    };
    const first = await stage.ana.graphql<{ recordRevocation: { ledger: Ledger } }>(REVOKE, { input });
    expect(first.data?.recordRevocation.ledger.acts).toMatchObject([
      {
        act: 'revoked',
        channel: 'email',
        purpose: 'marketing',
        how: 'inPerson',
        words: input.words,
        recordedBy: { name: 'Ana' },
      },
    ]);
    await stage.ana.graphql(REVOKE, { input });
    const ledger = await stage.ledgerOf(nora);
    expect(ledger?.acts).toHaveLength(1);
    expect(ledger?.standing.filter(({ state }) => state === 'revoked')).toEqual([
      { channel: 'email', purpose: 'marketing', state: 'revoked' },
    ]);
    const due = (await stage.touchesOf(nora)).filter(
      ({ state, purpose }) => state === 'due' && purpose === 'marketing',
    );
    expect(due.some(({ channel }) => channel === 'call')).toBe(true);
    expect(due.some(({ channel }) => channel === 'email')).toBe(false);
  });

  it('gives the whole file of one number, with the verdicts, to those who answer for the store', async () => {
    const fileOf = async (number: string) => {
      const file = await stage.max.graphql<{ evidence: { ledgers: Page<Ledger>; entries: Page<Entry> } }>(EVIDENCE, {
        number,
      });
      expect(file.errors).toBeUndefined();
      return { ledgers: nodesOf(file.data?.evidence.ledgers), entries: nodesOf(file.data?.evidence.entries) };
    };
    const file = await fileOf('+1 (312) 555-7201');
    expect(file.ledgers).toMatchObject([
      { acts: [{ act: 'given', how: 'call' }, { act: 'revoked' }, { act: 'revoked' }] },
    ]);
    const kinds = file.entries.map(({ kind }) => kind);
    for (const kind of [
      'lead.received',
      'message.outgoing',
      'message.incoming',
      'message.sent',
      'consent.revoked',
      'customer.replied',
      'consent.given',
    ]) {
      expect(kinds).toContain(kind);
    }
    const times = file.entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    const outgoing = file.entries.filter(({ kind }) => kind === 'message.outgoing');
    for (const { verdict } of outgoing) expect(verdict?.reasons.length).toBeGreaterThan(0);
    expect(file.entries.filter(({ kind }) => kind === 'message.incoming').map(({ words }) => words)).toEqual([
      'STOP',
      'STOP!',
      'Thank you, I will come by on Saturday',
    ]);
    const otto = await fileOf('312-555-7202');
    const logged = otto.entries.find(({ kind }) => kind === 'activity.logged');
    expect(logged).toMatchObject({ words: expect.stringContaining('take me off'), verdict: { kind: 'allowed' } });
    const refused = otto.entries.find(({ state }) => state === 'refused');
    expect(refused?.verdict?.reasons[0]?.data).toMatchObject({
      rule: 'us.federal.revocation',
      effectiveFrom: '2025-04-11',
    });
  });

  it('logs no number, no address, no token and no word of a customer', () => {
    const log = stage.test.log();
    for (const secret of ['5557201', 'buyers.example.org', 'bb_pref_', 'take me off', 'STOP'])
      expect(log).not.toContain(secret);
    expect(log.length).toBeGreaterThan(1000);
  });
});
