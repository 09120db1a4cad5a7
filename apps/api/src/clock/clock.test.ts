import { HOUR, instant, MINUTE, plus } from '@beback/core';
import type { TestDatabase } from '@beback/testing/test-database';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ENGINES,
  OPENING_MS,
  openTestGateway,
  openTestPostgres,
  type TestGateway,
} from '../../test/support/test-gateway.ts';
import type { Gateway } from '../database/gateway.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { type Clock, ClockRefused } from './clock.ts';
import { type ClockRow, readingAt, reset } from './clock-row.ts';
import { startClock } from './start-clock.ts';

const NOON = instant(Date.parse('2026-03-02T12:00:00Z'));

describe("the clock's row", () => {
  const real: ClockRow = { anchorReal: 0, anchorVirtual: instant(0), rate: 1 };

  it('shows the real time until it is set', () => {
    expect(readingAt(real, 1_795_276_800_123)).toBe(1_795_276_800_123);
  });

  it('goes on from a set time, at its rate', () => {
    const row = reset(real, { now: NOON, rate: 60 }, 5_000);
    expect(readingAt(row, 5_000)).toBe(NOON);
    expect(readingAt(row, 6_000)).toBe(plus(NOON, MINUTE));
  });

  it('keeps what it shows when only the rate changes, and its rate when only the time does', () => {
    const fast = reset(real, { now: NOON, rate: 3600 }, 0);
    const stopped = reset(fast, { rate: 0 }, 2_000);
    expect(readingAt(stopped, 2_000)).toBe(plus(NOON, 2 * HOUR));
    expect(readingAt(stopped, 900_000)).toBe(plus(NOON, 2 * HOUR));
    expect(reset(fast, { now: NOON }, 7).rate).toBe(3600);
  });

  it('refuses a rate that is negative, too fast or no number', () => {
    for (const rate of [-1, 1_000_001, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => reset(real, { rate }, 0)).toThrow(RangeError);
    }
  });
});

describe.each(ENGINES)('the clock on %s', (engine) => {
  let test: TestGateway;
  const clocks: Clock[] = [];
  const start = async (settable = true): Promise<Clock> => {
    const clock = await startClock(test.gateway, { settable });
    clocks.push(clock);
    return clock;
  };
  beforeAll(async () => {
    test = await openTestGateway(engine);
  }, OPENING_MS);
  afterEach(async () => {
    await Promise.all(clocks.splice(0).map((clock) => clock.stop()));
  });
  afterAll(() => test.close());

  it('shows the real time at first', async () => {
    const clock = await start();
    const before = Date.now();
    expect(clock.now()).toBeGreaterThanOrEqual(before);
    expect(clock.now()).toBeLessThanOrEqual(Date.now());
    expect(clock.rate).toBe(1);
  });

  it('stands still at rate 0 where it was set, also for who starts later', async () => {
    const clock = await start();
    await clock.set({ now: NOON, rate: 0 });
    expect(clock.now()).toBe(NOON);
    expect((await start()).now()).toBe(NOON);
  });

  it('tells its listeners of a change, once each', async () => {
    const clock = await start();
    let changes = 0;
    const stop = clock.onChange(() => {
      changes += 1;
    });
    await clock.set({ now: plus(NOON, HOUR), rate: 0 });
    await clock.refresh();
    expect(changes).toBe(1);
    stop();
    await clock.set({ now: NOON });
    expect(changes).toBe(1);
  });

  it('is not set where the environment does not allow it', async () => {
    const clock = await start(false);
    await expect(clock.set({ now: NOON })).rejects.toThrow(ClockRefused);
  });
});

describe('one clock in two processes on postgres', () => {
  let database: TestDatabase;
  let gateways: readonly Gateway[];
  beforeAll(async () => {
    database = await openTestPostgres();
    const settings = { url: database.url, connections: 2 };
    gateways = await Promise.all([openPostgres(settings), openPostgres(settings)]);
  }, OPENING_MS);
  afterAll(async () => {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await database.drop();
  });

  const startBoth = async (refreshMs: number): Promise<readonly [Clock, Clock]> => {
    const [one, other] = await Promise.all(
      gateways.map((gateway) => startClock(gateway, { settable: true, refreshMs })),
    );
    if (one === undefined || other === undefined) throw new Error('Two clocks were started');
    return [one, other];
  };

  it('shows the other what one has set, as soon as it hears of it', async () => {
    const [one, other] = await startBoth(HOUR);
    const heard = new Promise<void>((resolve) => other.onChange(resolve));
    await one.set({ now: NOON, rate: 0 });
    await heard;
    expect(other.now()).toBe(NOON);
    expect(one.now()).toBe(other.now());
    await Promise.all([one.stop(), other.stop()]);
  });

  it('finds a change that it did not hear of', async () => {
    const [one, other] = await startBoth(10);
    await one.set({ now: NOON, rate: 0 });
    await other.refresh();
    const found = Promise.all([one, other].map((clock) => new Promise<void>((resolve) => clock.onChange(resolve))));
    const [gateway] = gateways;
    await gateway?.directory.prisma.clock.updateMany({ data: { anchorVirtual: new Date(plus(NOON, HOUR)) } });
    await found;
    expect([one.now(), other.now()]).toEqual([plus(NOON, HOUR), plus(NOON, HOUR)]);
    await Promise.all([one.stop(), other.stop()]);
  });

  it('keeps both changes when two set it at once', async () => {
    const [one, other] = await startBoth(HOUR);
    await one.set({ now: NOON, rate: 0 });
    await Promise.all([one.set({ rate: 2 }), other.set({ now: plus(NOON, HOUR) })]);
    await Promise.all([one.refresh(), other.refresh()]);
    expect([one.rate, other.rate]).toEqual([2, 2]);
    expect(one.now()).toBeGreaterThanOrEqual(plus(NOON, HOUR));
    await Promise.all([one.stop(), other.stop()]);
  });
});
