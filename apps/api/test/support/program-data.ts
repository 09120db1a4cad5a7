import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClock } from '../../src/clock/start-clock.ts';
import { openEmbedded } from '../../src/database/embedded/open-embedded.ts';
import type { Gateway } from '../../src/database/gateway.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import type { ProgramVariables } from './program.ts';
import { type SeededGroup, seedGroup } from './seed-group.ts';
import { type EngineName, openTestPostgres } from './test-gateway.ts';
import { TUESDAY_10 } from './test-server.ts';

/** Data that outlive the processes which work on them. */
export interface ProgramData {
  /** What the program is told to find them. */
  readonly variables: ProgramVariables;
  /** The same data for the test itself, while no program has them. */
  open(): Promise<Gateway>;
  drop(): Promise<void>;
}

const SECRET = 'a secret of the tests of thirty-two bytes and some more';
const USUAL: ProgramVariables = { BEBACK_CLOCK: 'settable', BEBACK_LOG_LEVEL: 'info' };

const MAKE: Readonly<Record<EngineName, () => Promise<ProgramData>>> = {
  pglite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'beback-'));
    return {
      variables: { ...USUAL, BEBACK_DATA_DIR: folder },
      open: () => openEmbedded(join(folder, 'database')),
      drop: () => rm(folder, { recursive: true, force: true }),
    };
  },
  postgres: async () => {
    const { url, drop } = await openTestPostgres();
    return {
      variables: { ...USUAL, DATABASE_URL: url, BEBACK_SECRET: SECRET },
      open: () => openPostgres({ url, connections: 2 }),
      drop,
    };
  },
};

/** Makes an empty database: in a folder, or on the test run's own PostgreSQL. */
export function makeProgramData(engine: EngineName): Promise<ProgramData> {
  return MAKE[engine]();
}

/** Puts groups into it and stops its clock on a Tuesday morning. */
export async function seedGroups(data: ProgramData, names: readonly string[]): Promise<readonly SeededGroup[]> {
  const gateway = await data.open();
  try {
    const clock = await startClock(gateway, { settable: true });
    await clock.set({ now: TUESDAY_10, rate: 0 });
    await clock.stop();
    const groups: SeededGroup[] = [];
    for (const name of names) groups.push(await seedGroup(gateway, name, 'nobody signs in', TUESDAY_10));
    return groups;
  } finally {
    await gateway.close();
  }
}
