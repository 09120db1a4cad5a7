import { median } from '../benchmark.ts';
import { type Drive, drive } from './drive.ts';
import type { Served } from './processes.ts';

export const LOAD = { connections: 8, milliseconds: 1_500 } as const;
/** Until everything that is compiled by use is compiled. */
const WARM_UP_REQUESTS = 2_000;

export interface Turn extends Drive {
  /** Milliseconds of CPU a request: of the server, and of it and PostgreSQL together. */
  readonly ownCpu: number;
  readonly allCpu: number;
}

/** A way to answer a question, with what it came to in each round. */
export interface Contender {
  readonly name: string;
  readonly served: Served;
  readonly request: Buffer;
  /** What each answer has to hold. */
  readonly holds: Buffer;
  readonly turns: Turn[];
}

export function contender(name: string, served: Served, request: Buffer, holds: string): Contender {
  return { name, served, request, holds: Buffer.from(holds), turns: [] };
}

export async function warmUp({ served, request, holds }: Contender): Promise<void> {
  for (let sent = 0; sent < WARM_UP_REQUESTS; ) {
    const driven = await drive({ port: served.port, request, holds, ...LOAD });
    sent += (driven.requestsPerSecond * LOAD.milliseconds) / 1000;
  }
}

/** @param postgres - seconds of CPU that PostgreSQL has used */
export async function takeTurn(one: Contender, postgres: () => Promise<number>): Promise<void> {
  const { served, request, holds } = one;
  const own = (): number => served.cpuSeconds() ?? Number.NaN;
  const before = { own: own(), postgres: await postgres() };
  const driven = await drive({ port: served.port, request, holds, ...LOAD });
  const used = { own: own() - before.own, postgres: (await postgres()) - before.postgres };
  const milliseconds = 1000 / ((driven.requestsPerSecond * LOAD.milliseconds) / 1000);
  one.turns.push({
    ...driven,
    ownCpu: used.own * milliseconds,
    allCpu: (used.own + used.postgres) * milliseconds,
  });
}

/** Of the same round, median over the rounds. */
export function ratio(of: Contender, to: Contender, key: keyof Turn): number {
  return median(of.turns.map((turn, round) => turn[key] / (to.turns[round]?.[key] ?? Number.NaN)));
}

export function describe({ name, turns }: Contender): string {
  const of = (key: keyof Turn): string => median(turns.map((turn) => turn[key])).toFixed(1);
  return (
    `  ${name.padEnd(38)} ${of('requestsPerSecond').padStart(7)} requests/s  p50 ${of('p50Milliseconds')} ms` +
    `  p99 ${of('p99Milliseconds')} ms  CPU a request ${of('ownCpu')} ms, with PostgreSQL ${of('allCpu')} ms`
  );
}
