import { describe, expect, it } from 'vitest';
import { DISPOSITIONS_OF_CHANNEL } from './dispositions-of-channel.ts';
import { CHANNELS, DISPOSITIONS, type Disposition } from './words.ts';

const of = (channel: (typeof CHANNELS)[number]): readonly Disposition[] => DISPOSITIONS_OF_CHANNEL[channel];

describe('DISPOSITIONS_OF_CHANNEL', () => {
  it.each(CHANNELS)('lets %s end an attempt in what stops a plan’s steps, and names nothing twice', (channel) => {
    expect(of(channel)).toEqual(expect.arrayContaining(['appointmentSet', 'notInterested']));
    expect(new Set(of(channel)).size).toBe(of(channel).length);
  });

  it.each(DISPOSITIONS)('has a channel through which an attempt ends in %s', (disposition) => {
    expect(CHANNELS.some((channel) => of(channel).includes(disposition))).toBe(true);
  });

  it('knows a wrong number where there is a number', () => {
    expect(CHANNELS.filter((channel) => of(channel).includes('wrongNumber'))).toEqual(['call', 'text']);
  });
});
