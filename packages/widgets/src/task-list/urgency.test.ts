import { describe, expect, it } from 'vitest';
import { at } from '../../test/support/make.ts';
import { lawfulnessOf, urgencyOf } from './urgency.ts';

const time = (text: string): number => Date.parse(at(text));

describe('urgencyOf', () => {
  const task = { from: at('10:00'), deadline: at('10:05') };

  it.each([
    ['09:59', { kind: 'later', from: time('10:00') }],
    ['10:00', { kind: 'due', deadline: time('10:05'), leftMilliseconds: 300_000 }],
    ['10:05', { kind: 'due', deadline: time('10:05'), leftMilliseconds: 0 }],
    ['10:06', { kind: 'late', deadline: time('10:05'), lateMilliseconds: 60_000 }],
  ])('at %s', (now, urgency) => {
    expect(urgencyOf(task, time(now))).toEqual(urgency);
  });
});

describe('lawfulnessOf', () => {
  it.each([
    [{ lawfulUntil: at('20:00'), nextLawful: null }, '19:59', { kind: 'allowed', until: time('20:00') }],
    [{ lawfulUntil: at('20:00'), nextLawful: null }, '20:00', { kind: 'notNow', next: undefined }],
    [{ lawfulUntil: null, nextLawful: at('08:00') }, '07:00', { kind: 'notNow', next: time('08:00') }],
    // The next lawful moment has come, but the verdict is an old one: only the server can say yes.
    [{ lawfulUntil: null, nextLawful: at('08:00') }, '08:00', { kind: 'notNow', next: undefined }],
    [{ lawfulUntil: null, nextLawful: null }, '10:00', { kind: 'notNow', next: undefined }],
  ])('%j at %s', (task, now, expected) => {
    expect(lawfulnessOf(task, time(now))).toEqual(expected);
  });
});
