import { expect, it } from 'vitest';
import { newId } from '../../database/new-id.ts';
import { receiptOf } from './receipt.ts';

it('names a lead by eight letters and digits that nobody confuses', () => {
  expect(receiptOf('019c2f3e-8a10-7000-9f2c-5f0000000000')).toBe('BB-0000-0000');
  expect(receiptOf('019c2f3e-8a10-7000-9f2c-5fffffffffff')).toBe('BB-ZZZZ-ZZZZ');
  expect(receiptOf('019c2f3e-8a10-7000-9f2c-5f0a6b1c2d3e')).toBe('BB-19NH-RB9Y');
});

it('gives leads of the same millisecond different names', () => {
  const ids = Array.from({ length: 1_000 }, () => newId());
  expect(new Set(ids.map(receiptOf)).size).toBe(1_000);
});
