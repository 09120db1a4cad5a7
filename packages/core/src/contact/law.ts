import type { Country, Region } from '../location/regions.ts';
import { type Day, day, dayNumber } from '../spine/day.ts';
import type { ReasonData } from '../spine/reason.ts';

/** The version of all law tables together: changed with every change of a row, kept in every verdict. */
export const LAW_TABLE_VERSION = '2026-11-21';

/** One dated, sourced row of a law table. Not legal advice: a dealer's counsel reads the sources. */
export interface Law {
  /** Stable id, `us.fl.hours`. */
  readonly rule: string;
  /** Where it holds: a country, or one state or province. */
  readonly in: Country | Region;
  /** The statute where we know it, else who says so. */
  readonly source: string;
  /** When we last read the source. */
  readonly checkedOn: Day;
  /** Date of effect; where the source names none, the date at which it lists the rule as in force. */
  readonly effectiveFrom: Day;
  /** The same as days since 1970-01-01. */
  readonly effectiveDay: number;
  /** `high`: statute or regulation and a second source agree; `medium`: one source; `low`: sources disagree. */
  readonly confidence: 'high' | 'medium' | 'low';
}

const CHECKED = day('2026-11-21');

/** The part that all rows share, in one line of a table. */
export function law(
  rule: string,
  where: Law['in'],
  effectiveFrom: string,
  source: string,
  confidence: Law['confidence'] = 'high',
): Law {
  const from = day(effectiveFrom);
  const effectiveDay = dayNumber(from);
  return { rule, in: where, source, checkedOn: CHECKED, effectiveFrom: from, effectiveDay, confidence };
}

/** What every reason that rests on a law carries as evidence. */
export function lawEvidence(row: Law): ReasonData {
  const { rule, source, checkedOn, effectiveFrom, confidence } = row;
  return { rule, source, checkedOn, effectiveFrom, confidence, table: LAW_TABLE_VERSION };
}
