import { getCountries } from 'libphonenumber-js/min';
import { lookup } from './lookup.ts';

const ALIASES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  america: 'US',
  can: 'CA',
  mex: 'MX',
  méxico: 'MX',
  uk: 'GB',
  england: 'GB',
};

let byName: ReadonlyMap<string, string> | undefined;

/**
 * The ISO 3166-1 alpha-2 code of a country given by code or by its English name, or null.
 *
 * @example
 * countryCode('Paraguay'); // 'PY'
 */
export function countryCode(text: string): string | null {
  const key = text.trim().toLowerCase();
  byName ??= namesOfCountries();
  return lookup(ALIASES, key) ?? byName.get(key) ?? null;
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return new Map(
    getCountries().flatMap((code) => [
      [code.toLowerCase(), code] as const,
      [(names.of(code) ?? code).toLowerCase(), code] as const,
    ]),
  );
}
