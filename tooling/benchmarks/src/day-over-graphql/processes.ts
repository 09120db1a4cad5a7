import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SESSION } from '@beback/api';

/** A server in a process of its own. */
export interface Served {
  readonly port: number;
  /** Seconds of CPU that it has used; undefined where the system does not tell. */
  readonly cpuSeconds: () => number | undefined;
  readonly stop: () => Promise<void>;
}

const API = fileURLToPath(new URL('./program.ts', import.meta.url));
const FLOOR = fileURLToPath(new URL('./floor-server.ts', import.meta.url));
const POSTGRAPHILE = fileURLToPath(new URL('../../peers/postgraphile/', import.meta.url));
const READY_WITHIN_MS = 60_000;
/** Of Linux, nearly everywhere: the unit of /proc. */
const TICKS_A_SECOND = 100;

/** The real program, as production runs it, with its log on. */
export function serveProgram(variables: Readonly<Record<string, string>>): Promise<Served> {
  return serve([API], variables, /"url":"http:\/\/[^"]*:(\d+)"[^\n]*"msg":"ready"/);
}

/**
 * @param now - the domain's time at the start, as milliseconds
 * @param secret - what names and numbers were sealed with
 */
export function serveFloor(databaseUrl: string, now: number, secret: string): Promise<Served> {
  return serve([FLOOR, databaseUrl, String(now), secret], {}, /ready (\d+)/);
}

/** PostGraphile over the same walls; undefined where it is not installed. */
export async function servePostgraphile(databaseUrl: string, secret: string): Promise<Served | undefined> {
  if (!existsSync(join(POSTGRAPHILE, 'node_modules'))) return undefined;
  const variables = { GRAPHILE_ENV: 'production' };
  const api = import.meta.resolve('@beback/api');
  const input = JSON.stringify({ url: databaseUrl, session: SESSION.text, secret, api });
  return serve([join(POSTGRAPHILE, 'server.mjs'), input], variables, /ready (\d+)/);
}

/** A question as one asks PostGraphile for it: all of the day, or what `LISTED_DAY` asks. */
export const postgraphileQuery = (name: 'day' | 'listed-day'): string =>
  readFileSync(join(POSTGRAPHILE, `${name}.graphql`), 'utf8');

async function serve(
  program: readonly string[],
  variables: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'beback-bench-'));
  // To a file: reading a pipe would be work for the load.
  const log = join(folder, 'log');
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, ['--conditions=@beback/source', ...program], {
    env: { TZ: 'UTC', ...variables },
    stdio: ['ignore', file, file],
  });
  const gone = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end && child.exitCode === null; await sleep(50)) {
    const port = ready.exec(readFileSync(log, 'utf8'))?.[1];
    if (port !== undefined) return { port: Number(port), cpuSeconds: () => cpuOf(child.pid), stop };
  }
  const said = readFileSync(log, 'utf8');
  await stop();
  throw new Error(`serve: ${program[0]} did not get ready:\n${said}`);
}

/** Seconds of CPU that a process has used; undefined where the system does not tell. */
export function cpuOf(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return undefined;
  }
}
