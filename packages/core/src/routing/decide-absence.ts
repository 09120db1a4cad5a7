import type { FactDraft } from '../opportunity/fact-draft.ts';
import type { Day } from '../spine/day.ts';
import type { AbsenceReason } from '../spine/fact.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { reason } from '../spine/reason.ts';
import { ok, type Result, refuse } from '../spine/result.ts';
import type { Absence } from './absence.ts';

/** Somebody is to be away from a day on. */
export interface AbsenceWish {
  readonly memberId: Id<'Member'>;
  readonly from: Day;
  /** The last day; absent: until somebody says that the person is back. */
  readonly until?: Day;
  readonly why?: AbsenceReason;
  readonly byId: Id<'Member'>;
}

/** Why an absence is not marked or ended. */
export type AbsenceRefusal =
  | 'absence.past'
  | 'absence.backwards'
  | 'absence.overlaps'
  | 'absence.unknown'
  | 'absence.over';

/** When a decision is made, by the calendar of the store in which the person works. */
export interface AbsenceMoment {
  readonly now: Instant;
  readonly today: Day;
}

/**
 * Decides whether somebody is away: from today or a later day on, and not twice on one day.
 *
 * @param absences - of the person, as known so far
 *
 * @example
 * const marked = markAbsent(absences, { memberId, from: today, byId: manager }, { now, today });
 */
export function markAbsent(
  absences: readonly Absence[],
  wish: AbsenceWish,
  { now, today }: AbsenceMoment,
): Result<FactDraft, AbsenceRefusal> {
  const { from, until } = wish;
  if (from < today) return refuse(reason('absence.past', { from, today }));
  if (until !== undefined && until < from) return refuse(reason('absence.backwards', { from, until }));
  const other = absences.find((absence) => overlaps(absence, wish));
  if (other !== undefined) return refuse(reason('absence.overlaps', { from: other.from }));
  return ok({ kind: 'absence.marked', at: now, data: wish });
}

/**
 * Decides that somebody is back, from today on. An absence that has not begun is called off.
 *
 * @example
 * const back = endAbsence(absences, absenceId, manager, { now, today });
 */
export function endAbsence(
  absences: readonly Absence[],
  absenceId: Id<'Fact'>,
  byId: Id<'Member'>,
  { now, today }: AbsenceMoment,
): Result<FactDraft, AbsenceRefusal> {
  const absence = absences.find((each) => each.absenceId === absenceId);
  if (absence === undefined) return refuse(reason('absence.unknown'));
  const { memberId, backOn } = absence;
  if (backOn !== undefined && backOn <= today) return refuse(reason('absence.over'));
  return ok({ kind: 'absence.ended', at: now, data: { absenceId, memberId, backOn: today, byId } });
}

/**
 * Notes that the person has looked at what happened meanwhile; once it is noted, nothing more is.
 *
 * @returns nothing to record for an absence that is unknown, not over, or was looked at before.
 *
 * @example
 * const [draft] = catchUp(absences, absenceId, { now, today });
 */
export function catchUp(
  absences: readonly Absence[],
  absenceId: Id<'Fact'>,
  { now, today }: AbsenceMoment,
): readonly FactDraft[] {
  const absence = absences.find((each) => each.absenceId === absenceId);
  if (absence === undefined || absence.caughtUp || absence.backOn === undefined || absence.backOn > today) return [];
  return [{ kind: 'absence.caughtUp', at: now, data: { absenceId, memberId: absence.memberId } }];
}

function overlaps({ from, backOn }: Absence, wish: Pick<AbsenceWish, 'from' | 'until'>): boolean {
  if (backOn !== undefined && backOn <= from) return false;
  return (wish.until === undefined || from <= wish.until) && (backOn === undefined || wish.from < backOn);
}
