import { describe, expect, it } from 'vitest';
import type { AdfId } from './adf-document.ts';
import { hasCustomer, leadIdOf } from './has-customer.ts';
import { parseAdf } from './parse-adf.ts';

const STORE = { country: 'US', zone: 'America/Chicago', receivedAt: '2026-11-21T15:00:00Z' };
const read = (inner: string) => {
  const [prospect] = parseAdf(`<adf><prospect>${inner}</prospect></adf>`, STORE).prospects;
  if (prospect === undefined) throw new Error('no prospect');
  return prospect;
};
const contact = (inner: string) => read(`<customer><contact>${inner}</contact></customer>`);

describe('hasCustomer', () => {
  it.each([
    ['<name part="full">Wren</name>', true],
    ['<phone>207-555-0131</phone>', true],
    ['<email>wren@example.org</email>', true],
    ['<phone type="fax">207-555-0131</phone>', false],
    ['<phone>555-0131</phone>', false],
    ['<email>wren</email>', false],
    ['<name part="full">Not specified</name>', false],
    ['', false],
  ])('%s: %s', (inner, expected) => {
    expect(hasCustomer(contact(inner))).toBe(expected);
  });
});

describe('leadIdOf', () => {
  const id = (value: string, source: string | null, sequence: number | null = null): AdfId => ({
    value,
    source,
    sequence,
    from: 'element',
  });
  const of = (...externalIds: AdfId[]) => leadIdOf({ externalIds })?.value ?? null;

  it("prefers the id that calls itself the lead's, then the originator's", () => {
    expect(of(id('SPRING', 'EventName', 1), id('4711', 'LeadId', 2))).toBe('4711');
    expect(of(id('B-200', 'crm', 2), id('A-100', 'Harborside', 1))).toBe('A-100');
  });

  it('takes no constant for an id', () => {
    expect(of(id('SPRING', 'CampaignId', 1), id('D-14', 'DealerCode', 2))).toBeNull();
    expect(of(id('1', 'Harborside'))).toBeNull();
    expect(of()).toBeNull();
  });

  it('takes a single id whatever its source is called', () => {
    expect(of(id('Q-55120', 'name of promotion'))).toBe('Q-55120');
  });

  it('takes an id from a comment only when no element has one', () => {
    const fromComment: AdfId = { ...id('7730012', 'App ID'), from: 'comment' };
    expect(of(fromComment, id('60031', 'Credit desk', 1))).toBe('60031');
    expect(of(fromComment)).toBe('7730012');
  });
});
