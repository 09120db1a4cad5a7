import { describe, expect, it } from 'vitest';
import { chooseSpeech } from './locale.ts';

describe('chooseSpeech', () => {
  it.each([
    [['es'], 'es', 'es'],
    [['es-US', 'en'], 'es', 'es-US'],
    [['FR_ca'], 'fr', 'FR-ca'],
    [['de', 'fr-CA'], 'fr', 'fr-CA'],
    [['', null, undefined, 'es'], 'es', 'es'],
    [['esperanto', 'fr'], 'fr', 'fr'],
    [['en-!', 'es'], 'es', 'es'],
    [['de'], 'en', 'en-US'],
    [[], 'en', 'en-US'],
  ])('of %j speaks %s and writes dates as in %s', (wished, language, tag) => {
    expect(chooseSpeech(wished)).toEqual({ language, tag });
    expect(() => new Intl.DateTimeFormat(chooseSpeech(wished).tag)).not.toThrow();
  });
});
