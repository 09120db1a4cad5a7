import {
  type ContactHistory,
  type ContactVerdict,
  type Context,
  contactHistory,
  type Reason,
  reason,
} from '@beback/core';
import { readTouch } from '../cadence/touch-row.ts';
import { verdictOf } from '../contact/verdict-of.ts';
import type { TaskPerson, TaskRow } from './task-row.ts';

/** A task as screens show it. */
export interface TaskView extends TaskPerson {
  readonly row: TaskRow;
  readonly zone: string;
  /** Why it is there, then where it stands on the list, then what contact law says. */
  readonly reasons: readonly Reason[];
  /** Of this moment; undefined for a task that nobody needs to do any more. */
  readonly verdict: ContactVerdict | undefined;
}

/** What contact law says of a row in its store's context, by what it asks of the customer's past. */
export function verdictOn(
  { place }: Pick<TaskPerson, 'place'>,
  row: TaskRow,
  history: ContactHistory | undefined,
  context: Context,
): ContactVerdict {
  const evidence = {
    history: history ?? contactHistory.empty,
    location: { areaCodes: row.areaCodes, ...place },
  };
  return verdictOf(readTouch(row, row.ownerId ?? undefined), evidence, context);
}

/** Why a row stands where it does, as it was placed; contact law is asked anew. */
export function placedReasons({ state, placement, placedReasons: reasons }: TaskRow): readonly Reason[] {
  return state === 'due' && placement !== 'blocked' ? reasons : [];
}

/** The view of a row, with the reasons of its place where it has one. */
export function taskView(
  person: TaskPerson,
  row: TaskRow,
  zone: string,
  verdict: ContactVerdict | undefined,
  placed: readonly Reason[] = [],
): TaskView {
  return {
    ...person,
    row,
    zone,
    reasons: [...row.reasons, ...placed, ...lawOf(verdict)],
    verdict,
  };
}

function lawOf(verdict: ContactVerdict | undefined): readonly Reason[] {
  if (verdict === undefined) return [];
  const wait = verdict.kind === 'notNow' ? [reason('workday.lawfulFrom', { from: verdict.next })] : [];
  return [...wait, ...verdict.reasons];
}
