import { expect, it } from 'vitest';
import { readClock, serverTime } from './server-clock.ts';

it('counts on from what was read, as fast as the server’s clock runs', () => {
  const clock = readClock({ now: '1970-01-01T00:16:40Z', rate: 60 }, 5_000);
  expect(serverTime(clock, 5_000)).toBe(1_000_000);
  expect(serverTime(clock, 6_500)).toBe(1_090_000);
  expect(serverTime({ ...clock, rate: 0 }, 99_000)).toBe(1_000_000);
});
