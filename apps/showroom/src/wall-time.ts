const DAY = 86_400_000;

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

/**
 * When a zone's clocks show what a `datetime-local` field holds, epoch milliseconds; undefined for what is no such
 * text. A time that the clocks show twice is the first of the two; one that they leap over is the earlier of what it
 * may mean: "complete until then" must not be taken for later than it was meant.
 *
 * @example
 * instantOfWall('2026-11-20T16:20', 'America/New_York'); // 2026-11-20T21:20:00Z
 */
export function instantOfWall(text: string, zone: string): number | undefined {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
  if (Number.isNaN(wall)) return undefined;
  // Clocks are changed once in two days at most: one of these offsets is the one in force.
  const times = [-DAY, DAY].map((near) => wall - offsetAt(wall + near, zone));
  const shown = times.filter((time) => time + offsetAt(time, zone) === wall);
  return Math.min(...(shown.length > 0 ? shown : times));
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
