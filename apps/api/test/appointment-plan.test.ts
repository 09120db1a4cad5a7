import { HOUR, type Instant, instant, MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { verifyStore } from '../src/modules/verify/verify-store.ts';
import { adf } from './support/adf.ts';
import { runDue } from './support/run-due.ts';
import { clientOperation, leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';

const WORK_PLAN = clientOperation('work-plan');
const LOG_ACTIVITY = clientOperation('log-activity');
const CONFIRM = clientOperation('confirm-appointment');

interface Task {
  readonly id: string;
  readonly opportunityId: string;
  readonly customerName: string;
  readonly channel: string;
  readonly from: string;
  readonly reasons: readonly { readonly code: string }[];
}

const at = (local: string): Instant => instant(Date.parse(`${local}-06:00`));
const iso = (when: Instant) => new Date(when).toISOString();
const FRIDAY_15 = at('2026-11-27T15:00');
const SATURDAY_11 = at('2026-11-28T11:00');
const STEPS = {
  confirm: 'appointment-call-confirm',
  recall: 'appointment-text-recall',
  missed: 'appointment-call-missed',
  nextDay: 'appointment-call-next-day',
  manager: 'appointment-manager-next-day',
  day3: 'appointment-call-day3',
  day7: 'appointment-call-day7',
  day30: 'appointment-email-day30',
  day60: 'appointment-email-day60',
};
const COUNT = Object.keys(STEPS).length;

describe.each(ENGINES)('the plan of an appointment, beside the lead’s, on %s', (engine) => {
  let test: TestServer;
  let ana: TestBrowser;
  let max: TestBrowser;
  let opportunityId = '';

  const goTo = async (now: Instant) => {
    await test.setClock(now);
    await runDue(test.resources);
  };
  const tasks = async (browser: TestBrowser = ana): Promise<readonly Task[]> => {
    const answer = await browser.graphql<{ workPlan: { tasks: readonly Task[] } }>(WORK_PLAN, { locale: 'en' });
    return (answer.data?.workPlan.tasks ?? []).filter(
      (task) => opportunityId === '' || task.opportunityId === opportunityId,
    );
  };
  const log = async (taskId: string | undefined, input: object) => {
    const answer = await ana.graphql<{ logActivity: { __typename: string } }>(LOG_ACTIVITY, {
      input: { key: newId(), taskId, ...input },
      locale: 'en',
    });
    expect(answer.data?.logActivity.__typename).toBe('LogActivitySuccess');
  };
  const becomes = async (outcome: string, startsAt?: Instant) => {
    const input = { key: newId(), opportunityId, outcome, ...(startsAt !== undefined && { startsAt: iso(startsAt) }) };
    const answer = await max.graphql<{ confirmAppointment: { __typename: string } }>(CONFIRM, { input, locale: 'en' });
    expect(answer.data?.confirmAppointment.__typename).toBe('ConfirmAppointmentSuccess');
  };
  /** What became of the steps of each appointment, the earliest first. */
  const states = async () => {
    const id = Buffer.from(opportunityId, 'base64url').toString('utf8').replace('Opportunity:', '');
    const rows = await test.database.asOwner<{ step: string; state: string }>(
      `select step, state from touch where opportunity_id = $1::uuid and trigger = 'appointmentSet'
        order by since, window_from, step`,
      [id],
    );
    return rows.map(({ step, state }) => [step, state]);
  };
  const expectVerified = async () => {
    const group = test.resources.gateway.enterGroup(test.ours.groupId);
    const now = test.resources.clock.now();
    expect(await verifyStore(group, test.ours.groupId, test.ours.ford.storeId, test.resources.seal, now)).toEqual([]);
  };
  const stepOf = ({ id }: Task) => Buffer.from(id, 'base64url').toString('utf8').split(':')[2];
  const about = (code: string) => (task: Task) => task.reasons.some((reason) => reason.code === code);

  beforeAll(async () => {
    test = await openTestServer(engine);
    ana = await signIn(test.url, test.ours.ana);
    max = await signIn(test.url, test.ours.manager);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('asks for the confirmation, the reminder and the calls to who does not come, from when it is set', async () => {
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first: 'Vera', phone: '312-555-4477' })));
    const [first] = await tasks();
    opportunityId = first?.opportunityId ?? '';
    await log(first?.id, { disposition: 'appointmentSet', appointmentAt: iso(FRIDAY_15) });
    expect(await states()).toEqual(Object.values(STEPS).map((step) => [step, 'due']));
    expect((await tasks()).filter(about('cadence.daysBeforeAppointment'))).toEqual([]);
    await expectVerified();
  });

  it('has the owner confirm on the day before, first of all, until somebody has confirmed', async () => {
    await goTo(at('2026-11-26T08:00'));
    const [confirm] = (await tasks()).filter(about('cadence.daysBeforeAppointment'));
    expect(confirm).toMatchObject({ channel: 'call', from: iso(at('2026-11-26T08:00')) });
    expect(confirm?.reasons.map(({ code }) => code)).toContain('workday.promise');
    await becomes('confirmed');
    expect((await tasks()).map(({ id }) => id)).not.toContain(confirm?.id);
    expect((await states())[0]).toEqual([STEPS.confirm, 'cancelled']);
    await expectVerified();
  });

  it('begins anew with another time, and takes back what the former asked for', async () => {
    await goTo(at('2026-11-26T16:00'));
    await becomes('moved', SATURDAY_11);
    expect(await states()).toEqual([
      ...Object.values(STEPS).map((step) => [step, 'cancelled']),
      ...Object.values(STEPS).map((step) => [step, 'due']),
    ]);
    await expectVerified();
    await goTo(at('2026-11-27T11:00'));
    const [confirm] = (await tasks()).filter(about('cadence.daysBeforeAppointment'));
    await log(confirm?.id, { disposition: 'leftMessage' });
    expect((await states())[COUNT]).toEqual([STEPS.confirm, 'done']);
    await expectVerified();
  });

  it('reminds by a text two hours before, once', async () => {
    await goTo(plus(SATURDAY_11, -2 * HOUR));
    await goTo(plus(SATURDAY_11, -HOUR));
    const sent = await test.database.asOwner<{ purpose: string }>(
      `select purpose from outgoing_message where touch_id like '%:${STEPS.recall}:%'`,
      [],
    );
    expect(sent).toEqual([{ purpose: 'appointment' }]);
  });

  it('calls who did not come after half an hour, and nobody who came', async () => {
    await goTo(plus(SATURDAY_11, 30 * MINUTE));
    const [missed] = (await tasks()).filter(about('cadence.minutesAfterAppointment'));
    expect(missed).toMatchObject({ channel: 'call', from: iso(plus(SATURDAY_11, 30 * MINUTE)) });
    await expectVerified();
    await becomes('shown');
    expect((await tasks()).filter(about('cadence.minutesAfterAppointment'))).toEqual([]);
    const { confirm: _, recall: __, ...after } = STEPS;
    expect((await states()).slice(COUNT + 2)).toEqual(Object.values(after).map((step) => [step, 'cancelled']));
    await expectVerified();
  });

  it('does not lose who stays away: a call after three days and after a week, then mails, until the customer is heard of', async () => {
    opportunityId = '';
    await goTo(at('2026-11-30T10:00'));
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first: 'Wim', phone: '312-555-4478' })));
    const first = (await tasks()).find(({ customerName }) => customerName.startsWith('Wim'));
    opportunityId = first?.opportunityId ?? '';
    await log(first?.id, { disposition: 'appointmentSet', appointmentAt: iso(at('2026-12-01T15:00')) });
    await goTo(at('2026-12-04T11:00'));
    const [call] = await tasks();
    // What the lead's own plan asked for on those days is over: nothing of it comes back beside this.
    expect((await tasks()).map(stepOf)).toEqual([STEPS.day3]);
    expect(call?.reasons.map(({ code }) => code)).toContain('cadence.dayAfterAppointment');
    await expectVerified();
    await log(call?.id, { disposition: 'leftMessage' });
    await goTo(at('2026-12-08T11:00'));
    const [last] = await tasks();
    expect((await tasks()).map(stepOf)).toEqual([STEPS.day7]);
    await log(last?.id, { disposition: 'notInterested' });
    expect(await tasks()).toEqual([]);
    expect((await states()).slice(-3).map(([, state]) => state)).toEqual(['done', 'cancelled', 'cancelled']);
    await expectVerified();
  });
});
