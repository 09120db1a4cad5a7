import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';
import type { PostgresSearch, PostgresServer } from './postgres.ts';
import { findPostgresPrograms } from './postgres-programs.ts';

/** Speed over safety: the data lives as long as the test run. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_connections=200',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
] as const;

const startLimitMilliseconds = 60_000;

/** See `startPostgres`. */
export async function startServer(search: PostgresSearch): Promise<PostgresServer> {
  if (process.platform === 'win32') {
    throw new Error(
      'On Windows, name a PostgreSQL (15 or later) for tests in BEBACK_TEST_DATABASE_URL, as a superuser.',
    );
  }
  const found = await findPostgresPrograms(search.binaryFolders);
  const folder = mkdtempSync(join(tmpdir(), 'beback-postgres-'));
  try {
    const user = unprivilegedUser();
    if (user) chownSync(folder, user.uid, user.gid);
    const programs = reachable(found, folder, user);
    const password = randomBytes(12).toString('hex');
    createCluster(programs, folder, password, user);
    return await serve(programs, folder, password, user);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

// Helpers

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: as root, take the account that is made for it, else nobody. */
function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (account === undefined)
    throw new Error('PostgreSQL cannot run as root, and there is no account "nobody" to run it.');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** Programs below a folder that the unprivileged user may not enter (a checkout in /root) are copied beside the data. */
function reachable(programs: string, folder: string, user: User | undefined): string {
  const test = spawnSync('/bin/sh', ['-c', 'test -x "$0"', join(programs, 'postgres')], { ...user });
  if (!user || test.status === 0) return programs;
  const copy = join(folder, 'programs');
  cpSync(dirname(programs), copy, { recursive: true, verbatimSymlinks: true });
  // The guard, who removes the folder in the end, is that user.
  for (const entry of ['', ...readdirSync(copy, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(join(copy, entry), user.uid, user.gid);
  }
  return join(copy, 'bin');
}

function createCluster(programs: string, folder: string, password: string, user: User | undefined): void {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  chmodSync(passwordFile, 0o600);
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const { status, error, stdout, stderr } = spawnSync(
    join(programs, 'initdb'),
    [
      `--pgdata=${join(folder, 'data')}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ],
    { ...user, cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' } },
  );
  if (status !== 0) throw new Error(`initdb of ${programs} failed: ${error?.message ?? `${stdout}\n${stderr}`}`);
}

/**
 * Stops the server and removes the folder as soon as its standard input closes: on `stop`, and when the process that
 * holds the other end is gone, killed ones included.
 */
const guard = `
  folder=$1; shift
  "$@" >"$folder/log" 2>&1 </dev/null &
  server=$!
  cat >/dev/null
  kill -INT "$server" 2>/dev/null
  wait "$server"
  rm -rf "$folder"
`;

async function serve(
  programs: string,
  folder: string,
  password: string,
  user: User | undefined,
): Promise<PostgresServer> {
  const port = await freePort();
  const options = settings.flatMap((setting) => ['-c', setting]);
  const command = [join(programs, 'postgres'), '-D', join(folder, 'data'), '-p', String(port), ...options];
  const child = spawn('/bin/sh', ['-c', guard, 'guard', folder, ...command], {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    // A group of its own: Ctrl-C stops the tests, and their end stops the server.
    detached: true,
  });
  child.stdin.on('error', () => undefined);
  const gone = once(child, 'exit');
  // Neither the guard nor the pipe to it keeps a finished test run alive.
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();

  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    child.ref();
    child.stdin.end();
    await gone;
  };
  if (await answers(url)) return { url, stop };
  const log = readFileSync(join(folder, 'log'), 'utf8');
  await stop();
  throw new Error(`The PostgreSQL of ${programs} did not start:\n${log}`);
}

async function answers(url: string): Promise<boolean> {
  const end = Date.now() + startLimitMilliseconds;
  while (Date.now() < end) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(50);
    }
  }
  return false;
}
