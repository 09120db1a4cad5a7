import { type FactDraft, plus } from '@beback/core';
import { expect } from 'vitest';
import { newId } from '../../src/database/new-id.ts';
import { statement } from '../../src/database/statement.ts';
import { encodeGlobalId, idOf } from '../../src/graphql/global-id.ts';
import { factOf } from '../../src/modules/fact/fact-row.ts';
import { advance } from '../../src/modules/opportunity/advance.ts';
import { lockOpportunity } from '../../src/modules/opportunity/opportunity-row.ts';
import { loadStoreRules } from '../../src/modules/store/store-rules.ts';
import { addPerson } from './add-person.ts';
import { adf } from './adf.ts';
import { type CallWish, callFile } from './call-file.ts';
import { runDue } from './run-due.ts';
import { leadsOf, postAdf, signIn, type TestBrowser } from './test-client.ts';
import type { EngineName } from './test-gateway.ts';
import { openTestServer, TUESDAY_10 } from './test-server.ts';

const CLOCK = `firstResponse {
  state receivedAt wallSeconds openSeconds step nextStep nextStepAt pausedBy pausedUntil open openChangesAt
  provisional inTime stoppedAt stoppedBy { name } heldBy { name } reasons { code text } }`;
const DAY = `{ workPlan { tasks { id customerName channel reasons { code text } ${CLOCK} } } }`;
const LEAD = `query ($id: ID!) { lead(id: $id) { ${CLOCK} opportunity { owner { name } ${CLOCK} } } }`;
export const UNANSWERED = `query ($storeId: ID!) { unansweredLeads(storeId: $storeId) {
  total leads { opportunityId customerName vehicle source owner { name } ${CLOCK} } } }`;
const LOG = `mutation ($input: LogActivityInput!) { logActivity(input: $input) {
  __typename ... on RefusedError { reasons { code } } ... on NotAllowedError { message } } }`;
const UPLOAD = 'mutation ($input: UploadCallRecordsInput!) { uploadCallRecords(input: $input) { __typename } }';

export interface Clock {
  readonly state: string;
  readonly step: string | null;
  readonly nextStepAt: string | null;
  readonly openSeconds: number;
  readonly wallSeconds: number;
  readonly heldBy: { readonly name: string } | null;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

export interface Task {
  readonly id: string;
  readonly customerName: string;
  readonly channel: string;
  readonly reasons: Clock['reasons'];
  readonly firstResponse: Clock | null;
}

const OPPORTUNITY = statement(
  'opportunity of a lead',
  'select opportunity_id as id from lead where group_id = $1 and id = $2',
);

/** A store with Ana and Bea in its Internet department, Max who manages it, and leads that wait. */
export type ClockStage = Awaited<ReturnType<typeof openClockStage>>;

export async function openClockStage(engine: EngineName) {
  const test = await openTestServer(engine);
  const { ford } = test.ours;
  const storeId = encodeGlobalId('Store', ford.storeId);
  const second = await addPerson(test, 'Bea', 'salesperson', ford, 'internet');
  const [ana, bea, max] = await Promise.all(
    [test.ours.ana, second, test.ours.manager].map((who) => signIn(test.url, who)),
  );
  if (ana === undefined || bea === undefined || max === undefined) throw new Error('three signed in');
  let phones = 0;

  /** A lead of a customer of this area code, who it is, and whose it became. */
  const arrive = async (first: string, areaCode = '312') => {
    const phone = `${areaCode}-555-7${String(++phones).padStart(3, '0')}`;
    const [lead] = await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first, phone })));
    if (lead === undefined) throw new Error('no lead');
    const { id } = lead;
    const owner = (await leadOf({ id })).opportunity.owner.name;
    const [mine, other] = owner === 'Ana' ? [ana, bea] : [bea, ana];
    return {
      id,
      first,
      phone: `+1${phone.replaceAll('-', '')}`,
      owner,
      mine,
      other,
      otherName: owner === 'Ana' ? 'Bea' : 'Ana',
    };
  };
  type Arrived = Awaited<ReturnType<typeof arrive>>;
  const leadOf = async ({ id }: { readonly id: string }) => {
    const { data, errors } = await max.graphql<{
      lead: { firstResponse: Clock | null; opportunity: { owner: { name: string }; firstResponse: Clock | null } };
    }>(LEAD, { id });
    if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors));
    return data.lead;
  };
  const clockOf = async (lead: Arrived) => (await leadOf(lead)).firstResponse;
  const callsOf = async (browser: TestBrowser, { first }: Arrived) => {
    const { data, errors } = await browser.graphql<{ workPlan: { tasks: readonly Task[] } }>(DAY);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return (data?.workPlan.tasks ?? []).filter(
      (task) => task.customerName === `${first} Delgado` && task.channel === 'call',
    );
  };
  /** The call that would stop the clock, on this person's list. */
  const waitingCall = async (browser: TestBrowser, lead: Arrived) =>
    (await callsOf(browser, lead)).find(({ firstResponse }) => firstResponse !== null);
  const log = (browser: TestBrowser, task: Task | undefined, disposition: string, more: object = {}) =>
    browser.graphql<{ logActivity: { __typename: string } }>(LOG, {
      input: { key: newId(), taskId: task?.id, disposition, ...more },
    });
  const pass = async (milliseconds: number) => {
    await test.setClock(plus(TUESDAY_10, milliseconds));
    await runDue(test.resources);
  };
  const upload = async (calls: readonly CallWish[], until: number) => {
    const input = {
      key: newId(),
      storeId,
      source: 'pbx',
      format: 'twilioCsv',
      content: callFile(calls),
      completeUntil: new Date(plus(TUESDAY_10, until)).toISOString(),
    };
    expect((await max.graphql(UPLOAD, { input })).data).toEqual({
      uploadCallRecords: { __typename: 'UploadCallRecordsSuccess' },
    });
    await runDue(test.resources);
  };
  const iso = (milliseconds: number) => new Date(plus(TUESDAY_10, milliseconds)).toISOString();

  /** What our own server, or another system of the store, did about a lead. */
  const tell = async (lead: Arrived, draft: { readonly kind: FactDraft['kind']; readonly data: object }) => {
    const { gateway, clock, seal } = test.resources;
    const at = clock.now();
    await gateway.enterGroup(test.ours.groupId).transaction(async (tx) => {
      const [row] = await tx.sql<{ id: string }>(OPPORTUNITY, [tx.groupId, idOf('Lead', lead.id)]);
      const opportunity = await lockOpportunity(tx, row?.id ?? '');
      const rules = await loadStoreRules(tx, tx.groupId, ford.storeId, at);
      if (opportunity === undefined || rules === undefined) throw new Error('tell: no opportunity');
      const data = { opportunityId: opportunity.id, customerId: opportunity.customerId, ...draft.data };
      const fact = factOf({ kind: draft.kind, at, data } as unknown as FactDraft, ford.storeId, at);
      await advance(tx, seal, rules, opportunity, [fact], at);
    });
  };
  return {
    tell,
    test,
    storeId,
    ana,
    bea,
    max,
    beaId: second.memberId,
    arrive,
    clockOf,
    leadOf,
    waitingCall,
    log,
    pass,
    upload,
    iso,
  };
}
