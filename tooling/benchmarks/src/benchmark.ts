import type { Bar } from './bar.ts';

/** One way to do the work. */
export interface Contender {
  readonly name: string;
  /** Does all of the items once and returns a number that depends on them, so that no work can be left out. */
  readonly run: () => number | Promise<number>;
  /** How many items one run does, where that is a sample of them: what is slow by far need not do all. */
  readonly items?: number;
}

/** A piece of work done in several ways: the floor first, the least that could do it, then ours. */
export interface Benchmark {
  readonly name: string;
  /** What is counted: `documents`. */
  readonly unit: string;
  /** How many of them one run does. */
  readonly items: number;
  readonly floor: Contender;
  readonly contenders: readonly Contender[];
  readonly bars?: readonly Bar[];
}

export interface Effort {
  /** Before the first round every contender runs for so long, until the engine has made of its code what it can. */
  readonly warmUpMilliseconds: number;
  /** All contenders take one turn each in a round. */
  readonly rounds: number;
  /** A turn repeats the run for at least so long. */
  readonly turnMilliseconds: number;
}

/** Seconds for each item by contender, of turns that followed each other. */
export type Round = ReadonlyMap<string, number>;

export interface Measured {
  readonly name: string;
  /** Median over the rounds. */
  readonly itemsPerSecond: number;
  /** How many times slower than the floor of the same round: median, lowest, highest. */
  readonly slower: { readonly median: number; readonly lowest: number; readonly highest: number };
}

/**
 * Measures all contenders in interleaved rounds: what disturbs the machine for a while disturbs all of them, so the
 * ratios hold where the speeds do not. The order turns with each round.
 *
 * @throws Error when a contender's work comes to nothing.
 */
export async function measureRounds(benchmark: Benchmark, effort: Effort): Promise<readonly Round[]> {
  const all = [benchmark.floor, ...benchmark.contenders];
  for (const contender of all) {
    const outcome = await contender.run();
    if (!(outcome > 0)) throw new Error(`${benchmark.name}: the work of "${contender.name}" came to ${outcome}`);
  }
  for (const contender of all) await secondsAnItem(contender, benchmark.items, effort.warmUpMilliseconds);
  const rounds: Round[] = [];
  for (let round = 0; round < effort.rounds; round++) {
    const seconds = new Map<string, number>();
    for (let turn = 0; turn < all.length; turn++) {
      const contender = all[(turn + round) % all.length];
      if (contender === undefined) continue;
      seconds.set(contender.name, await secondsAnItem(contender, benchmark.items, effort.turnMilliseconds));
    }
    rounds.push(seconds);
  }
  return rounds;
}

/** What the rounds say of each contender, the floor first. */
export function summarise({ floor, contenders }: Benchmark, rounds: readonly Round[]): readonly Measured[] {
  return [floor, ...contenders].map(({ name }) => {
    const own = rounds.map((round) => round.get(name) ?? Number.NaN);
    const ratios = rounds.map((round, i) => (own[i] ?? Number.NaN) / (round.get(floor.name) ?? Number.NaN));
    return {
      name,
      itemsPerSecond: 1 / median(own),
      slower: { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) },
    };
  });
}

/** The middle of the numbers, or between the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** In seconds of processor time, of all threads of this process: on a busy machine the clock on the wall measures others. */
async function secondsAnItem(contender: Contender, items: number, atLeast: number): Promise<number> {
  const before = process.cpuUsage();
  let runs = 0;
  let elapsed = 0;
  do {
    await contender.run();
    runs++;
    const { user, system } = process.cpuUsage(before);
    elapsed = (user + system) / 1000;
  } while (elapsed < atLeast);
  return elapsed / 1000 / (runs * (contender.items ?? items));
}
