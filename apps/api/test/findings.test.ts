import { HOUR, type Instant, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { adf } from './support/adf.ts';
import { runDue } from './support/run-due.ts';
import { clientOperation, leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const STORE_BOARD = clientOperation('store-board');
const GROUP_BOARD = clientOperation('group-board');
const WORK_PLAN = clientOperation('work-plan');
const LOG_ACTIVITY = clientOperation('log-activity');

interface BoardData {
  readonly storeBoard: {
    readonly findings: readonly { readonly id: string; readonly kind: string; readonly openedAt: string }[];
  };
}
interface GroupData {
  readonly groupBoard: { readonly storesNeedingYou: readonly { readonly store: { readonly name: string } }[] };
}
interface DayData {
  readonly workPlan: {
    readonly tasks: readonly { readonly id: string; readonly channel: string; readonly phone: string }[];
  };
}

describe.each(ENGINES)('findings on %s', (engine) => {
  let test: TestServer;
  let ana: TestBrowser;
  let max: TestBrowser;

  const goTo = async (now: Instant) => {
    await test.setClock(now);
    await runDue(test.resources);
  };
  const findings = async () => {
    const storeId = encodeGlobalId('Store', test.ours.ford.storeId);
    const { data, errors } = await max.graphql<BoardData>(STORE_BOARD, { storeId, locale: 'en' });
    expect(errors).toBeUndefined();
    return data?.storeBoard.findings ?? [];
  };
  const call = async (phone: string) => {
    const day = await ana.graphql<DayData>(WORK_PLAN, { locale: 'en' });
    const task = day.data?.workPlan.tasks.find((each) => each.phone === phone && each.channel === 'call');
    const input = { key: newId(), taskId: task?.id, disposition: 'leftMessage' };
    expect((await ana.graphql(LOG_ACTIVITY, { input })).errors).toBeUndefined();
  };

  beforeAll(async () => {
    test = await openTestServer(engine);
    ana = await signIn(test.url, test.ours.ana);
    max = await signIn(test.url, test.ours.manager);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('tell the manager of a lead that has waited half an hour, and no longer once it is answered', async () => {
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ id: '1' })));
    await goTo(plus(TUESDAY_10, 29 * MINUTE));
    expect(await findings()).toEqual([]);
    await goTo(plus(TUESDAY_10, 30 * MINUTE));
    await goTo(plus(TUESDAY_10, 31 * MINUTE));
    const told = await findings();
    expect(told).toMatchObject([{ kind: 'responseOverdue' }]);
    // Looking again tells nobody twice.
    await goTo(plus(TUESDAY_10, 2 * HOUR));
    expect(await findings()).toEqual(told);
    await call('+13125557043');
    await goTo(plus(TUESDAY_10, 2 * HOUR + MINUTE));
    expect(await findings()).toEqual([]);
    const kept = await test.database.asOwner('select state, cleared_at from finding');
    expect(kept).toMatchObject([{ state: 'cleared' }]);
  });

  it('tell the principal of a department once enough of its calls were left out, and not before', async () => {
    const paula = await signIn(test.url, test.ours.principal);
    const needs = async () =>
      (await paula.graphql<GroupData>(GROUP_BOARD, { locale: 'en' })).data?.groupBoard.storesNeedingYou;
    for (const last of ['B', 'C', 'D', 'E']) {
      const phone = `312-555-72${last.charCodeAt(0)}`;
      const document = adf({ id: last, first: 'Otto', last: `Kern${last}`, phone });
      await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, document));
    }
    expect(await needs()).toEqual([]);
    // One look after the store has closed: every call of the day is late by then. Nothing at all was done for them.
    await goTo(plus(TUESDAY_10, 10 * HOUR));
    expect((await findings()).filter(({ kind }) => kind === 'responseOverdue')).toHaveLength(4);
    const [sums] = await test.database.asOwner<{ missed: number; emails: number }>(
      'select sum(call_steps_missed)::int as missed, sum(email_steps_done)::int as emails from member_day',
    );
    expect(sums?.missed).toBeGreaterThanOrEqual(10);
    expect(sums?.emails).toBe(0);
    // Without e-mails that go out there is no department that prefers them to calls.
    expect(await needs()).toEqual([]);
    // As if they did: the server sends no step of the plan by itself yet.
    await test.database.asOwner(
      `update member_day set email_steps_due = 5, email_steps_done = 5 where call_steps_missed =
         (select max(call_steps_missed) from member_day)`,
    );
    await goTo(plus(TUESDAY_10, 22 * HOUR));
    expect(await needs()).toMatchObject([{ store: { name: 'Ford' } }]);
    expect((await findings())[0]).toMatchObject({ kind: 'skippingCalls' });
  });
});
