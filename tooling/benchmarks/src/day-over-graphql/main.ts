// A person's day over GraphQL, against the least that could show it and against PostGraphile:
//   pnpm bench:day [-- --rounds N]
//   Starts a PostgreSQL of its own, fills the demo's group, and drives the servers in turns. Wants a quiet machine. The peer
//   wants another graphql, so it is installed apart: npm ci --prefix peers/postgraphile
// Two questions: the day as everybody can list it, with equal fields, opened by all; and the task list's own operation, of
// which floor and peer do less. Ends with 1 when a bar is not met.
import { DEMO_BEGINS } from '@beback/demo/demo-clock';
import { type Contender, contender, describe, LOAD, ratio, takeTurn, warmUp } from './contender.ts';
import { countStatements } from './count-statements.ts';
import { askOnce } from './drive.ts';
import { filledDatabase } from './filled-database.ts';
import { watchPostgres } from './postgres-cpu.ts';
import { postgraphileQuery, type Served, serveFloor, servePostgraphile, serveProgram } from './processes.ts';
import { type AllRequests, type DayRequests, dayRequests } from './requests.ts';

const given = process.argv.indexOf('--rounds');
const ROUNDS = given < 0 ? 9 : Number(process.argv[given + 1]);
const BARS = { trusted: 0.8, trustedP99: 2, adHoc: 0.45, postgraphile: 1.5 } as const;

interface Servers {
  readonly program: Served;
  readonly floor: Served;
  /** Undefined: not installed. */
  readonly postgraphile: Served | undefined;
}

interface Question {
  readonly title: string;
  readonly floor: Contender;
  readonly trusted: Contender;
  readonly adHoc: Contender;
  readonly postgraphile: Contender | undefined;
}

const database = await filledDatabase();
const databaseUrl = database.variables['DATABASE_URL'] ?? '';
const secret = database.variables['BEBACK_SECRET'] ?? '';
const stops: (() => Promise<void>)[] = [database.stop];
const started = async <S extends { readonly stop: () => Promise<void> } | undefined>(
  starting: Promise<S>,
): Promise<S> => {
  const server = await starting;
  if (server !== undefined) stops.unshift(server.stop);
  return server;
};
try {
  const servers: Servers = {
    program: await started(serveProgram(database.variables)),
    floor: await started(serveFloor(databaseUrl, DEMO_BEGINS, secret)),
    postgraphile: await started(servePostgraphile(databaseUrl, secret)),
  };
  if (servers.postgraphile === undefined) {
    console.log('PostGraphile is not installed: npm ci --prefix peers/postgraphile');
  }
  const postgres = await started(watchPostgres(databaseUrl));
  const requests = await dayRequests(servers.program.port, database.email, database.password);
  const questions: readonly Question[] = [
    questionOf(servers, requests, 'listed', { title: 'the listed day: equal fields, opened by all', sign: '"phone"' }),
    questionOf(servers, requests, 'whole', { title: 'the task list’s own operation', sign: '"nameSealed"' }),
  ];
  for (const question of questions) await compare(question);
  await tellStatements(requests);
  const contenders = questions.flatMap(contendersOf);
  for (const one of contenders) await warmUp(one);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const one = contenders[(turn + round) % contenders.length];
      if (one !== undefined) await takeTurn(one, postgres.seconds);
    }
  }
  console.log(`\n${ROUNDS} rounds of ${LOAD.milliseconds} ms, ${LOAD.connections} connections`);
  for (const question of questions) judge(question);
} finally {
  for (const stop of stops) await stop();
}

// Helpers

/** @param sign - stands once in each task of the floor's answer */
function questionOf(
  { program, floor, postgraphile }: Servers,
  requests: AllRequests,
  name: keyof AllRequests,
  { title, sign }: { readonly title: string; readonly sign: string },
): Question {
  const asked: DayRequests = requests[name];
  const query = postgraphileQuery(name === 'listed' ? 'listed-day' : 'day');
  return {
    title,
    floor: contender('floor: one SQL, rows, JSON.stringify', floor, asked.floor, sign),
    trusted: contender('trusted operation', program, asked.trusted, '"customerName"'),
    adHoc: contender('the same ad hoc, through yoga', program, asked.adHoc, '"customerName"'),
    postgraphile:
      postgraphile &&
      contender('PostGraphile', postgraphile, asked.postgraphile(query, database.memberId), '"windowFrom"'),
  };
}

function contendersOf({ floor, trusted, adHoc, postgraphile }: Question): readonly Contender[] {
  return [floor, trusted, adHoc, ...(postgraphile === undefined ? [] : [postgraphile])];
}

/** @throws Error when somebody shows other tasks than the rest. */
async function compare(question: Question): Promise<void> {
  console.log(question.title);
  const counts = new Set<number>();
  for (const { name, served, request, holds } of contendersOf(question)) {
    const answer = bodyOf(await askOnce(served.port, request));
    const tasks = answer.split(holds.toString()).length - 1;
    counts.add(tasks);
    console.log(`  ${name.padEnd(38)} ${tasks} tasks, ${(answer.length / 1024).toFixed(1)} KiB`);
  }
  if (counts.size !== 1 || counts.has(0)) throw new Error(`not the same tasks: ${[...counts]}`);
}

function bodyOf(answer: string): string {
  return answer.slice(answer.indexOf('\r\n\r\n') + 4);
}

/** Names the statements of a request, by a program of its own whose messages to PostgreSQL are read. */
async function tellStatements({ listed, whole }: AllRequests): Promise<void> {
  const counter = await countStatements(databaseUrl);
  const counted = await serveProgram({ ...database.variables, DATABASE_URL: counter.url });
  try {
    for (const [name, { trusted, adHoc }] of Object.entries({ listed, whole })) {
      for (const [way, request] of Object.entries({ trusted, adHoc })) {
        // The first ones prepare, enter the group and compile the plan.
        for (let warm = 0; warm < 20; warm++) await askOnce(counted.port, request);
        counter.take();
        await askOnce(counted.port, request);
        console.log(`  statements of one request, ${name} ${way}: ${counter.take().join(', ')}`);
      }
    }
  } finally {
    await counted.stop();
    await counter.stop();
  }
}

function judge(question: Question): void {
  const { title, floor, trusted, adHoc, postgraphile } = question;
  console.log(`\n${title}`);
  for (const one of contendersOf(question)) console.log(describe(one));
  bar('trusted: share of the floor’s requests/s', trusted, floor, BARS.trusted);
  const p99 = ratio(trusted, floor, 'p99Milliseconds');
  tell('trusted: times the floor’s p99', p99, `at most ${BARS.trustedP99}`, p99 <= BARS.trustedP99);
  bar('ad hoc: share of the floor’s requests/s', adHoc, floor, BARS.adHoc);
  if (postgraphile !== undefined) {
    bar('ad hoc: times PostGraphile’s requests/s', adHoc, postgraphile, BARS.postgraphile);
  }
}

function bar(what: string, of: Contender, to: Contender, least: number): void {
  const share = ratio(of, to, 'requestsPerSecond');
  // Where others use the machine too, processor time says more than requests/s.
  const byCpu = ratio(to, of, 'allCpu').toFixed(2);
  tell(what, share, `at least ${least}; by CPU ${byCpu}`, share >= least);
}

function tell(what: string, value: number, limit: string, met: boolean): void {
  console.log(`  ${what}: ${value.toFixed(2)} (${limit}: ${met ? 'met' : 'NOT MET'})`);
  if (!met) process.exitCode = 1;
}
