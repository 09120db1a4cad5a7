/**
 * The server's clock as this page keeps it: what was read, when, and how fast it runs. Lists are counted by it and not
 * by the browser's: a wrong phone clock moves no deadline, and a demo can live a day in minutes.
 */
export interface ServerClock {
  readonly serverNow: number;
  readonly readAt: number;
  readonly rate: number;
}

export function readClock(clock: { readonly now: string; readonly rate: number }, readAt: number): ServerClock {
  return { serverNow: Date.parse(clock.now), readAt, rate: clock.rate };
}

export function serverTime(clock: ServerClock, localNow: number): number {
  return clock.serverNow + (localNow - clock.readAt) * clock.rate;
}

/** How often a page that counts minutes should look again, in its own milliseconds. */
export function tickMilliseconds(clock: ServerClock | undefined): number {
  return Math.min(15_000, Math.max(1_000, 15_000 / Math.max(clock?.rate ?? 1, 0.001)));
}
