import { createHash, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startClock } from '../src/clock/start-clock.ts';
import { openEmbedded } from '../src/database/embedded/open-embedded.ts';
import type { Gateway } from '../src/database/gateway.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import { statement } from '../src/database/statement.ts';
import { decodeGlobalId } from '../src/graphql/global-id.ts';
import { adf } from './support/adf.ts';
import { type ProgramVariables, type RunningProgram, startedProgram } from './support/program.ts';
import { type SeededGroup, seedGroup } from './support/seed-group.ts';
import { leadsOf, postAdf } from './support/test-client.ts';
import { ENGINES, type EngineName, OPENING_MS, openTestPostgres } from './support/test-gateway.ts';
import { TUESDAY_10 } from './support/test-server.ts';

const KILLS = 10;
const LEADS = 200;
const AT_ONCE = 8;
/** Put the number of a failed run here to kill after the same answers again. */
const SEED = randomInt(2 ** 31);

interface Data {
  readonly variables: ProgramVariables;
  open(): Promise<Gateway>;
  drop(): Promise<void>;
}

describe.each(ENGINES)('the server, killed while it takes leads on %s', (engine) => {
  let data: Data;
  let group: SeededGroup;
  let program: RunningProgram | undefined;
  beforeAll(async () => {
    data = await DATA[engine]();
    group = await seeded(data);
  }, OPENING_MS);
  afterAll(async () => {
    await program?.end('SIGKILL');
    await data.drop();
  });

  it(`keeps each lead that it answered, none twice, over ${KILLS} kills`, { timeout: 300_000 }, async () => {
    const answered = new Map<string, string>();
    program = await startedProgram(data.variables);
    for (let round = 0; round < KILLS; round++) {
      const documents = Array.from({ length: LEADS }, (_, i) => documentOf(round * LEADS + i));
      const killAfter = Math.floor(chance(`round ${round}`) * LEADS);
      const started: RunningProgram = program;
      let answers = 0;
      let killing: Promise<unknown> | undefined;
      const send = async (document: string) => {
        const id = await leadIdOf(started.url, group, document);
        if (id === undefined) return;
        answered.set(document, id);
        answers++;
        if (answers < killAfter || killing !== undefined) return;
        killing = pause(chance(`delay ${round}`) * 40).then(() => started.end('SIGKILL'));
      };
      await eachAtOnce(documents, send);
      await (killing ?? started.end('SIGKILL'));
      program = await startedProgram(data.variables);
      const { url } = program;
      const last = documents.filter((document) => answered.has(document)).slice(-AT_ONCE);
      await eachAtOnce(documents, async (document) => {
        if (answered.has(document) && !last.includes(document)) return;
        const id = await leadIdOf(url, group, document);
        expect(id, `seed ${SEED}, round ${round}`).toBe(answered.get(document) ?? id);
        if (id !== undefined) answered.set(document, id);
      });
    }
    expect(await program.end('SIGTERM')).toBe(0);
    program = undefined;

    expect(answered.size, `seed ${SEED}`).toBe(KILLS * LEADS);
    const gateway = await data.open();
    try {
      const leads = await gateway.enterGroup(group.groupId).sql<{ id: string }>(LEAD_SHAPES, [group.groupId]);
      const kept = leads.map(({ id }) => id);
      const told = [...answered.values()].map((id) => decodeGlobalId(id)?.id);
      expect(kept.toSorted(), `seed ${SEED}`).toEqual(told.toSorted());
    } finally {
      await gateway.close();
    }
  });
});

// Helpers

const SECRET = 'a secret of the tests, of thirty-two bytes and some more';

const DATA: Readonly<Record<EngineName, () => Promise<Data>>> = {
  pglite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'beback-'));
    return {
      variables: { BEBACK_DATA_DIR: folder, BEBACK_CLOCK: 'settable' },
      open: () => openEmbedded(join(folder, 'database')),
      drop: () => rm(folder, { recursive: true, force: true }),
    };
  },
  postgres: async () => {
    const { url, drop } = await openTestPostgres();
    return {
      variables: { DATABASE_URL: url, BEBACK_SECRET: SECRET, BEBACK_CLOCK: 'settable' },
      open: () => openPostgres({ url, connections: 2 }),
      drop,
    };
  },
};

async function seeded(data: Data): Promise<SeededGroup> {
  const gateway = await data.open();
  try {
    const clock = await startClock(gateway, { settable: true });
    await clock.set({ now: TUESDAY_10, rate: 0 });
    await clock.stop();
    return await seedGroup(gateway, 'Harbor', 'nobody signs in', TUESDAY_10);
  } finally {
    await gateway.close();
  }
}

const LEAD_SHAPES = statement('leads of the durability test', 'select id from lead where group_id = $1 order by id');

function documentOf(n: number): string {
  const last = [...String(n)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
  return adf({ first: 'Ann', last, phone: `312-555-${1000 + n}`, id: String(n) });
}

/** Undefined: no answer came, as after a kill. */
async function leadIdOf(url: string, group: SeededGroup, document: string): Promise<string | undefined> {
  let response: Response;
  try {
    response = await postAdf(url, group.ford.intakeKey, document);
  } catch {
    return undefined;
  }
  const [lead] = await leadsOf(response);
  return lead?.id;
}

async function eachAtOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  const worker = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** From 0 to 1, the same for the same seed and label. */
function chance(label: string): number {
  return createHash('sha256').update(`${SEED} ${label}`).digest().readUInt32BE() / 2 ** 32;
}
