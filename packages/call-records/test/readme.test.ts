import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readTwilioCsv, twilioReader } from '../src/index.ts';

it('does what the README shows', () => {
  const file = readFileSync(new URL('./fixtures/api-names.csv', import.meta.url));
  const { records, problems } = readTwilioCsv(file, { country: 'US', ownNumbers: ['+12075550100'] });
  const shown = [records[0]?.customerNumber, records[0]?.outcome, records[0]?.talkSeconds, problems.length];
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const told = [...readme.matchAll(/^(?:records|problems).*; \/\/ ('[^']*'|\d+)/gm)].map(([, value]) =>
    value?.startsWith("'") ? value.slice(1, -1) : Number(value),
  );
  expect(told).toEqual(shown);
});

it('offers the format to a server by its source', () => {
  expect(twilioReader.read('', { country: 'US' }).source).toBe(twilioReader.source);
});
