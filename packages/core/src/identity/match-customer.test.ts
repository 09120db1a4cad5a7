import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectRenderable } from '../../test/support/texts.ts';
import { vectors } from '../../test/support/vectors.ts';
import { type Id, id } from '../spine/id.ts';
import type { PersonName } from './judge-name.ts';
import { type ContactKey, type IncomingPerson, type KnownCustomer, matchCustomer } from './match-customer.ts';
import { type Agreement, agreementOf } from './name-agreement.ts';
import { REASON_TEXTS } from './reason-texts.ts';

interface AgreementRow {
  readonly a: PersonName;
  readonly b: PersonName;
  readonly first: Agreement;
  readonly last: Agreement;
}

it.each(vectors<AgreementRow>('identity', 'agreements'))('compares $a with $b both ways', ({ a, b, ...expected }) => {
  expect(agreementOf(a, b)).toEqual(expected);
  expect(agreementOf(b, a)).toEqual(expected);
});

interface MatchRow {
  readonly it: string;
  readonly candidate: IncomingPerson;
  readonly known: readonly KnownCustomer[];
  readonly kind: string;
  readonly household: readonly string[];
  readonly reasons: readonly string[];
}

it.each(vectors<MatchRow>('identity', 'matches'))('$it', ({ it: _, candidate, known, ...expected }) => {
  const { reasons, ...match } = matchCustomer(candidate, known);
  expect({ ...match, reasons: reasons.map(({ code }) => code) }).toEqual(expected);
  for (const each of reasons) expectRenderable(REASON_TEXTS, each);
});

it('finds the same in any order of the known customers', () => {
  fc.assert(
    fc.property(candidateArb, knownArb, (candidate, known) => {
      expect(matchCustomer(candidate, known.toReversed())).toEqual(matchCustomer(candidate, known));
    }),
  );
});

it('makes one customer of two only when they share a key, and never of two known first names that disagree', () => {
  fc.assert(
    fc.property(candidateArb, knownArb, (candidate, known) => {
      const match = matchCustomer(candidate, known);
      if (match.kind !== 'same') return;
      const customer = known.find(({ customerId }) => customerId === match.customerId);
      if (customer === undefined) throw new Error('expected a known customer');
      expect([...candidate.phones, ...candidate.emails].map(({ key }) => String(key))).toEqual(
        expect.toSatisfy((keys: string[]) =>
          keys.some((key) => [...customer.phones, ...customer.emails].includes(key as never)),
        ),
      );
      expect(agreementOf(candidate.name, customer.name).first).not.toBe('no');
    }),
  );
});

// Helpers

const nameArb: fc.Arbitrary<PersonName> = fc
  .tuple(fc.constantFrom('Ann', 'Bob', undefined), fc.constantFrom('Lee', 'Garcia', undefined))
  .map(([first, last]) => ({ ...(first && { first }), ...(last && { last }) }));
const keysArb = <K extends string>(...names: string[]): fc.Arbitrary<readonly Id<K>[]> =>
  fc.subarray(names).map((chosen) => chosen.map((name) => id<K>(name)));
const givenArb = <K extends string>(...names: string[]): fc.Arbitrary<readonly ContactKey<Id<K>>[]> =>
  fc
    .tuple(keysArb<K>(...names), fc.boolean())
    .map(([keys, doubtful]) => keys.map((key, index) => ({ key, doubtful: doubtful && index === 0 })));
const candidateArb: fc.Arbitrary<IncomingPerson> = fc.record({
  name: nameArb,
  phones: givenArb<'Phone'>('p1', 'p2'),
  emails: givenArb<'Email'>('e1', 'e2'),
});
const knownArb: fc.Arbitrary<readonly KnownCustomer[]> = fc
  .array(
    fc.record({
      name: nameArb,
      phones: keysArb<'Phone'>('p1', 'p2'),
      emails: keysArb<'Email'>('e1', 'e2'),
    }),
    { maxLength: 4 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, customerId: id<'Customer'>(`c${index}`) })));
