/** One way to do the work. */
export interface Contender {
  readonly name: string;
  /** Does all of the items once and returns a number that depends on them, so that no work can be left out. */
  readonly run: () => number;
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
}

export interface Effort {
  /** All contenders take one turn each in a round. */
  readonly rounds: number;
  /** A turn repeats the run for at least so long. */
  readonly turnMilliseconds: number;
}

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
export function measure(benchmark: Benchmark, effort: Effort): readonly Measured[] {
  const all = [benchmark.floor, ...benchmark.contenders];
  for (const contender of all) {
    const outcome = contender.run();
    if (!(outcome > 0)) throw new Error(`${benchmark.name}: the work of "${contender.name}" came to ${outcome}`);
  }
  const speeds = new Map<Contender, number[]>(all.map((contender) => [contender, []]));
  for (let round = 0; round < effort.rounds; round++) {
    for (let turn = 0; turn < all.length; turn++) {
      const contender = all[(turn + round) % all.length];
      if (contender) speeds.get(contender)?.push(speedOf(contender, benchmark.items, effort.turnMilliseconds));
    }
  }
  const floor = speeds.get(benchmark.floor) ?? [];
  return all.map((contender) => {
    const own = speeds.get(contender) ?? [];
    const ratios = own.map((speed, round) => (floor[round] ?? Number.NaN) / speed);
    return {
      name: contender.name,
      itemsPerSecond: median(own),
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

function speedOf(contender: Contender, items: number, atLeast: number): number {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  do {
    contender.run();
    runs++;
    elapsed = performance.now() - start;
  } while (elapsed < atLeast);
  return (runs * items) / (elapsed / 1000);
}
