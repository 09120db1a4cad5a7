/** The server's clock as it was read: its time, how fast it runs, and when by ours. */
export interface ClockReading {
  /** Epoch milliseconds of the server's clock. */
  readonly now: number;
  /** Seconds of the server's clock in a real second; 0: it stands. */
  readonly rate: number;
  /** Epoch milliseconds of the browser's clock. */
  readonly readAt: number;
}

/** What the server's clock shows when ours shows `at`. */
export function serverTime({ now, rate, readAt }: ClockReading, at: number): number {
  return now + (at - readAt) * rate;
}

/**
 * Nine o'clock of the next day in a zone, epoch milliseconds.
 *
 * @example
 * nextMorning(Date.parse('2026-11-20T20:30:00Z'), 'America/New_York'); // 2026-11-21T14:00:00Z
 */
export function nextMorning(now: number, zone: string): number {
  const date = new Date(now + offsetAt(now, zone));
  const wall = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1, 9);
  // The offset of nine o'clock is asked for near that time: a night may have changed it, and never at nine.
  return wall - offsetAt(wall - offsetAt(now, zone), zone);
}

/** How far a zone's wall clock is ahead of UTC, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const value = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}
