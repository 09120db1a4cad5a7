import type { Disposition, FailureKind, KeyInResultVariables, PaperTasksResult } from '@beback/client';
import { readStored, writeStored } from '../base/store-room.ts';
import type { Refusal } from '../staff/refusal.ts';

export type PaperTask = PaperTasksResult['paperTasks']['tasks'][number];

/** What somebody typed off a sheet, as it stands in the fields. */
export interface RowValues {
  readonly day: string;
  readonly code: string;
  readonly disposition: Disposition;
  readonly time: string;
  readonly note: string;
  readonly appointmentDay: string;
  readonly appointmentTime: string;
  readonly againDay: string;
  readonly againTime: string;
}

/** What is typed, and not chosen. */
export const TYPED_FIELDS = [
  'code',
  'time',
  'note',
  'appointmentDay',
  'appointmentTime',
  'againDay',
  'againTime',
] as const satisfies readonly (keyof RowValues)[];

/** A row that was handed in. What is not saved keeps all that was typed. */
export interface KeyedRow {
  /** The same at each try. */
  readonly key: string;
  /** Whose sheet; undefined: of who types. */
  readonly memberId: string | undefined;
  readonly task: Pick<PaperTask, 'id' | 'channel' | 'customerName'>;
  readonly values: RowValues;
  readonly state: 'saving' | 'saved' | 'refused' | 'waits';
  /** Why it is refused: the rules' reasons, or the field that the server did not take; why it waits. */
  readonly refusal?: Refusal | { readonly field: string } | undefined;
}

/** The row as the server takes it. */
export function inputOf({ key, memberId, task, values }: KeyedRow): KeyInResultVariables['input'] {
  const { day, disposition, time, note, appointmentDay, appointmentTime, againDay, againTime } = values;
  return {
    ...{ key, taskId: task.id, day, disposition },
    ...(memberId !== undefined && { memberId }),
    ...(time !== '' && { time }),
    ...(note !== '' && { note }),
    ...(disposition === 'appointmentSet' && { appointment: { day: appointmentDay, time: appointmentTime } }),
    ...(againDay !== '' && { promise: { day: againDay, time: againTime } }),
  };
}

/** Kinds of failure after which the same row may go through. */
const PASSING: readonly FailureKind[] = ['offline', 'timeout', 'server', 'limited', 'signedOut'];

export function mayPass(kind: FailureKind): boolean {
  return PASSING.includes(kind);
}

const STORED = 'beback:keyed-in';

interface Kept {
  readonly memberId: string;
  readonly rows: readonly KeyedRow[];
}

/** Rows that the server does not have, from before a reload of this tab; none of somebody else who was signed in. */
export function keptRows(memberId: string): readonly KeyedRow[] {
  const kept = readStored<Kept>(() => sessionStorage, STORED);
  if (kept?.memberId !== memberId) return [];
  // Whether one that was on its way arrived is not known: under its key it arrives once.
  return kept.rows.map((row) => (row.state === 'saving' ? { ...row, state: 'waits' } : row));
}

export function keepRows(memberId: string, rows: readonly KeyedRow[]): void {
  const open = rows.filter(({ state }) => state !== 'saved');
  writeStored(() => sessionStorage, STORED, open.length === 0 ? undefined : { memberId, rows: open });
}
