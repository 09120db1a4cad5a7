import { expect, it } from 'vitest';
import { HOUR, type Instant, instant, MINUTE, SECOND } from './instant.ts';
import { type ReasonData, reason } from './reason.ts';
import type { Locale } from './reason-texts.ts';
import { createReasonRenderer } from './render-reason.ts';

const NINE = instant(Date.parse('2026-11-21T16:00:00Z'));

it('tells a time in the zone it is asked for, with the day only when that is not today', () => {
  expect(say('{at:time}', { at: NINE }, 'en', NINE)).toBe('9:00 AM');
  expect(say('{at:time}', { at: NINE }, 'en', instant(NINE + 24 * HOUR))).toBe('Sat 9:00 AM');
  expect(say('{at:time}', { at: NINE }, 'en')).toBe('Sat 9:00 AM');
  // Still the same day in Denver, though the next one in UTC.
  expect(say('{at:time}', { at: NINE }, 'en', instant(NINE + 10 * HOUR))).toBe('9:00 AM');
});

it('tells one instant to readers of two zones', () => {
  const render = createReasonRenderer([{ 'a.code': { en: '{at:instant}', es: '', fr: '' } }]);
  const told = ['America/New_York', 'America/Phoenix'].map((zone) =>
    render(reason('a.code', { at: NINE }), 'en', zone),
  );
  expect(told.map((text) => text.replace(/\u202f/g, ' '))).toEqual(['Nov 21, 11:00 AM', 'Nov 21, 9:00 AM']);
});

it('tells instants and days as each language writes them', () => {
  expect(say('{at:instant}', { at: NINE }, 'en')).toBe('Nov 21, 9:00 AM');
  expect(say('{at:instant}', { at: NINE }, 'fr')).toBe('21 nov., 9 h 00');
  expect(say('{day:day}', { day: '2026-11-21' }, 'en')).toBe('Sat, Nov 21');
  expect(say('{day:day}', { day: '2026-11-21' }, 'es')).toBe('sáb, 21 de nov');
});

it.each([
  [0, '0 s'],
  [45 * SECOND, '45 s'],
  [5 * MINUTE, '5 min'],
  [5 * MINUTE + 59 * SECOND, '5 min'],
  [2 * HOUR, '2 h'],
  [2 * HOUR + 30 * MINUTE, '2 h 30 min'],
  [76 * HOUR + 59 * MINUTE, '3 d 4 h'],
  [-90 * MINUTE, '-1 h 30 min'],
])('tells %d milliseconds as %s', (wait, text) => {
  expect(say('{wait:duration}', { wait }, 'en')).toBe(text);
});

it('writes numbers and shares with the language’s own signs', () => {
  expect(say('{n:number} {p:percent}', { n: 1234.5, p: 0.625 }, 'en')).toBe('1,234.5 62.5%');
  expect(say('{n:number} {p:percent}', { n: 1234.5, p: 0.625 }, 'fr')).toBe('1 234,5 62,5 %');
});

it('translates the glossary’s words and leaves others', () => {
  expect(say('{channel:word}', { channel: 'text' }, 'es')).toBe('mensaje de texto');
  expect(say('{channel:word}', { channel: 'pigeon' }, 'es')).toBe('pigeon');
  expect(say('{channel:word}', { channel: 'toString' }, 'es')).toBe('toString');
});

it('shows plain data as they are, doubled braces as one, and what is missing as an ellipsis', () => {
  expect(say('{{a} {rule} {yes} {gone} {constructor}', { rule: 'us.fl.hours', yes: true }, 'en')).toBe(
    '{a} us.fl.hours true … …',
  );
});

it('never lets data pass for a placeholder', () => {
  expect(say('{a} {b}', { a: '{b}', b: '$&' }, 'en')).toBe('{b} $&');
});

it('shows a code that has no sentence', () => {
  const render = createReasonRenderer([]);
  expect(render(reason('old.code'), 'en', 'UTC')).toBe('old.code');
  expect(render(reason('toString'), 'en', 'UTC')).toBe('toString');
});

function say(sentence: string, data: ReasonData, locale: Locale, now?: Instant): string {
  const render = createReasonRenderer([{ 'a.code': { en: sentence, es: sentence, fr: sentence } }]);
  // ICU's versions differ in which space they put before AM and %.
  return render(reason('a.code', data), locale, 'America/Denver', now).replace(/[\u00a0\u202f]/g, ' ');
}
