import { describe, expect, it } from 'vitest';
import { readDate, readPlainDate } from './read-date.ts';

const CHICAGO = { country: 'US', zone: 'America/Chicago', receivedAt: Date.parse('2026-11-21T15:00:00Z') };
const value = (text: string, context = CHICAGO) => readDate(text, context)?.value ?? null;

describe('readDate', () => {
  it.each([
    ['2026-09-14T10:22:05-05:00', '2026-09-14T10:22:05-05:00'],
    ['2026-09-14T10:22:05Z', '2026-09-14T10:22:05Z'],
    ['2026-09-14T10:22:05.5Z', '2026-09-14T10:22:05.500Z'],
    ['2026-09-14T10:22:05-05:0', '2026-09-14T10:22:05-05:00'],
    ['2026-09-14T10:22:05-0500', '2026-09-14T10:22:05-05:00'],
    ['2026-09-14T10:22:05-5:00', '2026-09-14T10:22:05-05:00'],
    ['2026-09-14 10:22:05 +5', '2026-09-14T10:22:05+05:00'],
    ['20260914T102205Z', '2026-09-14T10:22:05Z'],
    ['Mon, 14 Sep 2026 10:22:05 -0500', '2026-09-14T10:22:05-05:00'],
    ['Mon Sep 14 2026 10:22:05 GMT-0500 (Central Daylight Time)', '2026-09-14T10:22:05-05:00'],
    ['Mon Sep 14 10:22:05 CDT 2026', '2026-09-14T10:22:05-05:00'],
    ['September 14, 2026 at 10:22 am EST', '2026-09-14T10:22:00-05:00'],
    ['1789399325', '2026-09-14T15:22:05Z'],
    ['1789399325250', '2026-09-14T15:22:05.250Z'],
  ])('reads %s as the instant it is', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each([
    ['2026-09-14T8:47', '2026-09-14T08:47:00'],
    ['2026-09-14 10:22:05.0', '2026-09-14T10:22:05'],
    ['09/14/2026', '2026-09-14T00:00:00'],
    ['9/4/26 3:05 PM', '2026-09-04T15:05:00'],
    ['9/4/2026 12:05:06 AM', '2026-09-04T00:05:06'],
    ['14/09/2026 08:00', '2026-09-14T08:00:00'],
    ['2026-14-09 08:00:00', '2026-09-14T08:00:00'],
    ['14-Sep-26 08:00', '2026-09-14T08:00:00'],
    ['Sept. 3rd 2026, 3 pm', '2026-09-03T15:00:00'],
    ['20260914', '2026-09-14T00:00:00'],
    ['2026-09-14 08:00 CT', '2026-09-14T08:00:00'],
  ])('reads %s as the wall time of the store', (text, local) => {
    expect(value(text)).toEqual({ local });
  });

  it.each([
    '',
    'tomorrow',
    '2026-02-30T10:00:00Z',
    '2026-09-14T25:00:00Z',
    '2026-09-14T10:00:00+19:00',
    '13/13/2026',
    '99999',
  ])('does not make a date of %j', (text) => {
    expect(readDate(text, CHICAGO)).toBeNull();
  });

  it('puts the day first where people do', () => {
    expect(value('04/09/2026')).toEqual({ local: '2026-04-09T00:00:00' });
    expect(value('04/09/2026', { ...CHICAGO, country: 'MX' })).toEqual({ local: '2026-09-04T00:00:00' });
  });

  it('takes the order of day and month that does not lie in the future', () => {
    expect(value('12/11/2026')).toEqual({ local: '2026-11-12T00:00:00' });
    expect(value('2026-12-11 09:00:00')).toEqual({ local: '2026-11-12T09:00:00' });
    // To the letter of ISO 8601 it means what it says, however odd.
    expect(value('2026-12-11T09:00:00Z')).toBe('2026-12-11T09:00:00Z');
  });

  it('reads a wall time as UTC when only that fits the receipt', () => {
    expect(readDate('2026-11-21 14:59:10', CHICAGO)).toEqual({
      value: '2026-11-21T14:59:10Z',
      repaired: true,
      asUtc: true,
    });
    expect(readDate('2026-11-21 08:59:10', CHICAGO)).toEqual({
      value: { local: '2026-11-21T08:59:10' },
      repaired: true,
      asUtc: false,
    });
    // An hour off is as likely a slow clock.
    expect(value('2026-11-21 14:59:10', { ...CHICAGO, zone: 'Europe/London' })).toEqual({
      local: '2026-11-21T14:59:10',
    });
  });

  it('marks everything but ISO 8601 as repaired', () => {
    expect(readDate('2026-09-14T10:22:05-05:00', CHICAGO)?.repaired).toBe(false);
    expect(readDate('2026-09-14T10:22:05-0500', CHICAGO)?.repaired).toBe(true);
  });
});

describe('readPlainDate', () => {
  it('keeps as much as was said', () => {
    expect(readPlainDate('2027-02-01', CHICAGO)).toBe('2027-02-01');
    expect(readPlainDate('2/1/2027', CHICAGO)).toBe('2027-02-01');
    expect(readPlainDate('2027-02-01T15:30:00-04:00', CHICAGO)).toBe('2027-02-01T15:30:00-04:00');
    expect(readPlainDate('soon', CHICAGO)).toBeNull();
  });
});
