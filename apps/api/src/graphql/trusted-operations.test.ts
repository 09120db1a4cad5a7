import { createHash } from 'node:crypto';
import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from './schema.ts';
import { trustedTexts } from './trusted-operations.ts';

const schema = buildSchema();

it.each([...trustedTexts('public'), ...trustedTexts('staff')])(
  'keeps %s under the sha256 of its text, in terms of the schema',
  (id, text) => {
    expect(createHash('sha256').update(text).digest('hex')).toBe(id);
    expect(validate(schema, parse(text))).toEqual([]);
  },
);
