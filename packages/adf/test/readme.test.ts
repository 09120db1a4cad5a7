import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hasCustomer, leadIdOf, parseAdf } from '../src/index.ts';

it('does what the README shows', () => {
  const bytesOrText = readFileSync(new URL('./fixtures/strict.xml', import.meta.url));
  const { prospects, warnings, raw } = parseAdf(bytesOrText, {
    country: 'US',
    zone: 'America/Chicago',
    receivedAt: '2026-11-21T15:00:00Z',
  });
  expect(raw).toContain('<adf>');
  expect(warnings).toEqual([]);
  expect(prospects.length).toBe(1);
  for (const prospect of prospects) {
    const shown = [
      prospect.fullName,
      prospect.phones[0]?.e164,
      prospect.vehicles[0]?.model,
      hasCustomer(prospect),
      leadIdOf(prospect)?.value,
    ];
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const told = [...readme.matchAll(/^ {2}.*; \/\/ ('[^']*'|true)/gm)].map(([, value]) =>
      value === 'true' ? true : value?.slice(1, -1),
    );
    expect(shown).toEqual(told);
  }
});
