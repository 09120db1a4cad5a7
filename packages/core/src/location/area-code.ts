import { AREA_CODE_ROWS, type AreaCodeRow } from './area-code-rows.ts';
import type { Region } from './regions.ts';

/** Where the numbers of an area code may lie. */
export interface AreaCode {
  readonly regions: readonly Region[];
  /** IANA names. */
  readonly zones: readonly string[];
}

const BY_CODE: ReadonlyMap<string, AreaCodeRow> = new Map(
  AREA_CODE_ROWS.flatMap((row) => row.codes.split(' ').map((code) => [code, row] as const)),
);

/** Every area code of the table, ascending. */
export const AREA_CODES: readonly string[] = [...BY_CODE.keys()].sort();

/**
 * Where a US or Canadian area code lies; undefined for a toll-free or an unknown one.
 *
 * @example
 * areaCode('850')?.zones; // ['America/Chicago', 'America/New_York']
 */
export function areaCode(code: string): AreaCode | undefined {
  return BY_CODE.get(code);
}
