import { expect, it } from 'vitest';
import { refusalWords } from './refusal-words.ts';

it('names the field as the page does, and what is taken there', () => {
  const refusal = {
    __typename: 'InputError',
    field: 'administrator.name',
    allowed: 'a name, 1 to 200 characters',
  } as const;
  expect(refusalWords(refusal, { 'administrator.name': 'Your name' })).toBe(
    'Please check “Your name”: a name, 1 to 200 characters.',
  );
  expect(refusalWords(refusal)).toContain('“administrator.name”');
});

it('gives every reason of a refusal, and words of its own where there are none', () => {
  const reasons = [{ text: 'It was decided.' }, { text: 'Ana did it.' }];
  expect(refusalWords({ __typename: 'RefusedError', reasons })).toBe('It was decided. Ana did it.');
  expect(refusalWords({ __typename: 'RefusedError', reasons: [] })).toBe('The rules do not allow this.');
  expect(refusalWords({ __typename: 'RefusedError' })).toBe('The rules do not allow this.');
});
