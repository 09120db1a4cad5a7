import { DAY_24H, plus } from '@beback/core';
import { type MailRefusal, type MailServer, startMailServer } from '@beback/testing/mail-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { decodeGlobalId, encodeGlobalId } from '../src/graphql/global-id.ts';
import { smtpSender } from '../src/modules/outgoing/mail-sender.ts';
import { sendMessage } from '../src/modules/outgoing/send-message.ts';
import { MOST_TRIES } from '../src/modules/outgoing/try-later.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { adf } from './support/adf.ts';
import { runDue } from './support/run-due.ts';
import { leadsOf, post, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';
import { trustedId } from './support/trusted-id.ts';

const DELIVER = 'mutation ($input: MarkDeliveredInput!) { markDelivered(input: $input) { __typename } }';
const RESEND = `mutation ($input: ResendMessageInput!) { resendMessage(input: $input) {
  __typename
  ... on RefusedError { reasons { code } }
  ... on ResendMessageSuccess { message { id state attempts lastError } }
} }`;

interface Row {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
}
interface Resent {
  readonly resendMessage: Readonly<Record<string, unknown>>;
}

describe.each(ENGINES)('what leaves the house on %s', (engine) => {
  let test: TestServer;
  let mail: MailServer;
  let refusal: MailRefusal | undefined;
  let adam: TestBrowser;
  let people = 0;

  beforeAll(async () => {
    mail = await startMailServer(() => refusal);
    test = await openTestServer(engine);
    adam = await signIn(test.url, test.ours.administrator);
  }, OPENING_MS);
  afterAll(async () => {
    await test.close();
    await mail.stop();
  });
  beforeEach(() => test.setClock(TUESDAY_10));
  afterEach(() => {
    refusal = undefined;
  });

  /** A buyer whose survey's mail waits in the outbox; the day of it has come. */
  const invited = async (): Promise<{
    readonly id: string;
    readonly opportunityId: string;
    readonly email: string;
  }> => {
    const last = `Buyer${'abcdefgh'.charAt(people)}`;
    const email = `rosa.${last}@buyers.example.org`.toLowerCase();
    const wish = { id: last, last, phone: `312-555-71${10 + people++}`, email };
    await test.setClock(TUESDAY_10);
    const [lead] = await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf(wish)));
    const [row] = await test.database.asOwner<{ opportunity_id: string }>(
      'select opportunity_id from lead where id::text = $1',
      [decodeGlobalId(lead?.id ?? '')?.id ?? ''],
    );
    const opportunityId = row?.opportunity_id ?? '';
    const ana = await signIn(test.url, test.ours.ana);
    const input = { key: newId(), opportunityId: encodeGlobalId('Opportunity', opportunityId) };
    await ana.graphql(DELIVER, { input });
    await test.setClock(plus(TUESDAY_10, 2 * DAY_24H));
    await runDue(test.resources);
    const [message] = await test.database.asOwner<{ id: string }>(
      `select id from outgoing_message where opportunity_id::text = $1 and purpose = 'survey'`,
      [opportunityId],
    );
    return { id: message?.id ?? '', opportunityId, email };
  };
  const send = (messageId: string, smtp: string | undefined = mail.url) => {
    const senders = {
      mail: smtp === '' ? undefined : smtpSender(smtp),
      mailFrom: 'us@harbor.example',
      text: undefined,
    };
    return sendMessage(test.resources, senders, { groupId: test.ours.groupId, messageId });
  };
  const messageRow = async (id: string): Promise<Row | undefined> => {
    const columns = 'id, state, attempts, last_error';
    return (await test.database.asOwner<Row>(`select ${columns} from outgoing_message where id::text = $1`, [id]))[0];
  };
  const surveyOf = async (opportunityId: string) => {
    const [row] = await test.database.asOwner<{ state: string; sent: boolean; invited: number; answered: number }>(
      `select i.state, i.sent_at is not null as sent,
              (select count(*)::int from fact f where f.opportunity_id = i.opportunity_id and f.kind = 'survey.invited') as invited,
              (select count(*)::int from fact f where f.opportunity_id = i.opportunity_id and f.kind = 'survey.answered') as answered
         from invitation i where i.opportunity_id::text = $1`,
      [opportunityId],
    );
    return row;
  };
  const resend = async (messageId: string, by = adam, key: string = newId()) => {
    const input = { key, messageId: encodeGlobalId('OutgoingMessage', messageId) };
    const { data, errors } = await by.graphql<Resent>(RESEND, { input });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.resendMessage;
  };
  const jobs = async (messageId: string) => {
    const text = `select extract(epoch from start_after - created_on)::int as wait from pgboss.job
                   where data ->> 'messageId' = $1 order by created_on`;
    return (await test.database.asOwner<{ wait: number }>(text, [messageId])).map(({ wait }) => wait);
  };

  it('asks a buyer once the mail server has taken the mail, and not before', async () => {
    const { id, opportunityId, email } = await invited();
    expect(await surveyOf(opportunityId)).toEqual({ state: 'scheduled', sent: false, invited: 0, answered: 0 });
    await send(id);
    expect(await messageRow(id)).toMatchObject({ state: 'sent' });
    expect(await surveyOf(opportunityId)).toEqual({ state: 'sent', sent: true, invited: 1, answered: 0 });
    expect(mail.mails.filter(({ to }) => to.includes(email))).toHaveLength(1);
    // A job that comes twice finds it settled.
    await send(id);
    expect(await surveyOf(opportunityId)).toMatchObject({ invited: 1 });
    const { groupId, ford } = test.ours;
    const group = test.resources.gateway.enterGroup(groupId);
    expect(await verifyStore(group, groupId, ford.storeId, test.resources.seal, test.resources.clock.now())).toEqual(
      [],
    );
  });

  it('tries again, ever later, what the server does not take now or what its password keeps out', async () => {
    const { id, opportunityId, email } = await invited();
    for (const [to, code, attempts] of [
      ['RCPT TO', 451, 1],
      ['MAIL FROM', 530, 2],
      ['DATA', 452, 3],
    ] as const) {
      refusal = { to, code };
      await send(id);
      expect(await messageRow(id)).toMatchObject({
        state: 'queued',
        attempts,
        last_error: expect.stringContaining(`${code}`),
      });
    }
    expect(await jobs(id)).toEqual([0, 30, 60, 120]);
    expect(await surveyOf(opportunityId)).toMatchObject({ state: 'scheduled', invited: 0 });
    refusal = undefined;
    await send(id);
    expect(await messageRow(id)).toMatchObject({ state: 'sent', last_error: null });
    expect(mail.mails.filter(({ to }) => to.includes(email))).toHaveLength(1);
  });

  it('says at last that it failed, and tries once more when an administrator says so', async () => {
    const { id, opportunityId } = await invited();
    await test.database.asOwner('update outgoing_message set attempts = $2::int where id::text = $1', [
      id,
      String(MOST_TRIES - 1),
    ]);
    refusal = { to: 'MAIL FROM', code: 421 };
    await send(id);
    expect(await messageRow(id)).toMatchObject({ state: 'failed', attempts: MOST_TRIES });
    expect(await jobs(id)).toEqual([0]);

    const key = newId();
    const answer = { __typename: 'ResendMessageSuccess', message: { state: 'queued', attempts: 0, lastError: null } };
    expect(await resend(id, adam, key)).toMatchObject(answer);
    await resend(id, adam, key);
    expect(await jobs(id)).toEqual([0, 0]);
    refusal = undefined;
    await send(id);
    expect(await messageRow(id)).toMatchObject({ state: 'sent' });
    expect(await surveyOf(opportunityId)).toMatchObject({ state: 'sent', invited: 1 });
  });

  it('gives up at once what the server will never take', async () => {
    const { id, opportunityId } = await invited();
    refusal = { to: 'RCPT TO', code: 550 };
    await send(id);
    expect(await messageRow(id)).toMatchObject({ state: 'failed', attempts: 1, last_error: 'EENVELOPE 550' });
    expect(await surveyOf(opportunityId)).toMatchObject({ invited: 0 });
    expect(test.log()).not.toContain('buyers.example.org');
  });

  it('counts whoever answers as asked, also by a link that was kept in the outbox', async () => {
    const { id, opportunityId } = await invited();
    await send(id, '');
    expect(await messageRow(id)).toMatchObject({ state: 'kept' });
    expect(await surveyOf(opportunityId)).toMatchObject({ state: 'scheduled', invited: 0 });
    const outbox = await adam.graphql<{ outbox: { edges: { node: { body: string } }[] } }>(
      '{ outbox(first: 1) { edges { node { body } } } }',
    );
    const body = outbox.data?.outbox.edges[0]?.node.body ?? '';
    expect(body).toContain('You drove home from Ford on Tuesday, November 24.');
    const token = /#(bb_inv_[\w-]+)/.exec(body)?.[1];
    const answers = ['happy', 'gotWhatYouWanted', 'recommend'].map((questionId) => ({ questionId, value: 5 }));
    const extensions = { persistedQuery: { version: 1, sha256Hash: trustedId('SubmitSurvey') } };
    for (const already of [false, true]) {
      const response = await post(`${test.url}/graphql`, { variables: { input: { token, answers } }, extensions });
      expect(await response.json()).toMatchObject({ data: { submitSurvey: { already } } });
    }
    expect(await surveyOf(opportunityId)).toEqual({ state: 'answered', sent: true, invited: 1, answered: 1 });
    // Sent after all, it changes nothing about the survey.
    expect(await resend(id)).toMatchObject({ __typename: 'ResendMessageSuccess' });
    await send(id);
    expect(await messageRow(id)).toMatchObject({ state: 'sent' });
    expect(await surveyOf(opportunityId)).toMatchObject({ state: 'answered', invited: 1 });
    const [sums] = await test.database.asOwner(
      `select sum(surveys_invited)::int as invited, sum(surveys_answered)::int as answered from member_day
        where group_id::text = $1`,
      [test.ours.groupId],
    );
    expect(sums).toEqual({ invited: 4, answered: 1 });
  });

  it('lets nobody but an administrator of the group send again, and nothing that was sent or refused', async () => {
    const { id } = await invited();
    const manager = await signIn(test.url, test.ours.manager);
    const stranger = await signIn(test.url, test.theirs.administrator);
    expect(await resend(id, manager)).toEqual({ __typename: 'NotAllowedError' });
    expect(await resend(id, stranger)).toEqual({ __typename: 'NotFoundError' });
    for (const state of ['queued', 'sent', 'refused']) {
      await test.database.asOwner('update outgoing_message set state = $2 where id::text = $1', [id, state]);
      expect(await resend(id)).toEqual({
        __typename: 'RefusedError',
        reasons: [{ code: 'outgoing.notResendable' }],
      });
    }
  });
});
