import { AREA_CODE_ROWS } from './area-code-rows.ts';
import { POSTAL_LETTER_ROWS, type PostalRow, ZIP_ROWS } from './postal-rows.ts';
import { CA_REGIONS, type Region, US_REGIONS } from './regions.ts';

/** What a piece of an address says: regions, and every zone it may lie in. */
export interface Place {
  readonly regions: readonly Region[];
  readonly zones: readonly string[];
}

const BY_REGION: ReadonlyMap<Region, Place> = new Map(
  [...US_REGIONS, ...CA_REGIONS].map((region) => {
    const rows = AREA_CODE_ROWS.filter((row) => row.regions.includes(region));
    return [region, { regions: [region], zones: union(rows.map((row) => row.zones)) }];
  }),
);

const WITHOUT_ZONES: ReadonlyMap<Region, Place> = new Map(
  [...BY_REGION.keys()].map((region) => [region, { regions: [region], zones: [] }]),
);

const BY_PREFIX: ReadonlyMap<string, Place> = new Map(
  [...ZIP_ROWS, ...POSTAL_LETTER_ROWS].flatMap((row) => {
    const place =
      row.zones.length > 0 ? row : { ...row, zones: union(row.regions.map((each) => placeOfRegion(each).zones)) };
    return prefixesOf(row).map((prefix) => [prefix, place] as const);
  }),
);

/** Those of ZIP codes by their three digits. */
const BY_NUMBER: readonly (Place | undefined)[] = Array.from({ length: 1000 }, (_, number) =>
  BY_PREFIX.get(String(number).padStart(3, '0')),
);

/**
 * Where a US ZIP or a Canadian postal code lies; undefined when it is neither, or military.
 *
 * @example
 * placeOfPostalCode('32401')?.zones; // Panama City: ['America/Chicago', 'America/New_York']
 */
export function placeOfPostalCode(text: string): Place | undefined {
  const plain = plainPrefixOf(text);
  if (plain >= 0) return BY_NUMBER[plain];
  const prefix = prefixOf(text);
  return prefix === undefined ? undefined : BY_PREFIX.get(prefix);
}

function prefixOf(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return /^(\d{3})\d{2}(?:[- ]?\d{4})?$/.exec(code)?.[1] ?? /^([A-Z])\d[A-Z](?: ?\d[A-Z]\d)?$/.exec(code)?.[1];
}

/** Of five digits the first three as a number; -1: it is no plain ZIP. Most addresses are: no text is made of them. */
function plainPrefixOf(text: string): number {
  if (text.length !== 5) return -1;
  let value = 0;
  for (let k = 0; k < 5; k++) {
    const digit = text.charCodeAt(k) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    if (k < 3) value = value * 10 + digit;
  }
  return value;
}

/** Every zone of a state or province: those of its area codes. */
export function placeOfRegion(region: Region): Place {
  const place = BY_REGION.get(region);
  if (place === undefined) throw new Error(`placeOfRegion: ${region} is in no list of regions`);
  return place;
}

/** A state or province that says nothing of the zone. */
export function regionAlone(region: Region): Place {
  return WITHOUT_ZONES.get(region) ?? { regions: [region], zones: [] };
}

/** The different values of several lists, in order of appearance. */
export function union<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [only, ...more] = lists;
  return more.length === 0 ? (only ?? []) : [...new Set(lists.flat())];
}

/** A row's prefixes, ranges spelled out. */
export function prefixesOf(row: PostalRow): readonly string[] {
  return row.prefixes.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('-');
    if (first === last) return [first];
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, i) => String(Number(first) + i).padStart(3, '0'));
  });
}
