/** One small fault put into the code, and what the tests said to it. */
export interface Mutant {
  /** Name of the file in its folder. */
  readonly file: string;
  readonly line: number;
  readonly original: string;
  readonly replacement: string;
  readonly outcome: MutantOutcome;
}

/**
 * `survived`: all tests passed; `uncovered`: none reaches it; `invalid`: it cannot be run, so it says nothing.
 */
export type MutantOutcome = 'killed' | 'timeout' | 'survived' | 'uncovered' | 'invalid';
