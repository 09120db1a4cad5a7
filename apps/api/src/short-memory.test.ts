import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shortMemory } from './short-memory.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

it('makes the same of the same text, the very same', () => {
  const parsed = shortMemory<unknown>();
  expect(parsed.get('{"a":1}', JSON.parse)).toBe(parsed.get('{"a":1}', JSON.parse));
});

it('tells texts apart', () => {
  const parsed = shortMemory<unknown>();
  expect([parsed.get('[1]', JSON.parse), parsed.get('[2]', JSON.parse)]).toEqual([[1], [2]]);
});

describe('what is remembered', () => {
  it('is gone after five minutes though it was asked for each second, and nothing else', () => {
    let time = 0;
    const memory = shortMemory<number>(() => time);
    const make = (): number => time;
    for (; time < 20 * MINUTE; time += SECOND) expect(time - memory.get('name', make)).toBeLessThan(5 * MINUTE);
  });

  it('is made again once in two and a half minutes at most', () => {
    let time = 0;
    let made = 0;
    const memory = shortMemory<number>(() => time);
    for (; time < 20 * MINUTE; time += SECOND) memory.get('name', () => ++made);
    expect(made).toBeLessThanOrEqual(8);
  });

  it('is gone after a long silence', () => {
    let time = 0;
    const memory = shortMemory<number>(() => time);
    memory.get('name', () => 1);
    time = 6 * MINUTE;
    expect(memory.get('name', () => 2)).toBe(2);
  });

  it.each([
    ['short texts, some tens of thousands', 50_000, 10],
    ['long texts, some hundreds', 300, 60_000],
  ])('is so and so much: %s', (_, count, length) => {
    const memory = shortMemory<string>(() => 0);
    let made = 0;
    const make = (): string => `${++made}`.padStart(length);
    for (let key = 0; key < count; key++) memory.get(String(key).padStart(length), make);
    const lately = String(count - 1).padStart(length);
    expect(memory.get(lately, make).trim()).toBe(String(count));
    memory.get('0'.padStart(length), make);
    expect(made).toBe(count + (count * length > 16_000_000 ? 1 : 0));
  });

  it('is no text that would fill it alone', () => {
    const memory = shortMemory<number>(() => 0);
    memory.get('name', () => 1);
    const huge = 'x'.repeat(9_000_000);
    expect([memory.get(huge, () => 2), memory.get(huge, () => 3)]).toEqual([2, 3]);
    expect(memory.get('name', () => 4)).toBe(1);
  });
});

it('keeps no process alive', async () => {
  const memory = new URL('./short-memory.ts', import.meta.url);
  const script = `import { shortMemory } from '${memory}'; shortMemory().get('name', () => 1);`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
}, 60_000);

describe('a memory that nobody asks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lets go of what it holds in five minutes, and waits for nothing more', () => {
    const memory = shortMemory<object>();
    const weak = memory.get('name', () => ({}));
    expect(memory.get('name', () => ({}))).toBe(weak);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(5 * MINUTE);
    expect(vi.getTimerCount()).toBe(0);
    expect(memory.get('name', () => ({}))).not.toBe(weak);
  });
});
