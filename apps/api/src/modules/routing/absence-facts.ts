import { type Absence, absenceHistory, absencesIn, foldAll, type Id } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { FACT_JSON, type FactJsonRow, readFactJson } from '../fact/fact-row.ts';

/**
 * The facts of a member's absences as JSON, for a select list. `$1` is the group.
 *
 * @param member - an expression of the member's id, such as `m.id`
 */
export function absenceFactsOf(member: string): string {
  return `(select coalesce(json_agg(${FACT_JSON}), '[]'::json) from fact f
            where f.group_id = $1 and f.member_id = ${member}
              and f.kind in ('absence.marked', 'absence.ended', 'absence.caughtUp'))`;
}

export function absencesOf(facts: readonly FactJsonRow[]): readonly Absence[] {
  return absencesIn(foldAll(absenceHistory, facts.map(readFactJson)));
}

const ABSENCES = statement('absences of a member', `select ${absenceFactsOf('$2::uuid')} as facts`);
const WHOSE = statement(
  'whose absence',
  `select f.member_id as "memberId" from fact f
    where f.group_id = $1 and f.id = $2 and f.kind = 'absence.marked'`,
);

/** A member's absences, the earliest first. */
export async function loadAbsences(runner: SqlRunner, groupId: string, memberId: string): Promise<readonly Absence[]> {
  const [row] = await runner.sql<{ readonly facts: readonly FactJsonRow[] }>(ABSENCES, [groupId, memberId]);
  return absencesOf(row?.facts ?? []);
}

/** Whose an absence is; undefined for one that is unknown. */
export async function memberOfAbsence(
  runner: SqlRunner,
  groupId: string,
  absenceId: string,
): Promise<Id<'Member'> | undefined> {
  const [row] = await runner.sql<{ readonly memberId: Id<'Member'> }>(WHOSE, [groupId, absenceId]);
  return row?.memberId;
}
