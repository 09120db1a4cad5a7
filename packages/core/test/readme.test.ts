import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as core from '../src/index.ts';
import { verdict, why } from './examples/may-i-call.ts';
import { today } from './examples/work-plan-of-crm-rows.ts';

const readme = read('../README.md');

it('shows the example that runs here, and what it answers', () => {
  expect(readme).toContain(`\`\`\`ts\n${read('./examples/may-i-call.ts').trim()}\n\`\`\``);
  expect(verdict).toMatchObject({ kind: 'notNow', next: Date.parse('2026-11-18T08:00:00-06:00') });
  expect(readme).toContain(`\`\`\`\n${why.join('\n')}\n\`\`\``);
});

it('names functions that exist', () => {
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => [...(row.split('|').at(-2) ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named.filter((name) => name === undefined || !(name in core))).toEqual([]);
});

it('shows on the front page what core makes of a CRM row, and its answer', () => {
  const front = read('../../../README.md');
  expect(front).toContain(`\`\`\`ts\n${read('./examples/work-plan-of-crm-rows.ts').trim()}\n\`\`\``);
  expect(today[0]).toMatch(/^internet-call-first: Due within 5 min of opening hours/);
  expect(front).toContain(`\`\`\`\n${today.join('\n')}\n\`\`\``);
});

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
