import { DAY_24H, HOUR, plus } from '@beback/core';
import { type MailServer, startMailServer } from '@beback/testing/mail-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { workMail } from '../src/modules/outgoing/work-mail.ts';
import { adf } from './support/adf.ts';
import { runDue } from './support/run-due.ts';
import { clientOperation, leadsOf, post, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';
import { trustedId } from './support/trusted-id.ts';

const DELIVER = `mutation ($input: MarkDeliveredInput!) { markDelivered(input: $input) {
  __typename
  ... on Error { message }
  ... on RefusedError { reasons { code } }
  ... on MarkDeliveredSuccess { surveyDueAt opportunity { id status } }
} }`;
const WORK_PLAN = clientOperation('work-plan');
const OUTBOX = clientOperation('outbox');

interface Delivered {
  readonly markDelivered: {
    readonly __typename: string;
    readonly surveyDueAt?: string;
    readonly reasons?: readonly { readonly code: string }[];
  };
}
interface Day {
  readonly workPlan: {
    readonly tasks: readonly {
      readonly opportunityId: string;
      readonly reasons: readonly { readonly code: string }[];
    }[];
  };
}

describe.each(ENGINES)('S08 the survey on %s', (engine) => {
  let test: TestServer;
  let mail: MailServer;
  let ana: TestBrowser;
  let max: TestBrowser;

  const opportunityOf = async (last: string): Promise<string> => {
    const wish = {
      id: last,
      last,
      phone: `+1312555${7100 + last.length}`,
      email: `rosa.${last}@buyers.example.org`.toLowerCase(),
    };
    const [lead] = await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf(wish)));
    const answer = await ana.graphql<{ lead: { opportunity: { id: string } } }>(
      'query ($id: ID!) { lead(id: $id) { opportunity { id } } }',
      { id: lead?.id },
    );
    return answer.data?.lead.opportunity.id ?? '';
  };
  const deliver = async (opportunityId: string, by = ana, key = newId()) => {
    const answer = await by.graphql<Delivered>(DELIVER, { input: { key, opportunityId } });
    expect(answer.errors).toBeUndefined();
    return answer.data?.markDelivered;
  };
  /** As the page behind the link does: a trusted operation, nobody signed in. */
  const visitor = async <D>(operation: string, variables: unknown): Promise<D> => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: trustedId(operation) } };
    const response = await post(`${test.url}/graphql`, { variables, extensions });
    return ((await response.json()) as { data: D }).data;
  };
  const submit = (token: string, values: readonly [number, number, number], comment?: string) => {
    const [happy, gotWhatYouWanted, recommend] = values;
    const answers = Object.entries({ happy, gotWhatYouWanted, recommend }).map(([questionId, value]) => ({
      questionId,
      value,
    }));
    return visitor<{ submitSurvey: Readonly<Record<string, unknown>> }>('SubmitSurvey', {
      input: { token, answers, comment },
    });
  };
  /** The store's other mails are none of this: a lead is answered, a sale is followed up. */
  const surveyMails = () => mail.mails.filter(({ raw }) => raw.includes('Subject: Three questions'));
  const tokenTo = async (address: string): Promise<string> => {
    const { raw } = await mail.nextMail((one) => one.to.includes(address) && one.raw.includes('Three questions'));
    const plain = raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    return /\/survey\/#(bb_inv_[\w-]+)/.exec(plain)?.[1] ?? '';
  };

  beforeAll(async () => {
    mail = await startMailServer();
    test = await openTestServer(engine);
    await workMail(test.jobs, test.resources, { smtpUrl: mail.url, from: 'follow-up@harbor.example' });
    ana = await signIn(test.url, test.ours.ana);
    max = await signIn(test.url, test.ours.manager);
  }, OPENING_MS);
  afterAll(async () => {
    await test.close();
    await mail.stop();
  });

  let sold = '';
  let token = '';

  it('orders the invitation for the opening of the second day after the delivery', async () => {
    sold = await opportunityOf('Sold');
    const key = newId();
    const first = await deliver(sold, ana, key);
    expect(first).toMatchObject({ __typename: 'MarkDeliveredSuccess', surveyDueAt: '2026-11-26T14:00:00.000Z' });
    expect(await deliver(sold, ana, key)).toEqual(first);
    expect(await deliver(sold)).toMatchObject({
      __typename: 'RefusedError',
      reasons: [{ code: 'opportunity.alreadyDelivered' }],
    });
  });

  it('keeps another group and another store from marking it', async () => {
    const foreign = await signIn(test.url, test.theirs.manager);
    const carla = await signIn(test.url, test.ours.carla);
    for (const browser of [foreign, carla]) {
      expect(await deliver(sold, browser)).toMatchObject({ __typename: 'NotFoundError' });
    }
  });

  it('sends one mail through the mail server, two days later and not before', async () => {
    await test.setClock(plus(TUESDAY_10, DAY_24H + 20 * HOUR));
    await runDue(test.resources);
    expect(surveyMails()).toEqual([]);
    await test.setClock(plus(TUESDAY_10, 2 * DAY_24H));
    await runDue(test.resources);
    token = await tokenTo('rosa.sold@buyers.example.org');
    expect(token).toMatch(/^bb_inv_/);
    const [{ raw = '', from = '' } = {}] = surveyMails();
    expect(from).toBe('follow-up@harbor.example');
    expect(raw).toContain('multipart/alternative');
    await runDue(test.resources);
    expect(surveyMails()).toHaveLength(1);
  });

  it('shows the administrator the mail with the verdict of contact law kept, and nobody else', async () => {
    const administrator = await signIn(test.url, test.ours.administrator);
    await expect
      .poll(async () => (await administrator.graphql(OUTBOX)).data)
      .toMatchObject({
        outbox: {
          edges: [
            {
              node: {
                state: 'sent',
                to: 'rosa.sold@buyers.example.org',
                store: { name: 'Ford', zone: 'America/Chicago' },
              },
            },
          ],
        },
      });
    expect((await ana.graphql(OUTBOX)).errors).toMatchObject([{ extensions: { code: 'notAllowed' } }]);
    const [row] = await test.database.asOwner<{ verdict: { kind: string; reasons: readonly unknown[] } }>(
      "select verdict from outgoing_message where group_id::text = $1 and purpose = 'survey'",
      [test.ours.groupId],
    );
    expect(row?.verdict.kind).toBe('allowed');
    expect(row?.verdict.reasons.length).toBeGreaterThan(0);
  });

  it('opens by the token alone, and answers unknown tokens with nothing', async () => {
    expect(await visitor('Survey', { token })).toMatchObject({
      survey: { storeName: 'Ford', salespersonName: 'Ana', locale: 'en', answered: false },
    });
    expect(await visitor('Survey', { token: `${token}x` })).toEqual({ survey: null });
    expect(await submit('bb_inv_unknown', [5, 5, 5])).toMatchObject({ submitSurvey: { __typename: 'NotFoundError' } });
  });

  it('says which answer is missing or off the scale, and loses nothing', async () => {
    expect(await submit(token, [5, 9, 5])).toMatchObject({
      submitSurvey: {
        __typename: 'InputError',
        field: 'answers.gotWhatYouWanted',
        allowed: 'a whole number from 1 to 5',
      },
    });
    expect(await visitor('Survey', { token })).toMatchObject({ survey: { answered: false } });
  });

  it('opens a recovery call for the manager on a low answer; a second submission changes nothing and says so', async () => {
    const [one, other] = await Promise.all([
      submit(token, [1, 4, 4], 'Nobody called me'),
      submit(token, [1, 4, 4], 'Nobody called me'),
    ]);
    const already = [one, other].map(({ submitSurvey }) => submitSurvey['already']).sort();
    expect(already).toEqual([false, true]);
    expect(await submit(token, [5, 5, 5])).toMatchObject({ submitSurvey: { already: true } });

    const day = await max.graphql<Day>(WORK_PLAN, { locale: 'en' });
    const recovery = day.data?.workPlan.tasks.filter(({ opportunityId }) => opportunityId === sold) ?? [];
    expect(recovery).toHaveLength(1);
    expect(recovery[0]?.reasons.map(({ code }) => code)).toContain('survey.lowAnswer');
    const [row] = await test.database.asOwner<{ answers: unknown; low: boolean }>(
      'select answers, low from survey_response where group_id::text = $1',
      [test.ours.groupId],
    );
    expect(row).toEqual({ answers: { happy: 1, gotWhatYouWanted: 4, recommend: 4 }, low: true });
    const [sums] = await test.database.asOwner<{ invited: number; answered: number }>(
      'select sum(surveys_invited)::int as invited, sum(surveys_answered)::int as answered from member_day where group_id::text = $1',
      [test.ours.groupId],
    );
    expect(sums).toEqual({ invited: 1, answered: 1 });
  });

  it('closes after its time, and answers like an unknown link', async () => {
    await test.setClock(plus(TUESDAY_10, 63 * DAY_24H));
    expect(await visitor('Survey', { token })).toEqual({ survey: null });
    expect(await submit(token, [5, 5, 5])).toMatchObject({ submitSurvey: { __typename: 'NotFoundError' } });
  });

  it('keeps a mail in the outbox where contact law forbids it', async () => {
    await test.setClock(plus(TUESDAY_10, 70 * DAY_24H));
    const refused = await opportunityOf('Refused');
    await deliver(refused);
    const [opportunity] = await test.database.asOwner<{ customer_id: string }>(
      "select customer_id from opportunity where group_id::text = $1 and status = 'delivered' order by opened_at desc limit 1",
      [test.ours.groupId],
    );
    await test.resources.gateway.enterGroup(test.ours.groupId).transaction(({ prisma }) =>
      prisma.fact.create({
        data: {
          groupId: test.ours.groupId,
          id: newId(),
          kind: 'consent.revoked',
          at: new Date(plus(TUESDAY_10, 70 * DAY_24H)),
          recordedAt: new Date(plus(TUESDAY_10, 70 * DAY_24H)),
          customerId: opportunity?.customer_id ?? '',
          data: { customerId: opportunity?.customer_id ?? '', channel: 'email', purpose: 'all', how: 'reply' },
        },
      }),
    );
    await test.setClock(plus(TUESDAY_10, 73 * DAY_24H));
    await runDue(test.resources);
    const states = () =>
      test.database.asOwner<{ state: string }>(
        "select state from outgoing_message where group_id::text = $1 and purpose = 'survey' order by queued_at",
        [test.ours.groupId],
      );
    await expect.poll(states, { timeout: 20_000 }).toEqual([{ state: 'sent' }, { state: 'refused' }]);
    expect(surveyMails()).toHaveLength(1);
  });

  it('logs neither the address nor the token nor the comment', () => {
    const log = test.log();
    for (const secret of ['buyers.example.org', token, 'Nobody called me']) expect(log).not.toContain(secret);
    expect(log.length).toBeGreaterThan(1000);
  });
});
