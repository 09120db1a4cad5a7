import { MINUTE, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adf } from './support/adf.ts';
import { clientOperation, leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';
import { openStream } from './support/test-stream.ts';

interface TaskData {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly from: string;
  readonly deadline: string;
  readonly lawfulUntil: string | null;
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly vehicle: string | null;
  readonly zone: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly lastActivity: { readonly disposition: string; readonly note: string | null } | null;
}
interface DayData {
  readonly viewer: { readonly member: { readonly id: string } };
  readonly workPlan: {
    readonly zone: string;
    readonly done: number;
    readonly left: number;
    readonly tasks: readonly TaskData[];
  };
}
interface LoggedData {
  readonly logActivity: {
    readonly __typename: string;
    readonly message?: string;
    readonly field?: string;
    readonly activity: { readonly id: string };
    readonly task: { readonly state: string };
    readonly next: TaskData | null;
    readonly reasons?: readonly { readonly code: string; readonly text: string }[];
  };
}

const WORK_PLAN = clientOperation('work-plan');
const LOG_ACTIVITY = clientOperation('log-activity');
const DAY_CHANGED = clientOperation('day-changed');

const dayOf = async (browser: TestBrowser, variables: object = {}) => {
  const { data, errors } = await browser.graphql<DayData>(WORK_PLAN, { locale: 'en', ...variables });
  if (data == null) throw new Error(JSON.stringify(errors));
  return data.workPlan;
};
const log = async (browser: TestBrowser, input: object) => {
  const { data, errors } = await browser.graphql<LoggedData>(LOG_ACTIVITY, { input, locale: 'en' });
  if (data == null) throw new Error(JSON.stringify(errors));
  return data.logActivity;
};

describe.each(ENGINES)('a lead on its way on %s', (engine) => {
  let test: TestServer;
  let ana: TestBrowser;
  beforeAll(async () => {
    test = await openTestServer(engine);
    ana = await signIn(test.url, test.ours.ana);
  }, OPENING_MS);
  afterAll(() => test.close());

  const arrive = async (first: string, phone: string) => {
    await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, adf({ first, phone })));
    const { tasks } = await dayOf(ana);
    return tasks.filter(({ customerName }) => customerName === `${first} Delgado`);
  };

  it('is on the salesperson’s list with its reasons, and gives way to the next step once it was called', async () => {
    const [call, ...later] = await arrive('Rosa', '312-555-7043');
    expect(call).toMatchObject({
      channel: 'call',
      state: 'due',
      phone: '+13125557043',
      vehicle: '2026 Ford Bronco',
      zone: 'America/Chicago',
      deadline: new Date(plus(TUESDAY_10, 5 * MINUTE)).toISOString(),
      // 47 CFR 64.1200(c)(1): until 9 p.m. where the customer is.
      lawfulUntil: '2026-11-25T03:00:00.000Z',
      lastActivity: null,
    });
    expect(call?.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['cadence.minutesAfterInternetLead', 'cadence.clockRunning', 'workday.clock']),
    );
    expect(call?.reasons[0]?.text).toContain('10:00');

    const logged = await log(ana, {
      key: 'rosa-first-tap',
      taskId: call?.id,
      disposition: 'leftMessage',
      note: 'Busy',
    });
    expect(logged).toMatchObject({ __typename: 'LogActivitySuccess', task: { state: 'done' } });
    expect(logged.next?.id).toBe(later[0]?.id);
    const after = await dayOf(ana);
    expect(after.tasks.map(({ id }) => id)).not.toContain(call?.id);
    expect(after.done).toBe(1);
    expect(after.tasks[0]).toMatchObject({ lastActivity: { disposition: 'leftMessage', note: 'Busy' } });
  });

  it('tells every browser of the person that the day changed, and nobody else’s', async () => {
    const [call] = await arrive('Sam', '312-555-7044');
    const second = await signIn(test.url, test.ours.ana);
    const carla = await signIn(test.url, test.ours.carla);
    const [mine, theirs] = await Promise.all([
      openStream(test.url, second, DAY_CHANGED),
      openStream(test.url, carla, DAY_CHANGED),
    ]);
    await log(ana, { key: 'sam-first-tap', taskId: call?.id, disposition: 'noAnswer' });
    expect(await mine.next()).toMatchObject({ data: { dayChanged: { memberId: expect.any(String) } } });
    // Carla's own event comes through after Ana's was over: nothing of Ana's came before it.
    await leadsOf(await postAdf(test.url, test.ours.toyota.intakeKey, adf({ first: 'Tom', phone: '312-555-7045' })));
    const { data } = await carla.graphql<DayData>(WORK_PLAN);
    expect(await theirs.next()).toMatchObject({ data: { dayChanged: { memberId: data?.viewer.member.id } } });
    mine.close();
    theirs.close();
  });

  it('refuses a subscription to the day of somebody of another store', async () => {
    const carla = await signIn(test.url, test.ours.carla);
    const { data } = await carla.graphql<DayData>(WORK_PLAN);
    const stream = await openStream(test.url, ana, DAY_CHANGED, { memberId: data?.viewer.member.id });
    expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: 'notAllowed' } }] });
    stream.close();
  });

  it('answers the same key with the first answer, also when both come at once', async () => {
    const [call] = await arrive('Uma', '312-555-7046');
    const input = { key: 'uma-first-tap', taskId: call?.id, disposition: 'spoke', note: 'Saturday' };
    const [a, b] = await Promise.all([log(ana, input), log(ana, input)]);
    expect(a.activity.id).toBe(b.activity.id);
    expect((await log(ana, { ...input, disposition: 'noAnswer' })).activity.id).toBe(a.activity.id);
    const [row] = await test.database.asOwner<{ n: number }>(
      `select count(*)::int as n from fact where kind = 'activity.logged'
          and opportunity_id = (select opportunity_id from fact where kind = 'activity.logged' order by id desc limit 1)`,
    );
    expect(row?.n).toBe(1);
  });

  it('takes one of two different logs of a task that come at once, and tells the other why not', async () => {
    const [call] = await arrive('Vic', '312-555-7047');
    const answers = await Promise.all(
      ['vic-here-1', 'vic-there-2'].map((key) => log(ana, { key, taskId: call?.id, disposition: 'leftMessage' })),
    );
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['LogActivitySuccess', 'RefusedError']);
    const refused = answers.find(({ __typename }) => __typename === 'RefusedError');
    expect(refused?.reasons).toEqual([
      { code: 'activity.taskSettled', text: 'This task is done already, or no longer asked for.' },
    ]);
  });

  it.each([
    ['a disposition that no call ends with', { disposition: 'sent' }, 'disposition'],
    ['a time that lies ahead', { disposition: 'spoke', at: new Date(plus(TUESDAY_10, MINUTE)).toISOString() }, 'at'],
    ['a key of no use', { key: 'short', disposition: 'spoke' }, 'key'],
    ['a note like a novel', { disposition: 'spoke', note: 'x'.repeat(4_001) }, 'note'],
  ])('refuses %s, naming the field', async (_, wrong, field) => {
    const { tasks } = await dayOf(ana);
    const refused = await log(ana, { key: 'never-kept-key', taskId: tasks[0]?.id, ...wrong });
    expect(refused).toMatchObject({ __typename: 'InputError', field });
  });

  it('refuses somebody else’s task, and one that is out of sight like one that does not exist', async () => {
    const [call] = await arrive('Wes', '312-555-7048');
    const input = (taskId: string | undefined) => ({ key: `wes-${Math.random()}`, taskId, disposition: 'spoke' });
    const manager = await signIn(test.url, test.ours.manager);
    expect(await log(manager, input(call?.id))).toMatchObject({ __typename: 'NotAllowedError' });
    const unknown = { __typename: 'NotFoundError', message: 'Task not found' };
    for (const stranger of [test.ours.carla, test.theirs.ana]) {
      const browser = await signIn(test.url, stranger);
      expect(await log(browser, input(call?.id))).toEqual(unknown);
      expect(await log(browser, input('VGFzazpub25l'))).toEqual(unknown);
    }
  });

  it('lets anybody of the store answer once the plan hands a waiting lead over', async () => {
    const [call] = await arrive('Xia', '312-555-7049');
    await test.setClock(plus(TUESDAY_10, 16 * MINUTE));
    const manager = await signIn(test.url, test.ours.manager);
    const logged = await log(manager, { key: 'xia-by-manager', taskId: call?.id, disposition: 'spoke' });
    await test.setClock(TUESDAY_10);
    expect(logged).toMatchObject({ __typename: 'LogActivitySuccess' });
  });

  it('adds what was done to the day’s measures in the same transaction', async () => {
    const sum = async () => {
      const [row] = await test.database.asOwner<Record<string, number>>(
        `select sum(leads)::int as leads, sum(activities)::int as activities, sum(call_steps_done)::int as done
           from member_day where group_id = $1`,
        [test.ours.groupId],
      );
      return row ?? {};
    };
    const before = await sum();
    const [call] = await arrive('Yan', '312-555-7050');
    await log(ana, { key: 'yan-first-tap', taskId: call?.id, disposition: 'spoke' });
    const after = await sum();
    const grown = ['leads', 'activities', 'done'].map((name) => (after[name] ?? 0) - (before[name] ?? 0));
    expect(grown).toEqual([1, 1, 1]);
  });
});
