import type { Instant } from '@beback/core';

/** The one clock: a row that all processes read. now = anchorVirtual + (real - anchorReal) * rate. */
export interface Clock {
  /** The time by which everything in the domain is judged. Without a setting it is the real time. */
  now(): Instant;
  /** Seconds of the clock in a real second; 1 unless it was set. */
  readonly rate: number;
  /** Whether this process lets the clock be set: in tests and in the demo. */
  readonly settable: boolean;
  /**
   * Sets the clock for every process. Resolves when it is committed and this process reads the new time.
   *
   * @throws ClockRefused where the environment does not let the clock be set.
   * @throws RangeError for a rate that is negative or above 1,000,000.
   */
  set(change: { readonly now?: Instant; readonly rate?: number }): Promise<void>;
  /** Called after each change, whoever made it. Returns a function that stops it. */
  onChange(heard: () => void): () => void;
  /** Reads the row again. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

/** The clock is not to be set here (only tests and the demo may). */
export class ClockRefused extends Error {
  override readonly name = 'ClockRefused';
}
