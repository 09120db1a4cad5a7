import { describe, expect, it } from 'vitest';
import { SqlError } from './database/sql-error.ts';
import { startRefusalOf } from './start-refusal.ts';

describe('a start that the database refuses', () => {
  it.each([
    ['08006', 'does not answer'],
    ['28P01', 'does not let the login of DATABASE_URL in'],
    ['3D000', 'is not there'],
    ['42501', 'may not do what is needed'],
    ['53300', 'short of connections'],
    ['55P03', 'for too long'],
    ['57P03', 'ends connections at present'],
  ])('is told in words where %s is', (sqlState, words) => {
    const refusal = startRefusalOf(new SqlError('what the server said', { sqlState }));
    expect(refusal).toContain(words);
    expect(refusal).toMatch(new RegExp(`: what the server said \\(${sqlState}\\)$`));
  });

  it.each(['42703', '23505', 'XX000'])('shows its stack where %s is: that is a bug', (sqlState) => {
    expect(startRefusalOf(new SqlError('column is not there', { sqlState }))).toBeUndefined();
  });
});

it('is no refusal where something else went wrong', () => {
  expect(startRefusalOf(new TypeError('Broken'))).toBeUndefined();
  expect(startRefusalOf('words')).toBeUndefined();
});
