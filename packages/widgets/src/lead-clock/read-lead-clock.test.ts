import { describe, expect, it } from 'vitest';
import { type LeadClock, readLeadClock, stopwatch } from './read-lead-clock.ts';

const at = (time: string): string => `2026-11-24T${time}:00.000Z`;
const time = (text: string): number => Date.parse(at(text));

const CLOCK: LeadClock = {
  state: 'running',
  receivedAt: at('15:00'),
  asOf: at('16:00'),
  wallSeconds: 3600,
  openSeconds: 600,
  open: true,
  openChangesAt: at('16:30'),
  step: 'late',
  nextStep: 'handOver',
  nextStepAt: at('16:05'),
  pausedBy: null,
  pausedUntil: null,
  heldBy: null,
};
const MINUTE = 60_000;

describe('S17 a clock that ticks', () => {
  it.each([
    ['16:00', 60, 10, 'late'],
    ['16:04', 64, 14, 'late'],
    ['16:05', 65, 15, 'handOver'],
    ['16:30', 90, 40, 'handOver'],
    // The store has closed: open time stands.
    ['16:50', 110, 40, 'handOver'],
    // A page whose clock is a little behind counts nothing back.
    ['15:59', 60, 10, 'late'],
  ])('shows at %s %i min by the wall and %i min of it open, at the step %s', (now, wall, open, step) => {
    expect(readLeadClock(CLOCK, time(now))).toMatchObject({
      wallMilliseconds: wall * MINUTE,
      openMilliseconds: open * MINUTE,
      step,
    });
  });

  it('lets open time go on once the store opens, and ends the pause when it is over', () => {
    const night: LeadClock = { ...CLOCK, open: false, pausedBy: 'closing', pausedUntil: at('16:30') };
    expect(readLeadClock(night, time('16:20'))).toMatchObject({ openMilliseconds: 10 * MINUTE, pausedBy: 'closing' });
    expect(readLeadClock(night, time('16:40'))).toMatchObject({ openMilliseconds: 20 * MINUTE, pausedBy: null });
  });

  it('stands once it has ended', () => {
    const stopped: LeadClock = { ...CLOCK, state: 'stopped', step: null };
    expect(readLeadClock(stopped, time('18:00'))).toMatchObject({ wallMilliseconds: 60 * MINUTE, step: null });
  });

  it.each([
    [0, '0:00'],
    [245_999, '4:05'],
    [3_845_000, '1:04:05'],
    [86_400_000 * 2 + 11_045_000, '2 d 3:04:05'],
    [-5, '0:00'],
  ])('writes %i ms as %s', (milliseconds, text) => {
    expect(stopwatch(milliseconds)).toBe(text);
  });
});
