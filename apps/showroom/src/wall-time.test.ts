import { expect, it } from 'vitest';
import { instantOfWall, nextMorning } from './wall-time.ts';

const iso = (at: number): string => new Date(at).toISOString();

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

it.each([
  ['2026-11-20T16:20', 'America/New_York', '2026-11-20T21:20:00.000Z'],
  ['2026-11-20T16:20:30', 'America/Los_Angeles', '2026-11-21T00:20:30.000Z'],
  ['2026-07-01T00:00', 'America/Phoenix', '2026-07-01T07:00:00.000Z'],
  // On both sides of a change, far enough from it.
  ['2026-03-08T01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
  ['2026-03-08T03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
  ['2026-11-01T00:59', 'America/New_York', '2026-11-01T04:59:00.000Z'],
  ['2026-11-01T02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
])('reads %s by the clocks of %s', (text, zone, instant) => {
  expect(iso(instantOfWall(text, zone) ?? Number.NaN)).toBe(instant);
});

it('takes the first of two times that the clocks show alike, and never a later one than may be meant', () => {
  expect(iso(instantOfWall('2026-11-01T01:30', 'America/New_York') ?? 0)).toBe('2026-11-01T05:30:00.000Z');
  expect(iso(instantOfWall('2026-03-08T02:30', 'America/New_York') ?? 0)).toBe('2026-03-08T06:30:00.000Z');
});

it.each(['', '2026-11-20', '16:20', '2026-13-01T10:00', '2026-11-20T16:20Z'])('reads nothing in “%s”', (text) => {
  expect(instantOfWall(text, 'America/New_York')).toBeUndefined();
});
