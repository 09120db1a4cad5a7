import { type ContactVerdict, type Context, contactHistory, type Reason } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import type { Seal } from '../../secrets/seal.ts';
import { readTouch } from '../cadence/touch-row.ts';
import { loadContactHistories } from '../contact/load-contact-histories.ts';
import { verdictOf } from '../contact/verdict-of.ts';
import { openPerson } from '../customer/customer-person.ts';
import { openTaskPerson, type TaskPerson, type TaskRow } from './task-row.ts';

/** A task as screens show it. */
export interface TaskView extends TaskPerson {
  readonly row: TaskRow;
  readonly zone: string;
  /** Why it is there, then where it stands on the list. */
  readonly reasons: readonly Reason[];
  /** Of this moment; undefined for a task that nobody needs to do any more. */
  readonly verdict: ContactVerdict | undefined;
}

/** Verdicts of contact law on each row, by touch id, each in its store's context. */
export async function verdictsOn(
  runner: SqlRunner,
  seal: Seal,
  groupId: string,
  rows: readonly TaskRow[],
  contextOf: (storeId: string) => Context,
): Promise<ReadonlyMap<string, ContactVerdict>> {
  const histories = await loadContactHistories(runner, groupId, [...new Set(rows.map((row) => row.customerId))]);
  return new Map(
    rows.map((row) => {
      const { place } = openPerson(seal, groupId, row.nameSealed);
      const evidence = {
        history: histories.get(row.customerId) ?? contactHistory.empty,
        location: { areaCodes: row.areaCodes, ...place },
      };
      const touch = readTouch(row, row.ownerId ?? undefined);
      return [row.id, verdictOf(touch, evidence, contextOf(row.storeId))];
    }),
  );
}

/** The view of a row, with the reasons of its placement where it has one. */
export function taskView(
  seal: Seal,
  groupId: string,
  row: TaskRow,
  zone: string,
  verdict: ContactVerdict | undefined,
  placed: readonly Reason[] = [],
): TaskView {
  const lawful = verdict?.kind === 'allowed' ? verdict.reasons : [];
  return { ...openTaskPerson(seal, groupId, row), row, zone, reasons: [...row.reasons, ...placed, ...lawful], verdict };
}
