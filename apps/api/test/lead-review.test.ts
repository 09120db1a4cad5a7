import { HOUR, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeGlobalId } from '../src/graphql/global-id.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { adf } from './support/adf.ts';
import { type IntakeLead, leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const REVIEW = `mutation ($input: ReviewLeadInput!) {
  reviewLead(input: $input) {
    __typename
    ... on RefusedError { reasons { code text } }
    ... on ReviewLeadSuccess { lead { id status receivedAt reviewedAt reviewedBy { name } opportunity { customerName openedAt owner { name } } } }
  }
}`;
const JOB = 'I would like to apply for the technician position you posted.';

interface Reviewed {
  readonly reviewLead: {
    readonly __typename: string;
    readonly reasons?: readonly { readonly code: string; readonly text: string }[];
    readonly lead?: Record<string, unknown>;
  };
}

describe.each(ENGINES)('a lead that was held on %s', (engine) => {
  let test: TestServer;
  let max: TestBrowser;
  beforeAll(async () => {
    test = await openTestServer(engine);
    max = await signIn(test.url, test.ours.manager);
  }, OPENING_MS);
  afterAll(() => test.close());

  const held = async (first: string, phone: string): Promise<IntakeLead> => {
    const [lead] = await leadsOf(
      await postAdf(test.url, test.ours.ford.intakeKey, adf({ first, phone, comment: JOB })),
    );
    if (lead === undefined) throw new Error('no lead was answered');
    expect(lead.status).toBe('awaitsReview');
    return lead;
  };
  const review = async (browser: TestBrowser, leadId: string, verdict: string, key = `${verdict} ${leadId}`) => {
    const { data, errors } = await browser.graphql<Reviewed>(REVIEW, { input: { key, leadId, verdict } });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.reviewLead;
  };

  it('says why it waits, and goes the way of every lead once it is accepted: its clock starts then', async () => {
    const { id } = await held('Rita', '312-555-7301');
    const { data } = await max.graphql<{ lead: { reasons: { code: string; text: string }[] } }>(
      'query ($id: ID!) { lead(id: $id) { reasons { code text } } }',
      { id },
    );
    expect(data?.lead.reasons[0]?.code).toBe('review.jobApplication');
    await test.setClock(plus(TUESDAY_10, HOUR));
    const accepted = await review(max, id, 'accept');
    await test.setClock(TUESDAY_10);
    expect(accepted.lead).toMatchObject({
      status: 'accepted',
      receivedAt: new Date(TUESDAY_10).toISOString(),
      reviewedAt: new Date(plus(TUESDAY_10, HOUR)).toISOString(),
      reviewedBy: { name: 'Max' },
      opportunity: {
        customerName: 'Rita Delgado',
        openedAt: new Date(plus(TUESDAY_10, HOUR)).toISOString(),
        owner: { name: 'Ana' },
      },
    });
    const [received] = await test.database.asOwner(
      `select at, recorded_at from fact where kind = 'lead.received' order by id desc limit 1`,
    );
    expect(received).toEqual({ at: new Date(plus(TUESDAY_10, HOUR)), recorded_at: new Date(plus(TUESDAY_10, HOUR)) });
  });

  it('leaves a fact of who decided what and when, once', async () => {
    const decided = async (leadId: string) =>
      test.database.asOwner(
        `select f.kind, f.at, f.member_id as "memberId", f.store_id as "storeId", f.data ->> 'verdict' as verdict
           from fact f where f.group_id::text = $1 and f.data ->> 'leadId' = $2 order by f.recorded_at, f.id`,
        [test.ours.groupId, decodeGlobalId(leadId)?.id ?? ''],
      );
    const by = {
      kind: 'lead.reviewed',
      at: new Date(TUESDAY_10),
      memberId: test.ours.manager.memberId,
      storeId: test.ours.ford.storeId,
    };
    const spam = await held('Vera', '312-555-7305');
    await review(max, spam.id, 'dismiss');
    await review(max, spam.id, 'dismiss');
    expect(await decided(spam.id)).toEqual([{ ...by, verdict: 'dismissed' }]);
    const wanted = await held('Wim', '312-555-7306');
    await review(max, wanted.id, 'accept');
    const facts = await decided(wanted.id);
    expect(facts.map(({ kind }) => kind).sort()).toEqual(['lead.received', 'lead.reviewed']);
    expect(facts).toContainEqual({ ...by, verdict: 'accepted' });
    const { groupId, ford } = test.ours;
    const group = test.resources.gateway.enterGroup(groupId);
    expect(await verifyStore(group, groupId, ford.storeId, test.resources.seal, TUESDAY_10)).toEqual([]);
  });

  it('starts nothing when it is dismissed', async () => {
    const { id } = await held('Sven', '312-555-7302');
    expect((await review(max, id, 'dismiss')).lead).toMatchObject({ status: 'dismissed', opportunity: null });
    expect(await review(max, id, 'accept')).toMatchObject({
      __typename: 'RefusedError',
      reasons: [{ code: 'lead.notHeld' }],
    });
  });

  it('is decided once, however often the same decision arrives', async () => {
    const { id } = await held('Tara', '312-555-7303');
    const [a, b] = await Promise.all([review(max, id, 'accept'), review(max, id, 'accept')]);
    expect(a).toEqual(b);
    const [row] = await test.database.asOwner<{ n: number }>(
      `select count(*)::int as n from opportunity where customer_id =
        (select customer_id from lead where status = 'accepted' order by id desc limit 1)`,
    );
    expect(row?.n).toBe(1);
  });

  it('can be dismissed or completed when nobody is to be found in it', async () => {
    const [lead] = await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, 'Please call me about the red one'));
    const refused = await review(max, lead?.id ?? '', 'accept');
    expect(refused).toMatchObject({ __typename: 'RefusedError', reasons: [{ code: 'lead.nobodyFound' }] });
    expect(refused.reasons?.[0]?.text).toMatch(/^Nobody can be found/);
    expect((await review(max, lead?.id ?? '', 'dismiss')).lead).toMatchObject({ status: 'dismissed' });
  });

  it('is nothing for a salesperson to decide about', async () => {
    const { id } = await held('Udo', '312-555-7304');
    const ana = await signIn(test.url, test.ours.ana);
    expect(await review(ana, id, 'accept')).toMatchObject({ __typename: 'NotAllowedError' });
  });
});
