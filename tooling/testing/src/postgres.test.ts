import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from './postgres.ts';
import { packagedPrograms } from './postgres-programs.ts';

async function ask(url: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return String(rows[0]?.[0]);
  } finally {
    await client.end();
  }
}

async function facts(server: PostgresServer) {
  return {
    version: Math.floor(Number(await ask(server.url, 'show server_version_num')) / 10_000),
    collation: await ask(server.url, 'select datcollate from pg_database where datname = current_database()'),
    encoding: await ask(server.url, 'show server_encoding'),
    folder: await ask(server.url, 'show data_directory'),
  };
}

const searches = [
  ['the installed or packaged programs, whichever is found', {}],
  ['the packaged programs where no server is installed', { binaryFolders: [] }],
] as const;

for (const [name, search] of searches) {
  it(`starts a server of version 15 or later from ${name} and removes its folder at the end`, async () => {
    const server = await startPostgres(search);
    const { version, collation, encoding, folder } = await facts(server);
    expect(version).toBeGreaterThanOrEqual(15);
    expect({ collation, encoding }).toEqual({ collation: 'C.UTF-8', encoding: 'UTF8' });
    await server.stop();
    expect(existsSync(folder)).toBe(false);
  });
}

it.runIf(process.getuid?.() === 0)('runs programs that lie where only root may go', async () => {
  const onlyRoot = mkdtempSync(join(tmpdir(), 'beback-only-root-'));
  cpSync(dirname(await packagedPrograms()), onlyRoot, { recursive: true, verbatimSymlinks: true });
  const server = await startPostgres({ binaryFolders: [join(onlyRoot, 'bin')] });
  const folder = await ask(server.url, 'show data_directory');
  await server.stop();
  expect(existsSync(dirname(folder))).toBe(false);
  rmSync(onlyRoot, { recursive: true });
});

it('runs two servers beside each other and stops only the one asked to', async () => {
  const [first, second] = await Promise.all([startPostgres(), startPostgres()]);
  await first.stop();
  expect(await ask(second.url, 'select 1')).toBe('1');
  await expect(ask(first.url, 'select 1')).rejects.toThrow();
  await second.stop();
});

it('ends with the process that started it, even a killed one', async () => {
  const program = `
    import { startPostgres } from ${JSON.stringify(fileURLToPath(new URL('./postgres.ts', import.meta.url)))};
    console.log((await startPostgres()).url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  const folder = await ask(url, 'show data_directory');
  child.kill('SIGKILL');
  await expect.poll(() => existsSync(folder)).toBe(false);
  await expect(ask(url, 'select 1')).rejects.toThrow();
});

it('refuses a connection without the password', async () => {
  const server = await startPostgres();
  const url = new URL(server.url);
  url.password = 'guessed';
  await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  await server.stop();
});
