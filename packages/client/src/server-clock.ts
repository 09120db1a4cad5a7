/**
 * The server's clock as a page keeps it: what was read, when, and how fast it runs. What is counted by it is not moved
 * by a wrong clock of the browser, and a demo can live a day in minutes.
 */
export interface ServerClock {
  /** Epoch milliseconds of the server's clock. */
  readonly serverNow: number;
  /** Epoch milliseconds of the browser's clock at that time. */
  readonly readAt: number;
  /** Seconds of the server's clock in a real second; 0: it stands. */
  readonly rate: number;
}

/** Keeps what the server has told of its clock; `readAt` is the browser's clock at the answer. */
export function readClock(clock: { readonly now: string; readonly rate: number }, readAt: number): ServerClock {
  return { serverNow: Date.parse(clock.now), readAt, rate: clock.rate };
}

/**
 * What the server's clock shows when the browser's shows `localNow`; both in epoch milliseconds.
 *
 * @example
 * const clock = readClock({ now: '2026-11-20T20:30:00Z', rate: 60 }, Date.now());
 * serverTime(clock, Date.now() + 1000); // a minute past 20:30
 */
export function serverTime({ serverNow, readAt, rate }: ServerClock, localNow: number): number {
  return serverNow + (localNow - readAt) * rate;
}
