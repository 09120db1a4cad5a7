import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase } from '@beback/testing/test-database';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type ProgramVariables, type RunningProgram, startedProgram, startProgramProcess } from './support/program.ts';
import { makeProgramData } from './support/program-data.ts';
import { OPENING_MS, openTestPostgres } from './support/test-gateway.ts';

const SECRET = 'another secret of the tests of thirty-two bytes and more';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function started(variables: ProgramVariables): Promise<RunningProgram> {
  const program = await startedProgram(variables);
  closers.push(() => program.end('SIGKILL'));
  return program;
}

async function refusalOf(variables: ProgramVariables): Promise<unknown> {
  const ended = await startProgramProcess(variables);
  if ('end' in ended) await ended.end('SIGKILL');
  return ended;
}

describe('a program that cannot start says why in one line,', { timeout: OPENING_MS }, () => {
  it('where the secret of the embedded database was replaced, and takes the new one beside the former', async () => {
    const data = await makeProgramData('pglite');
    closers.push(data.drop);
    const { BEBACK_DATA_DIR: folder = '' } = data.variables;
    await (await started(data.variables)).end('SIGTERM');

    expect(await refusalOf({ ...data.variables, BEBACK_SECRET: SECRET })).toEqual({
      code: 2,
      words: expect.stringMatching(/^The secret .* BEBACK_FORMER_SECRETS.*\.$/),
    });
    const former = await readFile(join(folder, 'secret'), 'utf8');
    await started({ ...data.variables, BEBACK_SECRET: SECRET, BEBACK_FORMER_SECRETS: former });
  });

  it('where the former secret of a PostgreSQL is no longer given', async () => {
    const data = await makeProgramData('postgres');
    closers.push(data.drop);
    const { BEBACK_SECRET: former = '', ...rest } = data.variables;
    const rotated = { ...rest, BEBACK_SECRET: SECRET, BEBACK_FORMER_SECRETS: former };
    await (await started(data.variables)).end('SIGTERM');
    await (await started(rotated)).end('SIGTERM');
    expect(await refusalOf({ ...rotated, BEBACK_FORMER_SECRETS: '' })).toEqual({
      code: 2,
      words: expect.stringMatching(/^The secret .* BEBACK_FORMER_SECRETS.*\.$/),
    });
  });

  it('where nobody answers at the address of the database', async () => {
    const refused = await refusalOf({ DATABASE_URL: 'postgresql://beback@127.0.0.1:1/beback', BEBACK_SECRET: SECRET });
    expect(refused).toEqual({ code: 2, words: expect.stringMatching(/^The database .*ECONNREFUSED.*$/) });
  });

  it('where the database is newer than the program', async () => {
    const { url, drop } = await openTestPostgres();
    closers.push(drop);
    await onDatabase(url, `insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'x', '9_newer')`);
    const refused = await refusalOf({ DATABASE_URL: url, BEBACK_SECRET: SECRET });
    expect(refused).toEqual({
      code: 2,
      words: expect.stringMatching(/^The database has migration 9_newer, .* newer$/),
    });
  });

  it('where the database does not hold up the walls', async () => {
    const { url, name, drop } = await createTestDatabase();
    closers.push(drop);
    const latin = new URL(url);
    latin.pathname = `/${name}_latin`;
    await onDatabase(url, `create database ${name}_latin encoding 'LATIN1' template template0 locale 'C'`);
    closers.push(() => onDatabase(url, `drop database ${name}_latin with (force)`));
    const refused = await refusalOf({ DATABASE_URL: latin.href, BEBACK_SECRET: SECRET });
    expect(refused).toEqual({ code: 2, words: expect.stringMatching(/^The database's encoding is LATIN1, .*UTF8$/) });
  });
});

// Helpers

async function onDatabase(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
