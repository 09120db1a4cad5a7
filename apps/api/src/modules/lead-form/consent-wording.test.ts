import { LOCALES } from '@beback/core';
import { expect, it } from 'vitest';
import { consentDrafts, consentText, currentConsent, storeNameIn } from './consent-wording.ts';

it.each(LOCALES)('shows a wording in %s that names the store, and that its version finds again', (locale) => {
  const text = consentText(currentConsent(locale), 'Lakeside Ford');
  expect(text).toContain('Lakeside Ford');
  expect(text).not.toContain('{');
});

it.each(['', 'lead-form-1', 'lead-form-1.de', 'lead-form-0.en', 'toString.en', 'lead-form-1.toString'])(
  'knows no wording of the version “%s”',
  (version) => {
    expect(consentText(version, 'Lakeside Ford')).toBeUndefined();
  },
);

it('names a store as it is written, whatever characters are in its name', () => {
  expect(consentText('lead-form-1.en', 'Ca$$h $& Carry')).toContain('I agree that Ca$$h $& Carry may');
});

it('allows contact by what was given with it, and by nothing else', () => {
  const channels = (phones: string[], emails: string[]) =>
    consentDrafts('lead-form-1.en', 'Cedar Ford', { phones, emails }).map(({ channel }) => channel);
  expect(channels(['+13125557201'], [])).toEqual(['call', 'text']);
  expect(channels([], ['ann@mail.example'])).toEqual(['email']);
  expect(channels(['+13125557201'], ['ann@mail.example'])).toEqual(['call', 'text', 'email']);
});

it('keeps with a consent the name that the store bore in its wording', () => {
  const shown = consentText('lead-form-1.fr', 'Garage d’Été & fils') ?? '';
  expect(storeNameIn('lead-form-1.fr', shown)).toBe('Garage d’Été & fils');
  expect(storeNameIn('lead-form-1.en', shown)).toBeUndefined();
  expect(storeNameIn('lead-form-0.en', shown)).toBeUndefined();
  const [draft] = consentDrafts('lead-form-1.en', 'Cedar Ford', { phones: ['+13125557201'], emails: [] });
  expect(draft).toMatchObject({ wording: 'lead-form-1.en', wordingStore: 'Cedar Ford' });
  const [old] = consentDrafts('lead-form-1.en', undefined, { phones: ['+13125557201'], emails: [] });
  expect(old).not.toHaveProperty('wordingStore');
});
