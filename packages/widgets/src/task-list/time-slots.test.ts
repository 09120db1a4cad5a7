import { describe, expect, it } from 'vitest';
import { slotsOf } from './time-slots.ts';

const span = (from: string, until: string) => ({ from: `2026-11-25T${from}:00Z`, until: `2026-11-25T${until}:00Z` });
const times = (...spans: { from: string; until: string }[]) =>
  slotsOf({ spans }).map((at) => new Date(at).toISOString().slice(11, 16));

describe('S05 the times that are offered for an appointment', () => {
  it('are the half hours at which the store is open, and not the one at which it closes', () => {
    expect(times(span('14:00', '16:00'))).toEqual(['14:00', '14:30', '15:00', '15:30']);
  });

  it('leave out breaks, and what of today is over', () => {
    expect(times(span('14:10', '15:00'), span('17:00', '17:45'))).toEqual(['14:30', '17:00', '17:30']);
    expect(times()).toEqual([]);
  });
});
