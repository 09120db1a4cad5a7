import { HOUR, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { adf } from './support/adf.ts';
import { callFile } from './support/call-file.ts';
import { runDue } from './support/run-due.ts';
import { clientOperation, leadsOf, postAdf, signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const WORK_PLAN = clientOperation('work-plan');
const LOG_ACTIVITY = clientOperation('log-activity');
const UPLOAD = 'mutation ($input: UploadCallRecordsInput!) { uploadCallRecords(input: $input) { __typename } }';
const PHONES = Array.from({ length: 8 }, (_, i) => `+1312555730${i}`);

interface DayData {
  readonly workPlan: {
    readonly tasks: readonly { readonly id: string; readonly channel: string; readonly phone: string }[];
  };
}

describe.each(ENGINES)('calls that are logged while files are taken in on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('are all judged: none waits for a file that has passed it', async () => {
    const { ford } = test.ours;
    for (const [i, phone] of PHONES.entries()) {
      await leadsOf(
        await postAdf(test.url, ford.intakeKey, adf({ id: `race-${i}`, last: `Race${'abcdefgh'[i]}`, phone })),
      );
    }
    await test.setClock(plus(TUESDAY_10, HOUR));
    await runDue(test.resources);
    const [ana, max] = [await signIn(test.url, test.ours.ana), await signIn(test.url, test.ours.manager)];
    const day = await ana.graphql<DayData>(WORK_PLAN, { locale: 'en' });
    const logged = PHONES.map((phone) => {
      const task = day.data?.workPlan.tasks.find((each) => each.phone === phone && each.channel === 'call');
      const at = new Date(plus(TUESDAY_10, 10 * MINUTE)).toISOString();
      const input = { key: newId(), taskId: task?.id, disposition: 'leftMessage', at };
      return () => ana.graphql(LOG_ACTIVITY, { input });
    });
    // Every other call is on record; the records come in four files at once.
    const files = [0, 2, 4, 6].map((i) => {
      const call = { sid: `CA${i}`, to: PHONES[i] ?? '', at: plus(TUESDAY_10, 9 * MINUTE) };
      const input = {
        key: newId(),
        storeId: encodeGlobalId('Store', ford.storeId),
        source: 'pbx',
        format: 'twilioCsv',
        content: callFile([call]),
        completeUntil: new Date(plus(TUESDAY_10, HOUR)).toISOString(),
      };
      return () => max.graphql(UPLOAD, { input });
    });
    const answers = await Promise.all(
      logged.flatMap((send, i) => [...files.slice(i, i + 1), send]).map((send) => send()),
    );
    expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => undefined));
    const kinds = await test.database.asOwner<{ kind: string; n: number }>(
      'select kind, count(*)::int as n from proof group by kind order by kind',
    );
    expect(kinds).toEqual([
      { kind: 'unmatched', n: 4 },
      { kind: 'verified', n: 4 },
    ]);
    // What no record shows stops no clock any more.
    await runDue(test.resources);
    const { groupId } = test.ours;
    const group = test.resources.gateway.enterGroup(groupId);
    expect(await verifyStore(group, groupId, ford.storeId, test.resources.seal, plus(TUESDAY_10, HOUR))).toEqual([]);
  });
});
