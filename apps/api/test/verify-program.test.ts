import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '@beback/testing/test-database';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProgramVariables } from './support/program.ts';
import { makeProgramData, seedGroups } from './support/program-data.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';

const VERIFY = fileURLToPath(new URL('../src/verify.ts', import.meta.url));
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe('verify', { timeout: OPENING_MS }, () => {
  it.each(ENGINES)('tells of each store whether it agrees with its facts, on %s', async (engine) => {
    const data = await makeProgramData(engine);
    closers.push(data.drop);
    await seedGroups(data, ['Harbor']);
    const { code, words } = await verify(data.variables);
    expect(words).toMatch(/Ford \(.*\): agrees\n.*Toyota \(.*\): agrees\nAll agree with the facts\.\n$/);
    expect(code).toBe(0);
  });

  it('makes no database where there is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'beback-'));
    closers.push(() => rm(folder, { recursive: true }));
    const { code, words } = await verify({ BEBACK_DATA_DIR: folder });
    expect([code, words]).toEqual([2, expect.stringMatching(/^There is no database in .*database\n$/)]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves to the server the migrations that a database lacks', async () => {
    const { url, drop } = await createTestDatabase();
    closers.push(drop);
    const secret = 'x'.repeat(32);
    const { code, words } = await verify({ DATABASE_URL: url, BEBACK_SECRET: secret });
    expect([code, words]).toEqual([2, expect.stringMatching(/^The database lacks migration .*_tables.*\n$/)]);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(`select relname from pg_class where relnamespace = 'public'::regnamespace`);
    await client.end();
    expect(rows).toEqual([]);
  });
});

// Helpers

async function verify(variables: ProgramVariables): Promise<{ readonly code: number | null; readonly words: string }> {
  const child = spawn(process.execPath, ['--conditions=@beback/source', VERIFY], {
    env: { TZ: 'UTC', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  await once(child, 'close');
  return { code: child.exitCode, words: (await said).join('') };
}
