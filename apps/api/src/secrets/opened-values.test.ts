import { expect, it } from 'vitest';
import { openedValues } from './opened-values.ts';

const MINUTE = 60_000;
const bytes = (...values: number[]) => Uint8Array.from(values);

it('opens the same bytes under the same name once', () => {
  const { values, opened } = watched();
  expect([values.get('a', bytes(1, 2), opened), values.get('a', bytes(1, 2), opened)]).toEqual(['1', '1']);
});

it('opens other bytes, and the same under another name, by themselves', () => {
  const { values, opened } = watched();
  values.get('a', bytes(1, 2), opened);
  expect(values.get('a', bytes(1, 3), opened)).toBe('2');
  expect(values.get('b', bytes(1, 2), opened)).toBe('3');
});

it('keeps nothing of what did not open', () => {
  const { values, opened } = watched();
  const refused = () => {
    throw new Error('changed');
  };
  expect(() => values.get('a', bytes(1), refused)).toThrow('changed');
  expect(values.get('a', bytes(1), opened)).toBe('1');
});

it('forgets in five minutes what is asked for all the time', () => {
  const { values, opened, pass } = watched();
  const texts = Array.from({ length: 12 }, () => {
    pass(MINUTE / 2);
    return values.get('a', bytes(1), opened);
  });
  expect(texts.slice(0, 4)).toEqual(['1', '1', '1', '1']);
  expect(new Set(texts).size).toBe(2);
});

it('forgets all after a long silence', () => {
  const { values, opened, pass } = watched();
  values.get('a', bytes(1), opened);
  pass(11 * MINUTE);
  values.get('a', bytes(2), opened);
  expect(values.get('a', bytes(1), opened)).toBe('3');
});

// Helpers

/** `opened` answers how often something was opened. */
function watched() {
  let time = 0;
  let count = 0;
  return {
    values: openedValues(() => time),
    opened: () => String(++count),
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}
