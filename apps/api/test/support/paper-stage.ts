import { type Instant, instant } from '@beback/core';
import { expect } from 'vitest';
import { newId } from '../../src/database/new-id.ts';
import { encodeGlobalId } from '../../src/graphql/global-id.ts';
import { verifyStore } from '../../src/modules/verify/verify-store.ts';
import { addPerson } from './add-person.ts';
import { adf } from './adf.ts';
import { type CallWish, callFile } from './call-file.ts';
import { runDue } from './run-due.ts';
import { clientOperation, leadsOf, postAdf, signIn, type TestBrowser } from './test-client.ts';
import type { EngineName } from './test-gateway.ts';
import { openTestServer } from './test-server.ts';

const DAY_SHEET = clientOperation('day-sheet');
const PAPER_TASKS = clientOperation('paper-tasks');
const KEY_IN = clientOperation('key-in-result');
const PROOF =
  'query ($id: ID!) { node(id: $id) { ... on Activity { member { name } proof { kind reasons { code } } } } }';
const UPLOAD = 'mutation ($input: UploadCallRecordsInput!) { uploadCallRecords(input: $input) { __typename } }';

export interface SheetTask {
  readonly id: string;
  readonly sheetCode: string;
  readonly channel: string;
  readonly state: string;
  readonly customerName: string | null;
  readonly phone: string;
}

export interface KeyedIn {
  readonly __typename: string;
  readonly field?: string;
  readonly reasons?: readonly { readonly code: string }[];
  readonly activity?: { readonly id: string; readonly at: string; readonly recordedAt: string };
  readonly task?: { readonly state: string };
}

/** A local time of the seeded stores in the weeks of the tests, in Chicago. */
export const chicago = (local: string): Instant => instant(Date.parse(`${local}-06:00`));
export const isoOf = (local: string): string => new Date(chicago(local)).toISOString();

/** A store with Ana and Bea, whose days are printed, and Max who manages it. */
export type PaperStage = Awaited<ReturnType<typeof openPaperStage>>;

export async function openPaperStage(engine: EngineName) {
  const test = await openTestServer(engine);
  const { ford } = test.ours;
  const storeId = encodeGlobalId('Store', ford.storeId);
  const second = await addPerson(test, 'Bea', 'salesperson', ford, 'internet');
  const ana = await signIn(test.url, test.ours.ana);
  const bea = await signIn(test.url, second);
  const max = await signIn(test.url, test.ours.manager);
  const paula = await signIn(test.url, test.ours.principal);
  const memberId = {
    ana: encodeGlobalId('Member', test.ours.ana.memberId),
    bea: encodeGlobalId('Member', second.memberId),
  };
  let phones = 0;

  const goTo = async (local: string) => {
    await test.setClock(chicago(local));
    await runDue(test.resources);
  };
  const answer = async <D>(browser: TestBrowser, text: string, variables: object): Promise<D> => {
    const { data, errors } = await browser.graphql<D>(text, { locale: 'en', ...variables });
    if (data == null || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const sheet = async (browser: TestBrowser, variables: object = {}) =>
    (await answer<{ workPlan: { tasks: readonly SheetTask[] } }>(browser, DAY_SHEET, variables)).workPlan.tasks;
  const onPaper = async (browser: TestBrowser, variables: object) =>
    (await answer<{ paperTasks: { today: string; tasks: readonly SheetTask[] } }>(browser, PAPER_TASKS, variables))
      .paperTasks;
  const keyIn = async (browser: TestBrowser, input: object): Promise<KeyedIn> =>
    (await answer<{ keyInResult: KeyedIn }>(browser, KEY_IN, { input: { key: newId(), ...input } })).keyInResult;
  /** A new lead, whose it became, and its first call as it stands on that person's sheet. */
  const arrive = async (first: string, areaCode = '312') => {
    const phone = `${areaCode}-555-${4200 + phones++}`;
    await leadsOf(await postAdf(test.url, ford.intakeKey, adf({ first, phone })));
    const number = `+1${phone.replaceAll('-', '')}`;
    for (const [name, browser] of [
      ['ana', ana],
      ['bea', bea],
    ] as const) {
      const task = (await sheet(browser)).find((each) => each.phone === number && each.channel === 'call');
      if (task !== undefined)
        return { task, number, browser, other: browser === ana ? bea : ana, memberId: memberId[name] };
    }
    throw new Error(`${first} is on nobody's list`);
  };
  const upload = async (calls: readonly CallWish[], completeUntil: string) => {
    const input = { key: newId(), storeId, source: 'pbx', format: 'twilioCsv', content: callFile(calls) };
    await answer(max, UPLOAD, { input: { ...input, completeUntil: isoOf(completeUntil) } });
    await runDue(test.resources);
  };
  const proofOf = async (id: string | undefined) =>
    (
      await answer<{ node: { member: { name: string }; proof: { kind: string; reasons: { code: string }[] } } }>(
        max,
        PROOF,
        { id },
      )
    ).node;
  const measuresOf = async (day: string) => {
    const [row] = await test.database.asOwner<Record<string, number>>(
      `select coalesce(sum(activities), 0)::int as activities, coalesce(sum(claims), 0)::int as claims,
              coalesce(sum(documented), 0)::int as documented, coalesce(sum(call_steps_done), 0)::int as "callStepsDone",
              coalesce(sum(call_steps_missed), 0)::int as "callStepsMissed"
         from member_day where group_id::text = $1 and day = $2::date`,
      [test.ours.groupId, day],
    );
    return row;
  };
  const expectVerified = async () => {
    const group = test.resources.gateway.enterGroup(test.ours.groupId);
    const now = test.resources.clock.now();
    expect(await verifyStore(group, test.ours.groupId, ford.storeId, test.resources.seal, now)).toEqual([]);
  };
  return {
    ...{ test, storeId, memberId, ana, bea, max, paula },
    ...{ goTo, answer, sheet, onPaper, keyIn, arrive, upload, proofOf, measuresOf, expectVerified },
  };
}
