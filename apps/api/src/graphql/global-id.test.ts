import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NotFoundError } from './errors.ts';
import { decodeGlobalId, encodeGlobalId, idOf, idOrNothing } from './global-id.ts';

const ID = '019c0000-0000-7000-8000-00000000abcd';

it('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.constantFrom('Store', 'Lead', 'Member'), fc.uuid(), (typename, id) => {
      expect(decodeGlobalId(encodeGlobalId(typename, id))).toEqual({ typename, id });
    }),
  );
});

it('keeps the colons of a task’s id', () => {
  const touch = `${ID}:internet-call-first:0`;
  expect(idOf('Task', encodeGlobalId('Task', touch))).toBe(touch);
});

it('takes nothing but a UUID for what lies in a uuid column, so that the database never answers with a cast error', () => {
  for (const id of ['1', "' or 1=1", ID.toUpperCase(), `${ID}0`, '']) {
    expect(decodeGlobalId(encodeGlobalId('Lead', id))).toBeUndefined();
  }
});

it('never throws on what a client sends', () => {
  fc.assert(fc.property(fc.string(), (text) => void decodeGlobalId(text)));
});

it('answers a malformed id and one of another type like an unknown one', () => {
  for (const globalId of ['', 'no id', encodeGlobalId('Store', ID)]) {
    expect(() => idOf('Lead', globalId)).toThrow(new NotFoundError('Lead'));
    expect(idOrNothing('Lead', globalId)).toBe('00000000-0000-0000-0000-000000000000');
  }
});
