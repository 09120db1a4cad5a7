import { AREA_CODE_ROWS } from './area-code-rows.ts';
import { POSTAL_LETTER_ROWS, type PostalRow, ZIP_ROWS } from './postal-rows.ts';
import type { Region } from './regions.ts';

/** What a piece of an address says: regions, and every zone it may lie in. */
export interface Place {
  readonly regions: readonly Region[];
  readonly zones: readonly string[];
}

const BY_PREFIX: ReadonlyMap<string, PostalRow> = new Map(
  [...ZIP_ROWS, ...POSTAL_LETTER_ROWS].flatMap((row) => prefixesOf(row).map((prefix) => [prefix, row] as const)),
);

/**
 * Where a US ZIP or a Canadian postal code lies; undefined when it is neither, or military.
 *
 * @example
 * placeOfPostalCode('32401')?.zones; // Panama City: ['America/Chicago', 'America/New_York']
 */
export function placeOfPostalCode(text: string): Place | undefined {
  const code = text.trim().toUpperCase();
  const prefix = /^(\d{3})\d{2}(?:[- ]?\d{4})?$/.exec(code)?.[1] ?? /^([A-Z])\d[A-Z](?: ?\d[A-Z]\d)?$/.exec(code)?.[1];
  const row = prefix === undefined ? undefined : BY_PREFIX.get(prefix);
  if (row === undefined || row.zones.length > 0) return row;
  return { regions: row.regions, zones: union(row.regions.map((region) => placeOfRegion(region).zones)) };
}

/** Every zone of a state or province: those of its area codes. */
export function placeOfRegion(region: Region): Place {
  const rows = AREA_CODE_ROWS.filter((row) => row.regions.includes(region));
  return { regions: [region], zones: union(rows.map((row) => row.zones)) };
}

/** The different values of several lists, in order of appearance. */
export function union<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Set(lists.flat())];
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
