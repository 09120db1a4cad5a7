import { DAY_24H, HOUR, type Instant, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { adf } from './support/adf.ts';
import { callFile } from './support/call-file.ts';
import { runDue } from './support/run-due.ts';
import { clientOperation, leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const WORK_PLAN = clientOperation('work-plan');
const LOG_ACTIVITY = clientOperation('log-activity');
const UPLOAD = `mutation ($input: UploadCallRecordsInput!) { uploadCallRecords(input: $input) { __typename } }`;
const DELIVERED = `mutation ($input: MarkDeliveredInput!) { markDelivered(input: $input) { __typename } }`;

interface Task {
  readonly id: string;
  readonly channel: string;
  readonly opportunityId: string;
  readonly phone: string;
}

describe.each(ENGINES)('what is stored and what the facts say on %s', (engine) => {
  let test: TestServer;
  let ana: TestBrowser;
  let max: TestBrowser;

  const lead = async (id: string, phone: string, comment = 'Is it still there?') => {
    const document = adf({ id, first: 'Rosa', last: `Delgado${id}`, phone, comment });
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, document));
  };
  const tasks = async () => {
    const day = await ana.graphql<{ workPlan: { tasks: readonly Task[] } }>(WORK_PLAN, { locale: 'en' });
    return day.data?.workPlan.tasks ?? [];
  };
  const callOf = async (phone: string) =>
    (await tasks()).find((task) => task.phone === phone && task.channel === 'call');
  const log = async (phone: string, disposition: string, at?: Instant) => {
    const task = await callOf(phone);
    const input = { key: newId(), taskId: task?.id, disposition, ...(at && { at: new Date(at).toISOString() }) };
    const { data } = await ana.graphql<{ logActivity: { __typename: string } }>(LOG_ACTIVITY, { input });
    expect(data?.logActivity.__typename).toBe('LogActivitySuccess');
    return task;
  };
  const upload = async (content: string, completeUntil: Instant) => {
    const input = {
      key: newId(),
      storeId: encodeGlobalId('Store', test.ours.ford.storeId),
      source: 'pbx',
      format: 'twilioCsv',
      content,
      completeUntil: new Date(completeUntil).toISOString(),
    };
    const { data } = await max.graphql<{ uploadCallRecords: { __typename: string } }>(UPLOAD, { input });
    expect(data?.uploadCallRecords.__typename).toBe('UploadCallRecordsSuccess');
  };
  const goTo = async (now: Instant) => {
    await test.setClock(now);
    await runDue(test.resources);
  };
  const differences = async () => {
    const group = test.resources.gateway.enterGroup(test.ours.groupId);
    await runDue(test.resources);
    return verifyStore(
      group,
      test.ours.groupId,
      test.ours.ford.storeId,
      test.resources.seal,
      test.resources.clock.now(),
    );
  };

  beforeAll(async () => {
    test = await openTestServer(engine);
    ana = await signIn(test.url, test.ours.ana);
    max = await signIn(test.url, test.ours.manager);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('agree after leads that are called, forgotten, asked again, sold; claims that are shown and not; days that pass', async () => {
    await lead('A', '312-555-7001');
    await lead('B', '312-555-7002');
    await lead('C', '312-555-7003');
    await lead('D', '312-555-7004');
    expect(await differences()).toEqual([]);

    await test.setClock(plus(TUESDAY_10, 3 * MINUTE));
    await log('+13125557001', 'noAnswer');
    await goTo(plus(TUESDAY_10, 12 * MINUTE));
    const sold = await log('+13125557002', 'spoke');
    await log('+13125557001', 'leftMessage', plus(TUESDAY_10, 8 * MINUTE));
    expect(await differences()).toEqual([]);

    await goTo(plus(TUESDAY_10, HOUR));
    const call = { sid: 'CA1', to: '+13125557001', at: plus(TUESDAY_10, 2 * MINUTE) };
    await upload(callFile([call]), plus(TUESDAY_10, 20 * MINUTE));
    expect(await differences()).toEqual([]);

    await goTo(plus(TUESDAY_10, 5 * HOUR));
    await lead('C', '312-555-7003', 'Nobody has called me');
    const input = { key: newId(), opportunityId: sold?.opportunityId };
    const delivered = await ana.graphql<{ markDelivered: { __typename: string } }>(DELIVERED, { input });
    expect(delivered.data?.markDelivered.__typename).toBe('MarkDeliveredSuccess');
    expect(await differences()).toEqual([]);

    await goTo(plus(TUESDAY_10, 2 * HOUR + DAY_24H));
    await log('+13125557003', 'leftMessage');
    await upload(callFile([{ ...call, sid: 'CA2', at: plus(TUESDAY_10, DAY_24H) }]), plus(TUESDAY_10, DAY_24H));
    expect(await differences()).toEqual([]);

    for (let days = 2; days < 9; days++) await goTo(plus(TUESDAY_10, days * DAY_24H));
    expect(await differences()).toEqual([]);
    const [row] = await test.database.asOwner<Record<string, number>>(
      `select sum(leads)::int as leads, sum(call_steps_missed)::int as missed, sum(not_documented)::int as "notDocumented",
              sum(documented)::int as documented, sum(pending)::int as pending, sum(first_responses)::int as "firstResponses",
              sum(deliveries)::int as deliveries
         from member_day`,
    );
    expect(row).toMatchObject({
      leads: 5,
      documented: 1,
      notDocumented: 2,
      pending: 1,
      // Two of three calls are shown by no record: they answered nobody.
      firstResponses: 1,
      deliveries: 1,
    });
    expect(row?.['missed']).toBeGreaterThan(10);
  });

  it('are told apart where somebody changed what is stored', async () => {
    const tampered = [
      ["update touch set state = 'done' where id = (select min(id) from touch where state = 'due')", 'touch', 'state'],
      ["update proof set kind = 'excused' where kind = 'unmatched'", 'proof', 'kind'],
      ['update member_day set documented = documented + 1 where documented > 0', 'member_day', 'documented'],
      ['update lead_response set open_ms = 1', 'lead_response', 'openMs'],
      [
        "update opportunity set status = 'lost' where id = (select min(id::text)::uuid from opportunity)",
        'opportunity',
        'status',
      ],
      ["update feed set complete_until = complete_until + interval '1 day'", 'feed', 'until'],
    ] as const;
    for (const [text] of tampered) await test.database.asOwner(text);
    const found = await differences();
    for (const [, table, column] of tampered) {
      expect(found).toContainEqual(expect.objectContaining({ table, column }));
    }
  });
});
