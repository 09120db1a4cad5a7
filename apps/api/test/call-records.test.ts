import { HOUR, type Instant, instant, MINUTE, plus, SECOND } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { decodeGlobalId, encodeGlobalId } from '../src/graphql/global-id.ts';
import { MOST_CALLS, MOST_CONTENT, MOST_PROBLEMS } from '../src/modules/call-record/upload-call-records.ts';
import { adf } from './support/adf.ts';
import { type CallWish, callFile } from './support/call-file.ts';
import { runDue } from './support/run-due.ts';
import { clientOperation, leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const ROSA = '+13125557043';
const WORK_PLAN = clientOperation('work-plan');
const LOG_ACTIVITY = clientOperation('log-activity');
const ACTIVITY = clientOperation('activity');
const UPLOAD = `mutation ($input: UploadCallRecordsInput!) { uploadCallRecords(input: $input) {
  __typename
  ... on Error { message }
  ... on InputError { field allowed }
  ... on UploadCallRecordsSuccess { read new alreadyKnown completeUntil problems { row field allowed } problemCount }
} }`;

/** Calls of the thirty days before the tests, evenly spread over ten hours of each. */
function callsOfMonth(count: number): readonly CallWish[] {
  const ofDay = Math.ceil(count / 30);
  return Array.from({ length: count }, (_, i) => ({
    sid: `CAM${i}`,
    to: `+1312556${String(i % 10_000).padStart(4, '0')}`,
    at: plus(TUESDAY_10, -(30 - Math.floor(i / ofDay)) * 24 * HOUR + Math.floor(((i % ofDay) / ofDay) * 600) * MINUTE),
  }));
}

interface UploadData {
  readonly uploadCallRecords: Readonly<Record<string, unknown>>;
}
interface ActivityData {
  readonly node: {
    readonly proof: { readonly kind: string; readonly reasons: readonly { readonly code: string }[] } | null;
    readonly record: { readonly talkSeconds: number; readonly source: string } | null;
  };
}

describe.each(ENGINES)('call records on %s', (engine) => {
  let test: TestServer;
  let ana: TestBrowser;
  let max: TestBrowser;

  const upload = async (
    calls: readonly CallWish[],
    completeUntil: Instant,
    more: {
      readonly by?: TestBrowser;
      readonly key?: string;
      readonly storeId?: string;
      readonly content?: string;
    } = {},
  ) => {
    const { by = max, key = newId(), storeId = test.ours.ford.storeId, content = callFile(calls) } = more;
    const input = { key, storeId: encodeGlobalId('Store', storeId), source: 'pbx', format: 'twilioCsv', content };
    const times = { completeUntil: new Date(completeUntil).toISOString() };
    const answer = await by.graphql<UploadData>(UPLOAD, { input: { ...input, ...times } });
    expect(answer.errors).toBeUndefined();
    return answer.data?.uploadCallRecords;
  };
  /** A lead comes in and Ana says that she called. */
  const claim = async (last: string, phone: string, disposition = 'leftMessage') => {
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ id: last, last, phone, first: 'Rosa' })));
    const day = await ana.graphql<{
      workPlan: { tasks: readonly { id: string; channel: string; phone: string }[] };
    }>(WORK_PLAN, { locale: 'en' });
    const task = day.data?.workPlan.tasks.find((each) => each.channel === 'call' && each.phone === phone);
    const input = { key: newId(), taskId: task?.id, disposition };
    const logged = await ana.graphql<{ logActivity: { activity: { id: string } } }>(LOG_ACTIVITY, { input });
    expect(logged.errors).toBeUndefined();
    return logged.data?.logActivity.activity.id ?? '';
  };
  const proofOf = async (id: string) => {
    const answer = await max.graphql<ActivityData>(ACTIVITY, { id, locale: 'en' });
    expect(answer.errors).toBeUndefined();
    return answer.data?.node;
  };
  const measures = async () => {
    const [row] = await test.database.asOwner<Record<string, number>>(
      `select sum(claims) as claims, sum(documented) as documented, sum(pending) as pending,
              sum(not_documented) as "notDocumented", sum(call_steps_due) as "callStepsDue",
              sum(call_steps_done) as "callStepsDone", sum(call_steps_missed) as "callStepsMissed"
         from member_day where group_id::text = $1`,
      [test.ours.groupId],
    );
    return row;
  };

  beforeAll(async () => {
    test = await openTestServer(engine);
    ana = await signIn(test.url, test.ours.ana);
    max = await signIn(test.url, test.ours.manager);
  }, OPENING_MS);
  afterAll(() => test.close());

  let first = '';
  let second = '';

  it('waits with a claim until the phone system has told of its time', async () => {
    first = await claim('First', ROSA);
    expect(await proofOf(first)).toMatchObject({ proof: { kind: 'pending' }, record: null });
    expect(await measures()).toMatchObject({ claims: 1, pending: 1, callStepsDone: 1, callStepsMissed: 0 });
  });

  it('documents a claim by its record, and tells of a claim without one only once the feed has passed it', async () => {
    second = await claim('Second', '+13125557044');
    await test.setClock(plus(TUESDAY_10, HOUR));
    const call = { sid: 'CA1', to: ROSA, at: plus(TUESDAY_10, -2 * MINUTE) };
    expect(await upload([call], plus(TUESDAY_10, 10 * MINUTE))).toMatchObject({
      __typename: 'UploadCallRecordsSuccess',
      read: 1,
      new: 1,
      alreadyKnown: 0,
      problems: [],
      problemCount: 0,
      completeUntil: new Date(plus(TUESDAY_10, 10 * MINUTE)).toISOString(),
    });
    expect(await proofOf(first)).toMatchObject({ proof: { kind: 'verified' }, record: { source: 'pbx' } });
    // A record may be up to 15 minutes younger than the claim.
    expect(await proofOf(second)).toMatchObject({ proof: { kind: 'pending' }, record: null });
    await upload([call], plus(TUESDAY_10, 20 * MINUTE));
    expect(await proofOf(second)).toMatchObject({
      proof: { kind: 'unmatched', reasons: [{ code: 'proof.notDocumented' }] },
      record: null,
    });
  });

  it('moves the measures of the day along, and takes back the step that nothing shows', async () => {
    expect(await measures()).toEqual({
      claims: 2,
      documented: 1,
      pending: 0,
      notDocumented: 1,
      callStepsDue: 2,
      callStepsDone: 1,
      callStepsMissed: 1,
    });
  });

  it('ends in the same state when a file comes twice, late or with an older end', async () => {
    const before = await measures();
    const again = await upload([{ sid: 'CA1', to: ROSA, at: plus(TUESDAY_10, -2 * MINUTE) }], plus(TUESDAY_10, MINUTE));
    expect(again).toMatchObject({
      read: 1,
      new: 0,
      alreadyKnown: 1,
      completeUntil: new Date(plus(TUESDAY_10, 20 * MINUTE)).toISOString(),
    });
    expect(await measures()).toEqual(before);
    expect(await proofOf(second)).toMatchObject({ proof: { kind: 'unmatched' } });
    const records = await test.database.asOwner('select 1 from call_record');
    expect(records).toHaveLength(1);
  });

  it('documents late what a late file tells of', async () => {
    await upload([{ sid: 'CA2', to: '+13125557044', at: plus(TUESDAY_10, -MINUTE) }], plus(TUESDAY_10, MINUTE));
    expect(await proofOf(second)).toMatchObject({ proof: { kind: 'verified' } });
    expect(await measures()).toMatchObject({ documented: 2, notDocumented: 0, callStepsDone: 2, callStepsMissed: 0 });
  });

  it('gives one record to one claim, and to the person whom it names', async () => {
    await test.database.asOwner(
      `insert into phone_user (group_id, id, store_id, source, agent_ref, member_id)
       values ($1::uuid, $2::uuid, $3::uuid, 'pbx', 'ana', $4::uuid)`,
      [test.ours.groupId, newId(), test.ours.ford.storeId, test.ours.ana.memberId],
    );
    const third = await claim('Third', '+13125557045', 'spoke');
    const at = plus(TUESDAY_10, HOUR);
    await test.setClock(plus(TUESDAY_10, 2 * HOUR));
    await upload(
      [
        { sid: 'CA3', to: '+13125557045', at: plus(at, -10 * SECOND), seconds: 12, client: 'ana' },
        { sid: 'CA4', to: '+13125557045', at: plus(at, -5 * MINUTE), seconds: 80, client: 'ana' },
      ],
      plus(at, 30 * MINUTE),
    );
    expect(await proofOf(third)).toMatchObject({ proof: { kind: 'verified' }, record: { talkSeconds: 80 } });
  });

  it('answers the same key with the first answer, and only the first one counts', async () => {
    const call = { sid: 'CA9', to: '+13125550999', at: plus(TUESDAY_10, MINUTE) };
    const key = newId();
    const answer = await upload([call], plus(TUESDAY_10, 2 * HOUR), { key });
    expect(answer).toMatchObject({ new: 1 });
    expect(await upload([call], plus(TUESDAY_10, 2 * HOUR), { key })).toEqual(answer);
  });

  it('refuses a file that knows the future, and one that cannot be read', async () => {
    const late = await upload([], plus(TUESDAY_10, 3 * HOUR), { content: 'sid\n' });
    expect(late).toMatchObject({ __typename: 'InputError', field: 'completeUntil' });
    const broken = await upload([], TUESDAY_10, { content: 'name,price\nBronco,1' });
    expect(broken).toMatchObject({ __typename: 'InputError', field: 'content' });
  });

  it('names the rows that cannot be used and takes the others', async () => {
    const good = callFile([{ sid: 'CA10', to: '+13125557046', at: TUESDAY_10 }]);
    const answer = await upload([], TUESDAY_10, { content: `${good}\nCA11,,x,y,strange,outbound-api,,,` });
    expect(answer).toMatchObject({ new: 1, problems: [{ row: 3, field: 'status' }], problemCount: 1 });
    const broken = Array.from({ length: MOST_PROBLEMS + 5 }, (_, i) => `CB${i},,x,y,strange,outbound-api,,,`);
    const worse = await upload([], TUESDAY_10, { content: [good, ...broken].join('\n') });
    expect(worse).toMatchObject({ alreadyKnown: 1, problemCount: broken.length });
    expect(worse?.['problems']).toHaveLength(MOST_PROBLEMS);
  });

  it('takes a month of a store in one file', { timeout: 60_000 }, async () => {
    const { storeId } = test.ours.toyota;
    const by = await signIn(test.url, test.ours.administrator);
    const month = callsOfMonth(6_000);
    const until = plus(month.at(-1)?.at ?? TUESDAY_10, HOUR);
    expect(await upload(month, until, { by, storeId })).toMatchObject({ read: month.length, new: month.length });
    expect(await upload(month, until, { by, storeId })).toMatchObject({ new: 0, alreadyKnown: month.length });
  });

  it('says of a longer file what is taken, and how', { timeout: 60_000 }, async () => {
    const calls = await upload(callsOfMonth(MOST_CALLS + 1), TUESDAY_10);
    const parts = 'upload a longer file in parts, the last with its end';
    expect(calls).toMatchObject({ field: 'content', allowed: `at most 16,000 calls: ${parts}` });
    const content = 'x'.repeat(MOST_CONTENT + 1);
    const text = await upload([], TUESDAY_10, { content });
    expect(text).toMatchObject({ field: 'content', allowed: `at most 4,000,000 characters: ${parts}` });
  });

  it('takes files from those who answer for the store’s phones alone', async () => {
    for (const person of [test.ours.ana, test.ours.principal]) {
      const by = await signIn(test.url, person);
      expect(await upload([], TUESDAY_10, { by })).toMatchObject({ __typename: 'NotAllowedError' });
    }
    const { storeId } = test.ours.toyota;
    expect(await upload([], TUESDAY_10, { storeId })).toMatchObject({ __typename: 'NotAllowedError' });
    const theirs = test.theirs.ford.storeId;
    expect(await upload([], TUESDAY_10, { storeId: theirs })).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('counts an undocumented step as missed from its deadline on, and not before', async () => {
    const nine = plus(TUESDAY_10, 23 * HOUR);
    await test.setClock(nine);
    await runDue(test.resources);
    // The last call of the lead's second day: due until the store closes.
    const fourth = await claim('First', ROSA, 'noAnswer');
    const countOf = async () => {
      const [step] = await test.database.asOwner<{ deadline: Date; state: string | null }>(
        `select deadline, counted ->> 'state' as state from touch where settled_by_fact_id::text = $1`,
        [decodeGlobalId(fourth)?.id ?? ''],
      );
      return step;
    };
    expect((await countOf())?.state).toBe('done');
    await test.setClock(plus(nine, HOUR));
    await upload([{ sid: 'CA12', to: '+13125550998', at: nine }], plus(nine, 30 * MINUTE));
    expect(await proofOf(fourth)).toMatchObject({ proof: { kind: 'unmatched' } });
    expect((await countOf())?.state).toBe(null);
    const deadline = instant((await countOf())?.deadline.getTime() ?? 0);
    await test.setClock(plus(deadline, -1));
    await runDue(test.resources);
    expect((await countOf())?.state).toBe(null);
    await test.setClock(deadline);
    await runDue(test.resources);
    expect((await countOf())?.state).toBe('missed');
  });
});
