import { expect, it } from 'vitest';
import { nextMorning, serverTime } from './server-time.ts';

const iso = (at: number): string => new Date(at).toISOString();

it('counts on from what was read, as fast as the server’s clock runs', () => {
  const reading = { now: 1_000_000, rate: 60, readAt: 5_000 };
  expect(serverTime(reading, 5_000)).toBe(1_000_000);
  expect(serverTime(reading, 6_500)).toBe(1_090_000);
  expect(serverTime({ ...reading, rate: 0 }, 99_000)).toBe(1_000_000);
});

it.each([
  ['2026-11-20T20:30:00Z', 'America/New_York', '2026-11-21T14:00:00.000Z'],
  ['2026-11-21T04:59:59Z', 'America/New_York', '2026-11-21T14:00:00.000Z'],
  ['2026-11-21T05:00:00Z', 'America/New_York', '2026-11-22T14:00:00.000Z'],
  ['2026-12-31T20:00:00Z', 'America/Los_Angeles', '2027-01-01T17:00:00.000Z'],
  ['2026-03-07T20:00:00Z', 'America/New_York', '2026-03-08T13:00:00.000Z'],
  ['2026-10-31T20:00:00Z', 'America/New_York', '2026-11-01T14:00:00.000Z'],
  ['2026-11-20T20:30:00Z', 'America/Phoenix', '2026-11-21T16:00:00.000Z'],
])('finds nine o’clock of the day after %s in %s', (now, zone, morning) => {
  expect(iso(nextMorning(Date.parse(now), zone))).toBe(morning);
});
