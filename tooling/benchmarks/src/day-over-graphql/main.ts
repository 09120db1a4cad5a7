// A person's day over GraphQL, against the least that could show it and against PostGraphile:
//   pnpm bench:day [-- --rounds N]
//   Starts a PostgreSQL of its own, fills the demo's group, and drives the servers in turns. Wants a quiet machine. The peer
//   wants another graphql, so it is installed apart: npm ci --prefix peers/postgraphile
// Ends with 1 when a bar is not met.
import { DEMO_BEGINS } from '@beback/demo/demo-clock';
import { median } from '../benchmark.ts';
import { countStatements } from './count-statements.ts';
import { askOnce, type Drive, drive } from './drive.ts';
import { filledDatabase } from './filled-database.ts';
import { watchPostgres } from './postgres-cpu.ts';
import { postgraphileDay, type Served, serveFloor, servePostgraphile, serveProgram } from './processes.ts';
import { type DayRequests, dayRequests } from './requests.ts';

const given = process.argv.indexOf('--rounds');
const ROUNDS = given < 0 ? 9 : Number(process.argv[given + 1]);
const LOAD = { connections: 8, milliseconds: 1_500 } as const;
/** Until everything that is compiled by use is compiled. */
const WARM_UP_REQUESTS = 2_000;
const BARS = { trusted: 0.8, trustedP99: 2, adHoc: 0.45, postgraphile: 1.5 } as const;

interface Turn extends Drive {
  /** Milliseconds of CPU a request: of the server, and of it and PostgreSQL together. */
  readonly ownCpu: number;
  readonly allCpu: number;
}

interface Contender {
  readonly name: string;
  readonly served: Served;
  readonly request: Buffer;
  readonly holds: Buffer;
  readonly turns: Turn[];
}

const database = await filledDatabase();
const databaseUrl = database.variables['DATABASE_URL'] ?? '';
const stops: (() => Promise<void>)[] = [database.stop];
const started = async <S extends { readonly stop: () => Promise<void> } | undefined>(
  starting: Promise<S>,
): Promise<S> => {
  const server = await starting;
  if (server !== undefined) stops.unshift(server.stop);
  return server;
};
try {
  const program = await started(serveProgram(database.variables));
  const floor = await started(serveFloor(databaseUrl, DEMO_BEGINS));
  const postgraphile = await started(servePostgraphile(databaseUrl));
  const postgres = await started(watchPostgres(databaseUrl));
  const requests = await dayRequests(program.port, database.email, database.password);
  const tasks = await describeDay(program, requests);

  const contender = (name: string, served: Served, request: Buffer, holds: string): Contender => ({
    ...{ name, served, request, turns: [] },
    holds: Buffer.from(holds),
  });
  const ours = {
    floor: contender('floor: one SQL, rows, JSON.stringify', floor, requests.trusted, '"nameSealed"'),
    trusted: contender('trusted operation', program, requests.trusted, '"customerName"'),
    adHoc: contender('the same ad hoc, through yoga', program, requests.adHoc, '"customerName"'),
  };
  const peer = postgraphile && contender('PostGraphile', postgraphile, peerRequest(requests), '"nameSealed"');
  if (peer === undefined) console.log('PostGraphile is not installed: npm ci --prefix peers/postgraphile');
  else await sameTasks(peer, tasks);
  const contenders = [ours.floor, ours.trusted, ours.adHoc, ...(peer === undefined ? [] : [peer])];
  for (const one of contenders) await warmUp(one);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const one = contenders[(turn + round) % contenders.length];
      one?.turns.push(await turnOf(one, postgres.seconds));
    }
  }
  report(contenders);
  judge(ours, peer);
} finally {
  for (const stop of stops) await stop();
}

// Helpers

async function warmUp({ served, request, holds }: Contender): Promise<void> {
  for (let sent = 0; sent < WARM_UP_REQUESTS; ) {
    const driven = await drive({ port: served.port, request, holds, ...LOAD });
    sent += (driven.requestsPerSecond * LOAD.milliseconds) / 1000;
  }
}

async function turnOf({ served, request, holds }: Contender, postgres: () => Promise<number>): Promise<Turn> {
  const own = (): number => served.cpuSeconds() ?? Number.NaN;
  const before = { own: own(), postgres: await postgres() };
  const driven = await drive({ port: served.port, request, holds, ...LOAD });
  const used = { own: own() - before.own, postgres: (await postgres()) - before.postgres };
  const milliseconds = 1000 / ((driven.requestsPerSecond * LOAD.milliseconds) / 1000);
  return { ...driven, ownCpu: used.own * milliseconds, allCpu: (used.own + used.postgres) * milliseconds };
}

function peerRequest({ postgraphile }: DayRequests): Buffer {
  return postgraphile(postgraphileDay(), database.memberId);
}

async function sameTasks({ served, request }: Contender, tasks: number): Promise<void> {
  const answer = bodyOf(await askOnce(served.port, request));
  const found = answer.split('"windowFrom"').length - 1;
  console.log(`  PostGraphile: ${found} tasks, ${Math.round(answer.length / 1024)} KiB`);
  if (found !== tasks) throw new Error(`PostGraphile shows ${found} tasks of ${tasks}: ${answer.slice(0, 600)}`);
}

function bodyOf(answer: string): string {
  return answer.slice(answer.indexOf('\r\n\r\n') + 4);
}

async function describeDay(program: Served, { trusted, adHoc }: DayRequests): Promise<number> {
  const bodies = await Promise.all([trusted, adHoc].map((request) => askOnce(program.port, request)));
  const [first = '', second = ''] = bodies.map(bodyOf);
  const tasks = first.split('"customerName"').length - 1;
  if (tasks === 0 || second.split('"customerName"').length - 1 !== tasks) throw new Error(`no day: ${first} ${second}`);
  console.log(`A day of ${tasks} tasks, ${Math.round(first.length / 1024)} KiB of JSON`);
  const counter = await countStatements(databaseUrl);
  const counted = await serveProgram({ ...database.variables, DATABASE_URL: counter.url });
  try {
    for (const [name, request] of Object.entries({ trusted, adHoc })) {
      // The first ones prepare, enter the group and compile the plan.
      for (let warm = 0; warm < 20; warm++) await askOnce(counted.port, request);
      counter.take();
      await askOnce(counted.port, request);
      console.log(`  statements of one request, ${name}: ${counter.take().join(', ')}`);
    }
  } finally {
    await counted.stop();
    await counter.stop();
  }
  return tasks;
}

function report(contenders: readonly Contender[]): void {
  console.log(`\n${ROUNDS} rounds of ${LOAD.milliseconds} ms, ${LOAD.connections} connections`);
  for (const { name, turns } of contenders) {
    const of = (key: keyof Turn): string => median(turns.map((turn) => turn[key])).toFixed(1);
    console.log(
      `  ${name.padEnd(38)} ${of('requestsPerSecond').padStart(7)} requests/s  p50 ${of('p50Milliseconds')} ms` +
        `  p99 ${of('p99Milliseconds')} ms  CPU a request ${of('ownCpu')} ms, with PostgreSQL ${of('allCpu')} ms`,
    );
  }
}

function judge(ours: Readonly<Record<'floor' | 'trusted' | 'adHoc', Contender>>, peer: Contender | undefined): void {
  const { floor, trusted, adHoc } = ours;
  const share = (of: Contender, to: Contender): number => ratio(of, to, 'requestsPerSecond');
  // Where others use the machine too, processor time says more than requests/s.
  const byCpu = (of: Contender, to: Contender): string => `by CPU ${ratio(to, of, 'allCpu').toFixed(2)}`;
  bar(
    'trusted: share of the floor’s requests/s',
    share(trusted, floor),
    'at least',
    BARS.trusted,
    byCpu(trusted, floor),
  );
  bar('trusted: times the floor’s p99', ratio(trusted, floor, 'p99Milliseconds'), 'at most', BARS.trustedP99);
  bar('ad hoc: share of the floor’s requests/s', share(adHoc, floor), 'at least', BARS.adHoc, byCpu(adHoc, floor));
  if (peer === undefined) return;
  bar('ad hoc: times PostGraphile’s requests/s', share(adHoc, peer), 'at least', BARS.postgraphile, byCpu(adHoc, peer));
}

/** Of the same round, median over the rounds. */
function ratio(of: Contender, to: Contender, key: keyof Turn): number {
  return median(of.turns.map((turn, round) => turn[key] / (to.turns[round]?.[key] ?? Number.NaN)));
}

function bar(what: string, value: number, kind: 'at least' | 'at most', limit: number, more?: string): void {
  const met = kind === 'at least' ? value >= limit : value <= limit;
  const beside = more === undefined ? '' : `; ${more}`;
  console.log(`  ${what}: ${value.toFixed(2)} (${kind} ${limit.toFixed(2)}: ${met ? 'met' : 'NOT MET'}${beside})`);
  if (!met) process.exitCode = 1;
}
