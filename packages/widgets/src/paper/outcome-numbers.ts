import type { Disposition } from '@beback/client';

/** Outcomes by the number under which they stand beside a box on paper: whoever keys them in types it. */
const OUTCOMES = [
  'spoke',
  'leftMessage',
  'noAnswer',
  'wrongNumber',
  'sent',
  'appointmentSet',
  'notInterested',
] as const satisfies readonly Disposition[];

/** The number of an outcome, from 1: the same in every language, on every sheet. */
export function outcomeNumber(disposition: Disposition): number {
  return OUTCOMES.indexOf(disposition) + 1;
}
