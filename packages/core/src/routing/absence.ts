import { compareText } from '../spine/compare-text.ts';
import { addDays, type Day } from '../spine/day.ts';
import type { AbsenceReason, Fact } from '../spine/fact.ts';
import type { Fold } from '../spine/fold.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { insertMark, type Mark } from '../spine/mark.ts';

interface AbsenceMark extends Mark {
  readonly absenceId: Id<'Fact'>;
}

/** What was said of a person's absences, each list in order. */
export interface AbsenceHistory {
  readonly marked: readonly (Mark & Pick<Absence, 'memberId' | 'from' | 'until' | 'why'>)[];
  readonly ended: readonly (AbsenceMark & { readonly backOn: Day })[];
  readonly caughtUp: readonly AbsenceMark[];
}

/** Some whole days on which a person is away. */
export interface Absence {
  /** The fact that marked it. */
  readonly absenceId: Id<'Fact'>;
  readonly memberId: Id<'Member'>;
  /** The first day. */
  readonly from: Day;
  /** The last day, as it was said; absent: until somebody says that the person is back. */
  readonly until?: Day;
  /** Absent: nobody needs to know. */
  readonly why?: AbsenceReason;
  readonly markedAt: Instant;
  /** Somebody said that the person is back, or was never away. */
  readonly endedAt?: Instant;
  /** The first day on which the person is there again; absent: nobody knows yet. */
  readonly backOn?: Day;
  /** The person has looked at what happened meanwhile. */
  readonly caughtUp: boolean;
}

/**
 * A person's absences as they were said, folded from any facts in any order.
 *
 * @example
 * const present = absentOn(absencesIn(foldAll(absenceHistory, facts)), today) === undefined;
 */
export const absenceHistory: Fold<AbsenceHistory, Fact> = {
  empty: { marked: [], ended: [], caughtUp: [] },
  add(history, fact) {
    const mark = { fact: fact.id, at: fact.at };
    switch (fact.kind) {
      case 'absence.marked': {
        const { memberId, from, until, why } = fact.data;
        const said = {
          memberId,
          from,
          ...(until !== undefined && { until }),
          ...(why !== undefined && { why }),
        };
        return { ...history, marked: inserted(history.marked, { ...mark, ...said }) };
      }
      case 'absence.ended': {
        const { absenceId, backOn } = fact.data;
        return { ...history, ended: inserted(history.ended, { ...mark, absenceId, backOn }) };
      }
      case 'absence.caughtUp':
        return { ...history, caughtUp: inserted(history.caughtUp, { ...mark, absenceId: fact.data.absenceId }) };
      default:
        return history;
    }
  },
};

/**
 * The absences of a person, the earliest first. Of several ends of one the first stands: who is back is back.
 *
 * @example
 * const [next] = absencesIn(history).filter(({ from }) => from > today);
 */
export function absencesIn({ marked, ended, caughtUp }: AbsenceHistory): readonly Absence[] {
  const absences = marked.map(({ fact: absenceId, at, ...said }): Absence => {
    const end = ended.find((each) => each.absenceId === absenceId);
    const backOn = earliest(said.until === undefined ? undefined : addDays(said.until, 1), end?.backOn);
    return {
      absenceId,
      ...said,
      markedAt: at,
      ...(end !== undefined && { endedAt: end.at }),
      ...(backOn !== undefined && { backOn }),
      caughtUp: caughtUp.some((each) => each.absenceId === absenceId),
    };
  });
  // Of one day, in the order in which they were said: that of a history's marks, and sorting keeps it.
  return absences.toSorted((a, b) => compareText(a.from, b.from));
}

/**
 * The absence because of which a person is away on a day of the store; undefined: the person is there.
 *
 * @example
 * const present = absentOn(absences, dayOf(calendar, now)) === undefined;
 */
export function absentOn(absences: readonly Absence[], day: Day): Absence | undefined {
  return absences.find(({ from, backOn }) => from <= day && (backOn === undefined || day < backOn));
}

/**
 * The absence of which somebody who is there again has not seen yet what happened meanwhile; the latest, if there are
 * several. Undefined while the person is away.
 *
 * @param today - of the store in which the person works
 *
 * @example
 * const absence = toCatchUpOn(absences, today);
 * if (absence !== undefined) tell(absence.from, absence.backOn);
 */
export function toCatchUpOn(absences: readonly Absence[], today: Day): Absence | undefined {
  if (absentOn(absences, today) !== undefined) return undefined;
  return absences.findLast(
    // Called off before it began, it has a way back that lies before it.
    ({ from, backOn, caughtUp }) => !caughtUp && backOn !== undefined && backOn <= today && from <= backOn,
  );
}

function earliest(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function inserted<M extends Mark>(list: readonly M[], mark: M): readonly M[] {
  return insertMark(list, mark);
}
