import { expect, it } from 'vitest';
import { shortMemory } from './short-memory.ts';

it('makes the same of the same text, the very same', () => {
  const parsed = shortMemory<unknown>();
  expect(parsed.get('{"a":1}', JSON.parse)).toBe(parsed.get('{"a":1}', JSON.parse));
});

it('tells texts apart', () => {
  const parsed = shortMemory<unknown>();
  expect([parsed.get('[1]', JSON.parse), parsed.get('[2]', JSON.parse)]).toEqual([[1], [2]]);
});

it('holds no more than some tens of thousands', () => {
  const memory = shortMemory<string>(() => 0);
  let made = 0;
  const make = (key: string): string => `${++made} ${key}`;
  for (let key = 0; key < 50_000; key++) memory.get(String(key), make);
  expect(memory.get('0', make)).toBe('50001 0');
  expect(memory.get('49999', make)).toBe('50000 49999');
});
