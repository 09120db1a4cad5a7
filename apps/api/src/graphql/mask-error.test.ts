import { GraphQLError } from 'graphql';
import pino from 'pino';
import { expect, it } from 'vitest';
import { InputError, NotFoundError, SignedOutError } from './errors.ts';
import { maskError } from './mask-error.ts';

const silent = pino({ level: 'silent' });
const wrapped = (cause: Error) => new GraphQLError(cause.message, { originalError: cause, path: ['lead'] });

it.each([
  [new InputError('first', '1 to 100'), { code: 'input', field: 'first', allowed: '1 to 100' }],
  [new NotFoundError('Lead'), { code: 'notFound' }],
  [new SignedOutError(), { code: 'signedOut' }],
])('keeps what is expected, with its code: %s', (error, extensions) => {
  expect(maskError(wrapped(error), silent, 'r')).toMatchObject({ message: error.message, extensions, path: ['lead'] });
});

it('keeps what GraphQL itself says of an operation', () => {
  const syntax = new GraphQLError('Syntax Error: Expected Name');
  expect(maskError(syntax, silent, 'r')).toBe(syntax);
});

it.each([new Error('password of the database'), new TypeError('x is not a function')])('hides a bug: %s', (error) => {
  const masked = maskError(wrapped(error), silent, 'request-1');
  expect(JSON.stringify(masked)).not.toContain(error.message);
  expect(masked.extensions).toEqual({ code: 'bug', requestId: 'request-1' });
  expect(maskError('not even an error', silent, 'r').extensions).toEqual({ code: 'bug', requestId: 'r' });
});
