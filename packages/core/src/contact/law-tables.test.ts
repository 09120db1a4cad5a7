import { expect, it } from 'vitest';
import { CA_REGIONS, US_REGIONS } from '../location/regions.ts';
import { dayNumber } from '../spine/day.ts';
import { ATTEMPT_LAWS } from './attempt-laws.ts';
import { BASIS_LAWS, CONFIRMATION_LAW, REVOCATION_LAW } from './basis-laws.ts';
import { COURTESY_HOURS, HOURS_LAWS, UNKNOWN_PLACE_HOURS } from './hours-laws.ts';
import { type Law, lawEvidence } from './law.ts';

const HOURS = [...HOURS_LAWS, COURTESY_HOURS, UNKNOWN_PLACE_HOURS];
const ROWS: readonly Law[] = [...HOURS, ...ATTEMPT_LAWS, ...BASIS_LAWS, REVOCATION_LAW, CONFIRMATION_LAW];

it('gives each rule an id of its own, by which a verdict can be looked up years later', () => {
  const ids = ROWS.map(({ rule }) => rule);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^(us|ca|default)\.[a-zA-Z]+\.[a-zA-Z]+$/);
});

it.each(ROWS.map((row) => [row.rule, row] as const))(
  'says of %s where it holds, since when, and who says so',
  (rule, row) => {
    expect(['USA', 'CAN', ...US_REGIONS, ...CA_REGIONS]).toContain(row.in);
    expect(row.source).toMatch(/\w{3}/);
    expect(row.effectiveDay).toBe(dayNumber(row.effectiveFrom));
    expect(row.effectiveFrom <= row.checkedOn).toBe(true);
    expect(['high', 'medium', 'low']).toContain(row.confidence);
    const { source, checkedOn, effectiveFrom, confidence } = row;
    expect(lawEvidence(row)).toEqual({
      rule,
      source,
      checkedOn,
      effectiveFrom,
      confidence,
      table: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  },
);

it('names a rule of one place after it', () => {
  for (const row of ROWS) {
    if (row.in === 'USA' || row.in === 'CAN') continue;
    expect(row.rule).toMatch(new RegExp(`^us\\.${row.in.toLowerCase()}\\.`));
  }
});

it.each(HOURS.map((row) => [row.rule, row] as const))('gives %s seven days of hours that a day has', (_, { week }) => {
  expect(week).toHaveLength(7);
  for (const hours of week) {
    if (hours === undefined) continue;
    expect(hours.from).toBeGreaterThanOrEqual(0);
    expect(hours.from).toBeLessThan(hours.until);
    expect(hours.until).toBeLessThanOrEqual(24 * 60);
  }
});

it('asks each ground for something that a customer can have given', () => {
  for (const { rule, anyOf, channels, purposes } of BASIS_LAWS) {
    expect(Math.min(anyOf.length, channels.length, purposes.length), rule).toBeGreaterThan(0);
  }
});
