import { mayContact } from '@beback/core';
import { expect, it } from 'vitest';
import { contactCases } from './contact-cases.ts';
import { temporalContact } from './temporal-contact.ts';

it('gives the verdicts of mayContact with their reasons, so that both do the same work', () => {
  const kinds = new Set<string>();
  for (const { history, attempt, context } of contactCases(3000)) {
    const verdict = mayContact(history, attempt, context);
    expect(temporalContact(history, attempt, context)).toEqual(verdict);
    kinds.add(verdict.kind);
  }
  expect([...kinds].sort()).toEqual(['allowed', 'never', 'notNow']);
});
