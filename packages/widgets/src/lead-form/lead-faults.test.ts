import { describe, expect, it } from 'vitest';
import { type Faults, faultsOf, fieldNamed } from './lead-faults.ts';
import { EMPTY, type LeadValues } from './lead-values.ts';

const filled = (over: Partial<LeadValues>): LeadValues => ({
  ...EMPTY,
  firstName: 'Ann',
  phone: '5550102234',
  ...over,
});

describe('faultsOf', () => {
  it.each<[string, Partial<LeadValues>, Faults]>([
    ['a name and a number', {}, {}],
    ['a last name alone', { firstName: '', lastName: 'Lee' }, {}],
    ['blanks for a name', { firstName: '  ' }, { firstName: 'nameMissing' }],
    ['an address alone', { phone: '', email: 'ann@example.com' }, {}],
    ['no way to answer', { phone: '' }, { phone: 'reachMissing' }],
    ['a number with punctuation', { phone: '+1 (555) 010-2234' }, {}],
    ['a number without its area code', { phone: '010-2234' }, { phone: 'phoneShape' }],
    ['letters for a number', { phone: 'call me maybe' }, { phone: 'phoneShape' }],
    ['an address without a domain', { email: 'ann@' }, { email: 'emailShape' }],
    ['an address that ends in a dot', { email: 'ann@example.' }, { email: 'emailShape' }],
    [
      'a wish for a call without a number',
      { phone: '', email: 'a@b.co', preferredChannel: 'call' },
      { phone: 'phoneForCall' },
    ],
    [
      'a wish for a text without a number',
      { phone: '', email: 'a@b.co', preferredChannel: 'text' },
      { phone: 'phoneForText' },
    ],
    ['a wish for mail without an address', { preferredChannel: 'email' }, { email: 'emailForEmail' }],
  ])('answers %s', (_, over, faults) => {
    expect(faultsOf(filled(over))).toEqual(faults);
  });
});

describe('fieldNamed', () => {
  it.each([
    ['phone', 'phone'],
    ['vehicle.vin', undefined],
    ['toString', undefined],
  ])('takes %s for %s', (name, field) => {
    expect(fieldNamed(name)).toBe(field);
  });
});
