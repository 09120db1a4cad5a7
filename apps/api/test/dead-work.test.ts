import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schedule } from '../src/jobs/schedule.ts';
import { startTick } from '../src/jobs/start-tick.ts';
import { signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const DEAD_WORK = '{ deadWork { kind subject store { name } dueAt diedAt attempts error } }';

describe.each(ENGINES)('work that the server has given up on, on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine);
    const { gateway, clock } = test.resources;
    const { groupId, ford } = test.ours;
    await gateway.enterGroup(groupId).transaction(async (tx) => {
      await schedule(tx, { kind: 'broken', subject: 'x', storeId: ford.storeId, dueAt: TUESDAY_10 });
      await schedule(tx, { kind: 'other', subject: 'y', dueAt: TUESDAY_10 });
    });
    await test.database.asOwner("update due_work set attempts = 7 where kind = 'broken'");
    const broken = () => Promise.reject(new TypeError('Rosa Delgado cannot be read'));
    const tick = startTick({ gateway, clock, handlers: { broken }, failed: () => {} });
    await tick.runDue();
    await tick.stop();
  }, OPENING_MS);
  afterAll(() => test.close());

  it('is shown to the administrator, by ids and codes alone', async () => {
    const adam = await signIn(test.url, test.ours.administrator);
    expect((await adam.graphql(DEAD_WORK)).data).toEqual({
      deadWork: [
        {
          kind: 'broken',
          subject: 'x',
          store: { name: 'Ford' },
          dueAt: new Date(TUESDAY_10).toISOString(),
          diedAt: new Date(TUESDAY_10).toISOString(),
          attempts: 8,
          error: 'TypeError',
        },
      ],
    });
  });

  it('is shown to nobody else, and not to another group', async () => {
    const max = await signIn(test.url, test.ours.manager);
    expect((await max.graphql(DEAD_WORK)).errors).toHaveLength(1);
    const stranger = await signIn(test.url, test.theirs.administrator);
    expect((await stranger.graphql(DEAD_WORK)).data).toEqual({ deadWork: [] });
  });
});
