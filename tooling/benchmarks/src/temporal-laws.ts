import {
  ATTEMPT_LAWS,
  BASIS_LAWS,
  COURTESY_HOURS,
  HOURS_LAWS,
  LAW_TABLE_VERSION,
  type Law,
  type ReasonData,
  UNKNOWN_PLACE_HOURS,
} from '@beback/core';

/** Countries and states whose rules may hold. */
export type Places = readonly Law['in'][];

const EFFECTIVE = new Map<Law, Temporal.PlainDate>(
  [...HOURS_LAWS, ...ATTEMPT_LAWS, ...BASIS_LAWS, COURTESY_HOURS, UNKNOWN_PLACE_HOURS].map((law) => [
    law,
    Temporal.PlainDate.from(law.effectiveFrom),
  ]),
);

export function isEffective(law: Law, date: Temporal.PlainDate): boolean {
  const effective = EFFECTIVE.get(law);
  return effective !== undefined && Temporal.PlainDate.compare(effective, date) <= 0;
}

export function holds(law: Law, places: Places, date: Temporal.PlainDate): boolean {
  return places.includes(law.in) && isEffective(law, date);
}

export function evidenceOf({ rule, source, checkedOn, effectiveFrom, confidence }: Law): ReasonData {
  return { rule, source, checkedOn, effectiveFrom, confidence, table: LAW_TABLE_VERSION };
}

export function utcDateOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO('UTC').toPlainDate();
}

export function laterOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}

export function earlierOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}
