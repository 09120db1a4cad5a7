import { createHash } from 'node:crypto';
import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from './schema.ts';
import { readTrustedOperations, trustedTexts } from './trusted-operations.ts';

const schema = buildSchema();

it.each([...trustedTexts('public'), ...trustedTexts('staff')])(
  'keeps %s under the sha256 of its text, in terms of the schema',
  (id, text) => {
    expect(createHash('sha256').update(text).digest('hex')).toBe(id);
    expect(validate(schema, parse(text))).toEqual([]);
  },
);

it('knows the operations of a program beside ours by the sha256 of their texts, to members alone', () => {
  const text = '{ clock { now } }';
  const id = createHash('sha256').update(text).digest('hex');
  expect(readTrustedOperations(schema).has(id)).toBe(false);
  expect(readTrustedOperations(schema, [text]).get(id)).toMatchObject({ text, isPublic: false, streams: false });
  expect(() => readTrustedOperations(schema, ['{ clock { then } }'])).toThrow(RangeError);
});
