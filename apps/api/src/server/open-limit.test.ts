import { expect, it } from 'vitest';
import { openLimit } from './open-limit.ts';

it('holds open so many for each key, and another once one is closed', () => {
  const limit = openLimit(2);
  const first = limit.open('ana');
  expect(limit.open('ana')).toBeTypeOf('function');
  expect(limit.open('ana')).toBeUndefined();
  expect(limit.open('ben')).toBeTypeOf('function');
  first?.();
  expect(limit.open('ana')).toBeTypeOf('function');
  expect(limit.open('ana')).toBeUndefined();
});

it('counts a closing once', () => {
  const limit = openLimit(2);
  const first = limit.open('ana');
  limit.open('ana');
  first?.();
  first?.();
  limit.open('ana');
  expect(limit.open('ana')).toBeUndefined();
});
