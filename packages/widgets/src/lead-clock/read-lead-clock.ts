import type { LeadClockView } from '@beback/client';

/** A lead's response clock as the server told it. */
export type LeadClock = LeadClockView;

/** The same at a moment since then, by the server's clock. */
export interface ClockReading {
  readonly wallMilliseconds: number;
  readonly openMilliseconds: number;
  readonly step: LeadClock['step'];
  readonly pausedBy: LeadClock['pausedBy'];
  /** Epoch milliseconds. */
  readonly pausedUntil: number | undefined;
}

/**
 * Lets a clock go on by itself until the server is asked again: wall time always, open time while the store is open,
 * the step when its time has come. A clock that has ended stands.
 *
 * @param now - epoch milliseconds of the server's clock
 */
export function readLeadClock(clock: LeadClock, now: number): ClockReading {
  const wall = clock.wallSeconds * 1000;
  const open = clock.openSeconds * 1000;
  if (clock.state !== 'running') return reading(wall, open, clock.step, clock);
  const asOf = Date.parse(clock.asOf);
  const gone = Math.max(0, now - asOf);
  const changes = clock.openChangesAt === null ? Number.POSITIVE_INFINITY : Date.parse(clock.openChangesAt);
  const untilChange = Math.min(gone, Math.max(0, changes - asOf));
  const openGone = clock.open ? untilChange : gone - untilChange;
  const stepped = clock.nextStepAt !== null && Date.parse(clock.nextStepAt) <= now;
  const step = stepped ? clock.nextStep : clock.step;
  const waits = clock.pausedUntil === null || Date.parse(clock.pausedUntil) > now;
  return reading(wall + gone, open + openGone, step, waits ? clock : { pausedBy: null, pausedUntil: null });
}

function reading(
  wallMilliseconds: number,
  openMilliseconds: number,
  step: LeadClock['step'],
  { pausedBy, pausedUntil }: Pick<LeadClock, 'pausedBy' | 'pausedUntil'>,
): ClockReading {
  const until = pausedUntil === null ? undefined : Date.parse(pausedUntil);
  return { wallMilliseconds, openMilliseconds, step, pausedBy, pausedUntil: until };
}

/** `4:05`, `1:04:05`, `2 d 3:04:05`: digits that take the same room from second to second. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  const small = `${two(minutes)}:${two(seconds % 60)}`;
  const time = days > 0 || hours > 0 ? `${hours}:${small}` : `${minutes}:${two(seconds % 60)}`;
  return days > 0 ? `${days} d ${time}` : time;
}
