import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { E164 } from './call-record.ts';

/** North American numbers as every system writes them need no library. */
const NORTH_AMERICAN = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

/** Reads phone numbers as of one country, each text once: a file repeats the same few lines over and over. */
export function phoneReader(country: string): (text: string) => E164 | undefined {
  if (!isSupportedCountry(country)) {
    throw new RangeError(`country: expected an ISO 3166-1 alpha-2 code such as "US", got ${JSON.stringify(country)}`);
  }
  const known = new Map<string, E164 | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const number = readNumber(text, country as CountryCode);
    known.set(text, number);
    return number;
  };
}

function readNumber(text: string, country: CountryCode): E164 | undefined {
  // Spreadsheets are kept from rounding numbers by a leading apostrophe or by ="…".
  const bare = text.replace(/^'|^="|"$/g, '').trim();
  if (NORTH_AMERICAN.test(bare)) return bare as E164;
  if (!/^[+\d(][\d\s().-]{5,24}$/.test(bare)) return undefined;
  const number = parsePhoneNumberFromString(bare, country);
  if (number === undefined) return undefined;
  return number.isValid() || NORTH_AMERICAN.test(number.number) ? (number.number as E164) : undefined;
}
