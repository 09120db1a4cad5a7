import { readFileSync } from 'node:fs';
import { LOCALES } from '@beback/core';
import { expect, it } from 'vitest';
import { PREFERENCES_WORDING } from './save-preferences.ts';
import { PREFERENCES_WORDINGS, wordingText } from './wordings.ts';

// The widgets are no part of the server: their words are read as text.
const WIDGET = new URL('../../../../../packages/widgets/src/preferences/', import.meta.url);
const FILES = { en: 'preferences.texts.ts', es: 'preferences.es.ts', fr: 'preferences.fr.ts' } as const;

it.each(LOCALES)('keeps the very words that the page of choices shows in %s', (locale) => {
  const shown = readFileSync(new URL(FILES[locale], WIDGET), 'utf8');
  const read = shown.replaceAll(/\$(\{store\})/g, '$1');
  expect(read).toContain(PREFERENCES_WORDINGS[PREFERENCES_WORDING][locale]);
});

it('tells what was read by its version, of the page and of the form', () => {
  expect(wordingText('preferences-1.en', 'Cedar Ford')).toContain('agree that Cedar Ford may contact me so');
  expect(wordingText('lead-form-1.fr', 'Cedar Ford')).toContain('J’accepte que Cedar Ford');
  expect(wordingText('preferences-2.en', 'Cedar Ford')).toBeUndefined();
  expect(wordingText('lead-form-9.en', undefined)).toBeUndefined();
  expect(wordingText('preferences-1.de', 'Cedar Ford')).toBeUndefined();
});

it('puts no name of another day where the name that was read was not kept', () => {
  expect(wordingText('preferences-1.en', undefined)).toContain('agree that [name of the store] may contact me so');
  expect(wordingText('lead-form-1.fr', undefined)).toContain('J’accepte que [nom du magasin]');
});
