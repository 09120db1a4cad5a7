import { describe, expect, it } from 'vitest';
import { count, minutes, percent } from './number.ts';
import { dialAddress, phoneInWords } from './phone.ts';
import { dayInWords, exactly, shortDay, span, timeNear, timeOfDay } from './time.ts';

const MINUTE = 60_000;
const CHICAGO = { tag: 'en-US', zone: 'America/Chicago' };
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('times', () => {
  it('are told in the zone of the store, not of the browser', () => {
    const at = Date.parse('2026-11-21T16:00:00Z');
    expect(plain(timeOfDay(at, CHICAGO))).toBe('10:00 AM');
    expect(plain(timeOfDay(at, { tag: 'en-US', zone: 'America/Los_Angeles' }))).toBe('8:00 AM');
    expect(plain(timeOfDay(at, { tag: 'fr', zone: 'America/Toronto' }))).toBe('11:00');
  });

  it('of another day of the store carry the day', () => {
    const now = Date.parse('2026-11-21T16:00:00Z');
    expect(plain(timeNear(Date.parse('2026-11-22T05:59:00Z'), now, CHICAGO))).toBe('11:59 PM');
    expect(plain(timeNear(Date.parse('2026-11-22T06:00:00Z'), now, CHICAGO))).toBe('Sun, Nov 22, 12:00 AM');
  });

  it('of a calendar day are the same in every zone', () => {
    expect(dayInWords('2026-11-21', 'en-US')).toBe('Saturday, November 21');
    expect(shortDay('2026-03-01', 'es')).toBe('1 mar');
  });

  it.each([
    [-1, '0 min'],
    [59_999, '0 min'],
    [59 * MINUTE, '59 min'],
    [60 * MINUTE, '1 hr'],
    [125 * MINUTE, '2 hr 5 min'],
    [47 * 60 * MINUTE, '47 hr'],
    [48 * 60 * MINUTE, '2 days'],
  ])('as spans: %d ms is %s', (milliseconds, text) => {
    expect(plain(span(milliseconds, 'en'))).toBe(text);
  });
});

describe('exact moments', () => {
  it('name their zone: who reads them may be elsewhere', () => {
    const at = Date.parse('2026-11-21T22:20:05Z');
    expect(plain(exactly(at, CHICAGO))).toBe('Nov 21, 2026, 4:20:05 PM CST');
    expect(plain(exactly(Date.parse('2026-07-01T22:20:05Z'), CHICAGO))).toBe('Jul 1, 2026, 5:20:05 PM CDT');
    expect(plain(exactly(at, { tag: 'fr-CA', zone: 'America/Toronto' }))).toMatch(/17 ?h ?20 min 05 s (HNE|EST)/);
  });
});

describe('numbers', () => {
  it('are written as the language writes them', () => {
    expect(count(21_034, 'en-US')).toBe('21,034');
    expect(plain(count(21_034, 'fr'))).toBe('21 034');
    expect(percent(0.62, 'en-US')).toBe('62%');
    expect(plain(percent(0.62, 'fr'))).toBe('62 %');
  });

  it.each([
    [0.4, '0 min'],
    [12, '12 min'],
    [89, '89 min'],
    [90, '1 hr 30 min'],
    [120, '2 hr'],
    [119.7, '2 hr'],
    [599, '9 hr 59 min'],
    [4176, '70 hr'],
  ])('%d minutes are %s', (value, text) => {
    expect(plain(minutes(value, 'en'))).toBe(text);
  });
});

describe('phone numbers', () => {
  it.each([
    ['+15550102234', '(555) 010-2234', 'tel:+15550102234'],
    ['555 010 2234', '(555) 010-2234', 'tel:5550102234'],
    ['+442079460123', '+442079460123', 'tel:+442079460123'],
    ['555-010-2234 x12', '555-010-2234 x12', 'tel:5550102234'],
  ])('%s is shown as %s and dialled as %s', (phone, shown, dialled) => {
    expect([phoneInWords(phone), dialAddress(phone)]).toEqual([shown, dialled]);
  });
});
