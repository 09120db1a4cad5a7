import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeUser, noteMembership, type Resources, readEnvironment, startProgram } from '@beback/api';
import { instant } from '@beback/core';
import { createTestDatabase } from '@beback/testing/test-database';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_BEGINS } from '../src/demo-clock.ts';
import { fillDemo } from '../src/fill/fill-demo.ts';
import { type Started, start } from './support/demo-process.ts';

const SECRET = 'a secret of the tests of thirty-two bytes and some more';
const LATER = instant(DEMO_BEGINS + 3 * 86_400_000);
const ONE_STORE = ['--stores', '1'];
/** Each test starts the program a few times; only to end what hangs. */
const LONG_MS = 300_000;

let folder: string;
let closers: (() => Promise<void>)[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beback-demo-'));
  closers = [];
});
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

describe('a database with data of its own', { timeout: LONG_MS }, () => {
  it('is left alone by the demo, and so is its clock, on the embedded database', async () => {
    const variables = embedded();
    await inside(variables, setUpByHand);
    const before = await inside(variables, standOf);
    const refused = await run([], variables);
    expect(refused.code).toBe(2);
    expect(refused.words()).toMatch(/holds data of its own.*BEBACK_DATA_DIR/);
    expect(await inside(variables, standOf)).toEqual(before);
  });

  it('is left alone by the demo, and so is its clock, on PostgreSQL', async () => {
    const variables = await postgres();
    await inside(variables, setUpByHand);
    const before = await inside(variables, standOf);
    const refused = await run(['--demo', ...ONE_STORE], variables);
    expect(refused.code).toBe(2);
    expect(refused.words()).toMatch(/DATABASE_URL holds data of its own/);
    expect(await inside(variables, standOf)).toEqual(before);
  });

  it('is not thrown away where a fill was once begun and then real people came', async () => {
    const variables = embedded();
    await mkdir(join(folder, 'demo'), { recursive: true });
    await writeFile(join(folder, 'demo/filling'), '');
    await inside(variables, setUpByHand);
    expect((await run([], variables)).code).toBe(2);
    expect(await inside(variables, standOf)).toMatchObject({ people: ['owner@dealer.example'] });
  });

  it('is served as it is without the demo', async () => {
    const variables = embedded();
    await inside(variables, setUpByHand);
    const before = await inside(variables, standOf);
    const served = await run(['--empty'], variables);
    expect(served.code).toBeNull();
    await served.stop();
    expect(await inside(variables, standOf)).toEqual(before);
  });
});

describe('the demo', { timeout: LONG_MS }, () => {
  it('fills an empty database, goes on where it stood with the stores that it has, and is not taken for an empty one', async () => {
    const variables = embedded();
    const first = await run(ONE_STORE, variables);
    expect(first.words()).toContain('Filling the demo group: 1 stores');
    await first.stop();
    await inside(variables, ({ clock }) => clock.set({ now: LATER }));
    await rm(join(folder, 'demo/clock'));
    const { people } = await inside(variables, standOf);

    const again = await run([], variables);
    expect(again.words()).not.toContain('Filling');
    expect(again.words()).toContain('(Granite Ridge Auto Group, 1 stores;');
    await again.stop();
    expect((await inside(variables, standOf)).people).toEqual(people);
    expect(await inside(variables, ({ clock }) => Promise.resolve(clock.now()))).toBeGreaterThanOrEqual(LATER);

    const refused = await run(['--empty'], variables);
    expect(refused.code).toBe(2);
    expect(refused.words()).toMatch(/holds the demo.*without --empty/);
  });

  it('begins anew where a fill was cut off', async () => {
    const variables = embedded();
    await inside(variables, fillHalf);
    const anew = await run(ONE_STORE, variables);
    expect(anew.words()).toContain('beginning anew');
    expect(anew.words()).toContain('principal@group.example');
    await anew.stop();
    expect((await inside(variables, standOf)).people).toContain('principal@group.example');
  });

  it('leaves nothing of a fill that was cut off to a set-up without it', async () => {
    const variables = embedded();
    await inside(variables, fillHalf);
    const empty = await run(['--empty'], variables);
    await expect.poll(empty.words).toMatch(/Set it up at http/);
    await empty.stop();
    expect(await inside(variables, ({ gateway }) => gateway.directory.prisma.keyDirectory.count())).toBe(0);
  });

  it('does not empty a PostgreSQL by itself where a fill was cut off', async () => {
    const variables = await postgres();
    await inside(variables, fillHalf);
    const refused = await run(['--demo', ...ONE_STORE], variables);
    expect(refused.code).toBe(2);
    expect(refused.words()).toMatch(/DATABASE_URL holds a demo .* cut off/);
    expect(await inside(variables, ({ gateway }) => gateway.directory.prisma.keyDirectory.count())).toBe(2);
  });
});

// Helpers

type Variables = Readonly<Record<string, string>>;

function embedded(): Variables {
  return { BEBACK_DATA_DIR: folder };
}

async function postgres(): Promise<Variables> {
  const database = await createTestDatabase();
  closers.push(() => database.drop());
  return { BEBACK_DATA_DIR: folder, DATABASE_URL: database.url, BEBACK_SECRET: SECRET };
}

async function run(args: readonly string[], variables: Variables): Promise<Started> {
  const started = await start(args, variables);
  if (started.code === null) closers.push(() => started.stop());
  return started;
}

/** Works on the data while no program has them. */
async function inside<T>(variables: Variables, work: (resources: Resources) => Promise<T>): Promise<T> {
  const settings = { ...variables, BEBACK_ROLE: 'worker', BEBACK_CLOCK: 'settable', BEBACK_LOG_LEVEL: 'silent' };
  const program = await startProgram(readEnvironment(settings));
  try {
    return await work(program.resources);
  } finally {
    await program.stop();
  }
}

/** What a set-up leaves behind, as far as the demo could take it for its own. */
async function setUpByHand({ gateway, clock }: Resources): Promise<void> {
  const person = { name: 'Olga Owner', email: 'owner@dealer.example', passwordHash: 'nobody signs in' };
  const userId = await makeUser(gateway, person, clock.now());
  await gateway.enterGroup(randomUUID()).transaction((tx) => noteMembership(tx, userId, randomUUID()));
}

/** A fill that ends after the first of two stores. */
async function fillHalf({ gateway, seal, matchKeys: keys }: Resources): Promise<void> {
  const wish = {
    seed: 'demo',
    stores: 2,
    days: 1,
    leadsADay: 1,
    until: DEMO_BEGINS,
    origins: [],
    passwordHash: 'none',
  };
  const cutOff = new Error('The process is gone');
  const fill = fillDemo(wish, {
    gateway,
    seal,
    keys,
    progress: () => {
      throw cutOff;
    },
  });
  await expect(fill).rejects.toBe(cutOff);
}

interface Stand {
  readonly people: readonly string[];
  readonly clock: unknown;
}

/** Who is there, and the clock's row. */
async function standOf({ gateway: { directory } }: Resources): Promise<Stand> {
  const people = await directory.prisma.user.findMany({ select: { email: true }, orderBy: { email: 'asc' } });
  const [clock] = await directory.prisma.clock.findMany();
  return { people: people.map(({ email }) => email), clock };
}
