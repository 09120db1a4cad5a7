import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wallToInstant, zoneOffset } from './zone-time.ts';

const HOUR = 3_600_000;
const zoneArb = fc.constantFrom(
  'America/Chicago',
  'America/St_Johns',
  'Pacific/Honolulu',
  'America/Phoenix',
  'Europe/Dublin',
);

it('knows standard and daylight time', () => {
  expect(zoneOffset('America/Chicago', Date.UTC(2026, 0, 15))).toBe(-6 * HOUR);
  expect(zoneOffset('America/Chicago', Date.UTC(2026, 6, 15))).toBe(-5 * HOUR);
  expect(zoneOffset('America/St_Johns', Date.UTC(2026, 0, 15))).toBe(-3.5 * HOUR);
});

it('takes the first of two equal wall times, and goes behind a gap', () => {
  expect(wallToInstant('America/Chicago', Date.UTC(2026, 10, 1, 1, 30))).toBe(Date.UTC(2026, 10, 1, 6, 30));
  expect(wallToInstant('America/Chicago', Date.UTC(2026, 2, 8, 2, 30))).toBe(Date.UTC(2026, 2, 8, 8, 30));
});

it('gives the instant back for the wall time that a zone shows, or the same wall time an hour before', () => {
  fc.assert(
    fc.property(zoneArb, fc.integer({ min: Date.UTC(2007, 3, 1), max: Date.UTC(2035, 0, 1) }), (zone, time) => {
      const instant = Math.floor(time / 1000) * 1000;
      const back = wallToInstant(zone, instant + zoneOffset(zone, instant));
      expect([0, HOUR]).toContain(instant - back);
    }),
  );
});

it('refuses what is no zone', () => {
  expect(() => zoneOffset('Mars/Base', 0)).toThrow(RangeError);
});
