import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

it('the README names every variable of the environment, and no other', () => {
  const [, table = ''] = /\n\| variable \|[^\n]*\n[^\n]*\n((?:\|[^\n]*\n)+)/.exec(read('../../../README.md')) ?? [];
  const told = table.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)]);
  const known = [...read('../src/environment.ts').matchAll(/^ {2}([A-Z][A-Z_]+): variable\(/gm)];
  expect(known.length).toBeGreaterThan(10);
  expect(told.map(([, name]) => name).sort()).toEqual(known.map(([, name]) => name).sort());
});
