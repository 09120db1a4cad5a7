import { DAY_24H, HOUR, type Instant, instant, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { adf } from './support/adf.ts';
import { runDue } from './support/run-due.ts';
import { clientOperation, leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const WORK_PLAN = clientOperation('work-plan');
const LOG_ACTIVITY = clientOperation('log-activity');
const OPEN_DAYS = clientOperation('open-days');
const TO_CONFIRM = clientOperation('appointments-to-confirm');
const CONFIRM = clientOperation('confirm-appointment');
const PROMISE = `mutation ($input: MakePromiseInput!) { makePromise(input: $input) { __typename
  ... on InputError { field allowed } ... on NotAllowedError { message }
  ... on MakePromiseSuccess { task { id from deadline channel reasons { code } } } } }`;

interface Task {
  readonly id: string;
  readonly opportunityId: string;
  readonly channel: string;
  readonly from: string;
  readonly phone: string;
  readonly appointmentAt: string | null;
  readonly appointmentConfirmedAt: string | null;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}
interface Answer {
  readonly __typename: string;
  readonly field?: string;
  readonly allowed?: string;
  readonly reasons?: readonly { readonly code: string }[];
}

const at = (local: string): Instant => instant(Date.parse(`${local}-06:00`));
const iso = (when: Instant) => new Date(when).toISOString();
const THURSDAY_10 = at('2026-11-26T10:00');
const WEDNESDAY_15 = at('2026-11-25T15:00');

describe.each(ENGINES)('S05 appointments and promises on %s', (engine) => {
  let test: TestServer;
  let ana: TestBrowser;
  let max: TestBrowser;
  let phones = 0;

  const goTo = async (now: Instant) => {
    await test.setClock(now);
    await runDue(test.resources);
  };
  const tasks = async (browser: TestBrowser = ana, day?: string) => {
    const { data, errors } = await browser.graphql<{ workPlan: { tasks: readonly Task[] } }>(WORK_PLAN, {
      locale: 'en',
      ...(day !== undefined && { day }),
    });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.workPlan.tasks;
  };
  /** A new lead of Ana's, and its first call. */
  const arrive = async (first: string): Promise<Task> => {
    const phone = `312-555-${4100 + phones++}`;
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first, phone })));
    const task = (await tasks()).find((each) => each.phone === `+1${phone.replaceAll('-', '')}`);
    if (task === undefined) throw new Error(`${first} is on no list`);
    return task;
  };
  const log = async (task: Task, input: object, key: string = newId()) => {
    const answer = await ana.graphql<{ logActivity: Answer }>(LOG_ACTIVITY, {
      input: { key, taskId: task.id, ...input },
      locale: 'en',
    });
    if (answer.data == null) throw new Error(JSON.stringify(answer.errors));
    return answer.data.logActivity;
  };
  const confirm = async (browser: TestBrowser, input: object, key: string = newId()) => {
    const answer = await browser.graphql<{ confirmAppointment: Answer & { appointment: object | null } }>(CONFIRM, {
      input: { key, ...input },
      locale: 'en',
    });
    if (answer.data == null) throw new Error(JSON.stringify(answer.errors));
    return answer.data.confirmAppointment;
  };
  const makePromise = async (browser: TestBrowser, input: object, key: string = newId()) => {
    const { data, errors } = await browser.graphql<{ makePromise: Answer & { task: Task } }>(PROMISE, {
      input: { key, ...input },
    });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.makePromise;
  };
  const factsAbout = async (opportunityId: string) => {
    const id = Buffer.from(opportunityId, 'base64url').toString('utf8').replace('Opportunity:', '');
    const rows = await test.database.asOwner<{ kind: string }>(
      `select kind from fact where opportunity_id = $1::uuid
          and (kind like 'appointment.%' or kind = 'promise.made' or kind = 'activity.logged') order by recorded_at, id`,
      [id],
    );
    return rows.map(({ kind }) => kind);
  };
  const toConfirm = async (browser: TestBrowser, storeId = test.ours.ford.storeId) => {
    const answer = await browser.graphql<{
      appointmentsToConfirm: { opportunity: { id: string; owner: { name: string } } }[];
    }>(TO_CONFIRM, { storeId: encodeGlobalId('Store', storeId) });
    return answer.data?.appointmentsToConfirm ?? answer.errors?.[0]?.extensions;
  };
  const expectVerified = async () => {
    const group = test.resources.gateway.enterGroup(test.ours.groupId);
    const now = test.resources.clock.now();
    expect(await verifyStore(group, test.ours.groupId, test.ours.ford.storeId, test.resources.seal, now)).toEqual([]);
  };

  beforeAll(async () => {
    test = await openTestServer(engine);
    ana = await signIn(test.url, test.ours.ana);
    max = await signIn(test.url, test.ours.manager);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('takes with "appointment set" when it is, and shows it on every card of the customer', async () => {
    const first = await arrive('Rosa');
    const key = newId();
    const promiseAt = iso(plus(TUESDAY_10, HOUR));
    const said = { disposition: 'appointmentSet', appointmentAt: iso(WEDNESDAY_15), promiseAt };
    expect((await log(first, said, key)).__typename).toBe('LogActivitySuccess');
    expect((await log(first, said, key)).__typename).toBe('LogActivitySuccess');
    expect(await factsAbout(first.opportunityId)).toEqual(['activity.logged', 'appointment.set', 'promise.made']);
    const card = (await tasks()).find(({ opportunityId }) => opportunityId === first.opportunityId);
    expect(card).toMatchObject({ from: promiseAt, appointmentAt: iso(WEDNESDAY_15), appointmentConfirmedAt: null });
    if (card === undefined) throw new Error('nothing is asked for any more');
    expect((await log(card, { disposition: 'spoke', confirmed: true })).__typename).toBe('LogActivitySuccess');
    expect((await factsAbout(first.opportunityId)).slice(3)).toEqual(['activity.logged', 'appointment.confirmed']);
    await expectVerified();
  });

  it.each([
    ['no time', {}, 'appointmentAt', 'the time of the appointment'],
    ['a time that is over', { appointmentAt: iso(plus(TUESDAY_10, -MINUTE)) }, 'appointmentAt', 'a time after'],
    ['a time of next year but one', { appointmentAt: '2028-11-24T16:00:00Z' }, 'appointmentAt', 'until 2027-11-25'],
    [
      'an hour at which the store is closed',
      { appointmentAt: iso(at('2026-11-25T20:00')) },
      'appointmentAt',
      'on 2026-11-25 it is open from 2026-11-25T14:00:00.000Z to 2026-11-26T02:00:00.000Z',
    ],
    ['a day on which it is closed', { appointmentAt: iso(at('2026-11-29T12:00')) }, 'appointmentAt', 'closed all day'],
    [
      'a promise at night',
      { appointmentAt: iso(WEDNESDAY_15), promiseAt: iso(at('2026-11-25T23:00')) },
      'promiseAt',
      'open',
    ],
  ])('refuses an appointment with %s, naming field and what is allowed', async (_, more, field, allowed) => {
    await test.setClock(TUESDAY_10);
    const [task] = (await tasks()).filter(({ channel }) => channel === 'call');
    const open = task ?? (await arrive('Refused'));
    const answer = await log(open, { disposition: 'appointmentSet', ...more });
    expect(answer).toMatchObject({ __typename: 'InputError', field });
    expect(answer.allowed).toContain(allowed);
  });

  it('refuses a time with another disposition, and a confirmation of nothing', async () => {
    const task = await arrive('Nora');
    const timed = await log(task, { disposition: 'spoke', appointmentAt: iso(WEDNESDAY_15) });
    expect(timed).toMatchObject({ __typename: 'InputError', field: 'appointmentAt' });
    const nothing = await log(task, { disposition: 'spoke', confirmed: true });
    expect(nothing).toMatchObject({ __typename: 'RefusedError', reasons: [{ code: 'opportunity.noAppointment' }] });
    expect(await factsAbout(task.opportunityId)).toEqual([]);
  });

  it('makes of a promised call the owner’s touch of class promise at that time, which stays on the list', async () => {
    const task = await arrive('Pablo');
    expect((await log(task, { disposition: 'spoke', promiseAt: iso(THURSDAY_10) })).__typename).toBe(
      'LogActivitySuccess',
    );
    const mine = async () =>
      (await tasks()).filter(
        ({ opportunityId, reasons }) =>
          opportunityId === task.opportunityId && reasons.some(({ code }) => code === 'cadence.promised'),
      );
    expect(await mine()).toEqual([]);
    await goTo(at('2026-11-26T08:00'));
    const [promised] = await mine();
    expect(promised).toMatchObject({ channel: 'call', from: iso(THURSDAY_10) });
    expect(promised?.reasons[0]?.text).toContain('Promised to the customer');
    expect(promised?.reasons.map(({ code }) => code)).toContain('workday.promise');
    await goTo(plus(THURSDAY_10, 2 * HOUR));
    const [late] = await mine();
    expect(late?.reasons.map(({ code }) => code)).toContain('cadence.overdue');
    await expectVerified();
    if (late === undefined) throw new Error('the promise left the list');
    expect((await log(late, { disposition: 'noAnswer' })).__typename).toBe('LogActivitySuccess');
    expect(await mine()).toEqual([]);
    await expectVerified();
  });

  it('takes a promise on its own, once', async () => {
    await test.setClock(plus(THURSDAY_10, 3 * HOUR));
    const task = await arrive('Quinn');
    const [key, dueAt] = [newId(), iso(plus(THURSDAY_10, 5 * HOUR))];
    const wish = { opportunityId: task.opportunityId, dueAt };
    const made = await makePromise(max, wish, key);
    expect(made).toMatchObject({ task: { channel: 'call', from: dueAt } });
    expect(made.task.reasons[0]?.code).toBe('cadence.promised');
    expect((await makePromise(max, wish, key)).task.id).toBe(made.task.id);
    expect(await factsAbout(task.opportunityId)).toEqual(['promise.made']);
    expect((await tasks()).map(({ id }) => id)).toContain(made.task.id);
    const atNight = await makePromise(ana, { ...wish, dueAt: iso(at('2026-11-27T03:00')) });
    expect(atNight).toMatchObject({ __typename: 'InputError', field: 'dueAt' });
    await expectVerified();
  });

  it('tells the manager of today’s and tomorrow’s appointments that nobody confirmed, with their owners', async () => {
    const now = at('2026-11-27T10:00');
    await goTo(now);
    const set = async (first: string, when: Instant) => {
      const task = await arrive(first);
      await log(task, { disposition: 'appointmentSet', appointmentAt: iso(when) });
      return task.opportunityId;
    };
    const later = await set('Later', plus(now, 3 * DAY_24H));
    const tomorrow = await set('Tomorrow', plus(now, DAY_24H));
    const today = await set('Today', plus(now, 2 * HOUR));
    expect(await toConfirm(max)).toMatchObject([
      { opportunity: { id: today, owner: { name: 'Ana' } } },
      { opportunity: { id: tomorrow } },
    ]);
    const key = newId();
    const wish = { opportunityId: today, outcome: 'confirmed' };
    expect(await confirm(max, wish, key)).toMatchObject({ appointment: { confirmedAt: iso(now) } });
    expect(await confirm(max, wish, key)).toMatchObject({ appointment: { confirmedAt: iso(now) } });
    expect(await confirm(ana, wish)).toMatchObject({ appointment: { confirmedAt: iso(now) } });
    expect(await factsAbout(today)).toEqual(['activity.logged', 'appointment.set', 'appointment.confirmed']);
    expect(await confirm(ana, { opportunityId: tomorrow, outcome: 'cancelled' })).toMatchObject({ appointment: null });
    expect(await toConfirm(max)).toEqual([]);
    const sooner = iso(plus(now, 4 * HOUR));
    expect(await confirm(ana, { opportunityId: later, outcome: 'moved', startsAt: sooner })).toMatchObject({
      appointment: { startsAt: sooner, confirmedAt: null },
    });
    expect(await toConfirm(max)).toMatchObject([{ opportunity: { id: later } }]);
    await expectVerified();
  });

  it('refuses what cannot have become of an appointment', async () => {
    await goTo(at('2026-11-28T10:00'));
    const task = await arrive('Olga');
    const about = { opportunityId: task.opportunityId };
    expect(await confirm(ana, { ...about, outcome: 'confirmed' })).toMatchObject({
      reasons: [{ code: 'opportunity.noAppointment' }],
    });
    await log(task, { disposition: 'appointmentSet', appointmentAt: iso(at('2026-11-28T15:00')) });
    expect(await confirm(ana, { ...about, outcome: 'shown' })).toMatchObject({
      reasons: [{ code: 'opportunity.appointmentAhead' }],
    });
    expect(await confirm(ana, { ...about, outcome: 'moved' })).toMatchObject({ field: 'startsAt' });
    expect(await confirm(ana, { ...about, outcome: 'moved', startsAt: iso(at('2026-11-29T12:00')) })).toMatchObject({
      field: 'startsAt',
    });
    await goTo(at('2026-11-28T15:20'));
    expect(await confirm(ana, { ...about, outcome: 'confirmed' })).toMatchObject({
      reasons: [{ code: 'opportunity.appointmentOver' }],
    });
    expect((await confirm(ana, { ...about, outcome: 'shown' })).__typename).toBe('ConfirmAppointmentSuccess');
    expect((await factsAbout(task.opportunityId)).at(-1)).toBe('activity.logged');
    await expectVerified();
  });

  it('offers the next days on which the store is open, with what is left of today', async () => {
    const now = at('2026-11-28T18:30');
    await test.setClock(now);
    const task = await arrive('Dora');
    const { data } = await ana.graphql<{ openDays: { zone: string; days: { day: string; spans: object[] }[] } }>(
      OPEN_DAYS,
      { opportunityId: task.opportunityId },
    );
    expect(data?.openDays.zone).toBe('America/Chicago');
    expect(data?.openDays.days).toHaveLength(12);
    expect(data?.openDays.days.slice(0, 2)).toEqual([
      { day: '2026-11-28', spans: [{ from: iso(now), until: iso(at('2026-11-28T20:00')) }] },
      { day: '2026-11-30', spans: [{ from: iso(at('2026-11-30T08:00')), until: iso(at('2026-11-30T20:00')) }] },
    ]);
  });

  it('S20 keeps other stores, other groups and onlookers out', async () => {
    const task = await arrive('Walled');
    const wish = { opportunityId: task.opportunityId, outcome: 'confirmed' };
    const promise = { opportunityId: task.opportunityId, dueAt: iso(at('2026-11-30T10:00')) };
    const carla = await signIn(test.url, test.ours.carla);
    const stranger = await signIn(test.url, test.theirs.manager);
    const paula = await signIn(test.url, test.ours.principal);
    for (const browser of [carla, stranger]) {
      expect((await confirm(browser, wish)).__typename).toBe('NotFoundError');
      expect((await makePromise(browser, promise)).__typename).toBe('NotFoundError');
      expect((await browser.graphql(OPEN_DAYS, { opportunityId: task.opportunityId })).data).toBeNull();
    }
    expect((await confirm(paula, wish)).__typename).toBe('NotAllowedError');
    expect((await makePromise(paula, promise)).__typename).toBe('NotAllowedError');
    expect(await toConfirm(stranger)).toMatchObject({ code: 'notAllowed' });
    expect(await toConfirm(ana)).toMatchObject({ code: 'notAllowed' });
    expect(await toConfirm(paula)).toEqual(expect.any(Array));
  });
});
