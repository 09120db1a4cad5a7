import { expect, it, vi } from 'vitest';
import { newId } from './new-id.ts';

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('is a UUID of version 7 that begins with the time', () => {
  const before = Date.now();
  const id = newId();
  expect(id).toMatch(UUID_7);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
});

it('goes up strictly, within a millisecond, beyond its counter and when the clock steps back', () => {
  const ids = Array.from({ length: 10_000 }, newId);
  const back = Date.now() - 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(back);
  ids.push(...Array.from({ length: 10_000 }, newId));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(-10)) expect(id).toMatch(UUID_7);
});
