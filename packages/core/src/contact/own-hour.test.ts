import { expect, it } from 'vitest';
import { at, NEW_YORK } from '../../test/support/plan-context.ts';
import { id } from '../spine/id.ts';
import { ownHour } from './own-hour.ts';

it.each([
  ['two answers near six', ['17 17:50', '18 18:10'], 18 * 60],
  ['two answers an hour apart', ['17 17:00', '18 18:00'], 17 * 60 + 30],
  ['two answers more than an hour apart', ['17 17:00', '18 18:01'], undefined],
  ['one answer', ['17 18:00'], undefined],
  ['no answer', [], undefined],
  ['the median, not the mean', ['16 17:30', '17 18:00', '18 18:10'], 18 * 60],
  ['the larger group', ['13 18:00', '16 18:20', '17 18:10', '18 10:00', '19 10:00'], 18 * 60 + 10],
  ['of equal groups the later one', ['13 18:00', '16 18:00', '17 10:00', '18 10:00'], 10 * 60],
  ['the whole minute before the middle', ['17 18:00', '18 18:05'], 18 * 60 + 2],
  ['a claim and its record once', ['17 18:00', '17 18:15'], undefined],
  ['two calls of one evening', ['17 18:00', '17 18:16'], 18 * 60 + 8],
])('takes of %s the hour', (_, times, minutes) => {
  expect(ownHour(times.map(answer), NEW_YORK)?.minutes).toBe(minutes);
});

it('names the answers near the hour and no others, in any order of arrival', () => {
  const answers = ['18 18:10', '13 09:00', '17 17:50'].map(answer);
  const hour = ownHour(answers, NEW_YORK);
  expect(hour?.near.map(({ fact }) => fact)).toEqual(['17 17:50', '18 18:10']);
  expect(ownHour(answers.toReversed(), NEW_YORK)).toEqual(hour);
});

it('reads the hour on the wall, on both sides of the end of summer time', () => {
  const summer = { fact: id<'Fact'>('a'), at: at('2026-10-30T18:00:00-04:00') };
  const winter = { fact: id<'Fact'>('b'), at: at('2026-11-03T18:00:00-05:00') };
  expect(ownHour([summer, winter], NEW_YORK)?.minutes).toBe(18 * 60);
});

it('leaves out answers from before the days that the zone was compiled for', () => {
  const old = { fact: id<'Fact'>('old'), at: at('2020-01-01T18:00:00-05:00') };
  expect(ownHour([old, answer('17 18:00')], NEW_YORK)).toBeUndefined();
});

// Helpers

/** An answer on a day of November 2026, New York's winter time. */
function answer(time: string) {
  return { fact: id<'Fact'>(time), at: at(`2026-11-${time.replace(' ', 'T')}:00-05:00`) };
}
