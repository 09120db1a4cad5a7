// A person's day over GraphQL, against the least that could show it: pnpm bench:day [-- --rounds N]
//   Starts a PostgreSQL of its own, fills the demo's group, and drives floor and program in turns. Wants a quiet machine.
import { DEMO_BEGINS } from '@beback/demo/demo-clock';
import { median } from '../benchmark.ts';
import { countStatements } from './count-statements.ts';
import { askOnce, type Drive, drive } from './drive.ts';
import { filledDatabase } from './filled-database.ts';
import { type Served, serveFloor, serveProgram } from './processes.ts';
import { type DayRequests, dayRequests } from './requests.ts';

const given = process.argv.indexOf('--rounds');
const ROUNDS = given < 0 ? 9 : Number(process.argv[given + 1]);
const LOAD = { connections: 8, milliseconds: 1_500 } as const;
const WARM_UP_TURNS = 5;
const BARS = { trusted: 0.8, trustedP99: 2, adHoc: 0.45 } as const;

interface Contender {
  readonly name: string;
  readonly served: Served;
  readonly request: Buffer;
  readonly holds: Buffer;
  readonly turns: (Drive & { readonly cpuMilliseconds: number })[];
}

const database = await filledDatabase();
const stops: (() => Promise<void>)[] = [database.stop];
try {
  const program = await serveProgram(database.variables);
  stops.unshift(program.stop);
  const floor = await serveFloor(database.variables['DATABASE_URL'] ?? '', DEMO_BEGINS);
  stops.unshift(floor.stop);
  const requests = await dayRequests(program.port, database.email, database.password);
  await describeDay(program, requests);

  const contender = (name: string, served: Served, request: Buffer, holds: string): Contender => ({
    ...{ name, served, request, turns: [] },
    holds: Buffer.from(holds),
  });
  const contenders = [
    contender('floor: one SQL, rows, JSON.stringify', floor, requests.trusted, '"nameSealed"'),
    contender('trusted operation', program, requests.trusted, '"customerName"'),
    contender('the same ad hoc, through yoga', program, requests.adHoc, '"customerName"'),
  ] as const;
  for (let round = -WARM_UP_TURNS; round < ROUNDS; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const one = contenders[(turn + round + WARM_UP_TURNS) % contenders.length];
      if (one === undefined) continue;
      const measured = await turnOf(one);
      if (round >= 0) one.turns.push(measured);
    }
  }
  report(contenders);
} finally {
  for (const stop of stops) await stop();
}

// Helpers

async function turnOf({ served, request, holds }: Contender): Promise<Drive & { readonly cpuMilliseconds: number }> {
  const before = served.cpuSeconds() ?? Number.NaN;
  const driven = await drive({ port: served.port, request, holds, ...LOAD });
  const requests = (driven.requestsPerSecond * LOAD.milliseconds) / 1000;
  return { ...driven, cpuMilliseconds: (((served.cpuSeconds() ?? Number.NaN) - before) * 1000) / requests };
}

async function describeDay(program: Served, { trusted, adHoc }: DayRequests): Promise<void> {
  const bodies = await Promise.all([trusted, adHoc].map((request) => askOnce(program.port, request)));
  const [first = '', second = ''] = bodies.map((answer) => answer.slice(answer.indexOf('\r\n\r\n') + 4));
  const tasks = first.split('"customerName"').length - 1;
  if (tasks === 0 || second.split('"customerName"').length - 1 !== tasks) throw new Error(`no day: ${first} ${second}`);
  console.log(`A day of ${tasks} tasks, ${Math.round(first.length / 1024)} KiB of JSON`);
  const counter = await countStatements(database.variables['DATABASE_URL'] ?? '');
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
}

function report([floor, trusted, adHoc]: readonly [Contender, Contender, Contender]): void {
  console.log(`\n${ROUNDS} rounds of ${LOAD.milliseconds} ms, ${LOAD.connections} connections`);
  for (const { name, turns } of [floor, trusted, adHoc]) {
    const of = (key: keyof (typeof turns)[number]): string => median(turns.map((turn) => turn[key])).toFixed(1);
    console.log(
      `  ${name.padEnd(38)} ${of('requestsPerSecond').padStart(7)} requests/s  p50 ${of('p50Milliseconds')} ms` +
        `  p99 ${of('p99Milliseconds')} ms  ${of('cpuMilliseconds')} ms CPU of its own process a request`,
    );
  }
  bar('trusted: share of the floor’s requests/s', ratio(trusted, floor, 'requestsPerSecond'), 'at least', BARS.trusted);
  bar('trusted: times the floor’s p99', ratio(trusted, floor, 'p99Milliseconds'), 'at most', BARS.trustedP99);
  bar('ad hoc: share of the floor’s requests/s', ratio(adHoc, floor, 'requestsPerSecond'), 'at least', BARS.adHoc);
}

/** Of the same round, median over the rounds. */
function ratio(of: Contender, to: Contender, key: keyof Drive): number {
  return median(of.turns.map((turn, round) => turn[key] / (to.turns[round]?.[key] ?? Number.NaN)));
}

function bar(what: string, value: number, kind: 'at least' | 'at most', limit: number): void {
  const met = kind === 'at least' ? value >= limit : value <= limit;
  console.log(`  ${what}: ${value.toFixed(2)} (${kind} ${limit.toFixed(2)}: ${met ? 'met' : 'NOT MET'})`);
}
