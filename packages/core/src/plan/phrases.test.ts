import { expect, it } from 'vitest';
import { LOCALES } from '../spine/reason-texts.ts';
import { APPOINTMENT_PHRASES } from './appointment-phrases.ts';
import { PLAN_PHRASES } from './plan-phrases.ts';
import { POLICY_PHRASES } from './policy-phrases.ts';

const TABLES = { APPOINTMENT_PHRASES, PLAN_PHRASES, POLICY_PHRASES };

it.each(Object.entries(TABLES))(
  'has every phrase of %s in every language, with the same places to fill',
  (_, table) => {
    expect(Object.keys(table).sort()).toEqual([...LOCALES].sort());
    const english = phrasesIn(table.en);
    for (const locale of LOCALES) {
      const phrases = phrasesIn(table[locale]);
      expect(phrases.map(([path]) => path).sort(), locale).toEqual(english.map(([path]) => path).sort());
      for (const [path, phrase] of phrases) expect(phrase, `${path} in ${locale}`).toMatch(/\p{L}/u);
      expect(placesIn(phrases), locale).toEqual(placesIn(english));
    }
  },
);

// Helpers

function phrasesIn(table: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(table).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[here, value] as const] : phrasesIn(value, here);
  });
}

function placesIn(phrases: readonly (readonly [string, string])[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    phrases.map(([path, phrase]) => [path, [...phrase.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()]),
  );
}
