import type { Disposition } from '@beback/client';
import { DISPOSITIONS_OF_CHANNEL, readSheetCode } from '@beback/core';
import type { KeyInWords } from './key-in-words.ts';
import type { PaperTask, RowValues } from './keyed-row.ts';

/** What was typed, or the first field that is not right, and why. */
export type ReadRow =
  | { readonly ok: true; readonly task: PaperTask; readonly values: RowValues }
  | { readonly ok: false; readonly field: string; readonly fault: string };

/** Tasks that a typed code may mean: hardly ever more than one. */
export function tasksOfCode(typed: string, tasks: readonly PaperTask[]): readonly PaperTask[] {
  const code = readSheetCode(typed);
  return code === undefined ? [] : tasks.filter(({ sheetCode }) => sheetCode === code);
}

/**
 * Reads the fields of a row.
 *
 * @param settled - ids of tasks that were keyed in since the tasks were asked for
 */
export function readRow(
  form: FormData,
  tasks: readonly PaperTask[],
  settled: ReadonlySet<string>,
  texts: KeyInWords,
): ReadRow {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const wrong = (field: string, fault: string): ReadRow => ({ ok: false, field, fault });
  const faults = texts.faults;
  const day = text('day');
  if (day === '') return wrong('day', faults.day);
  const matches = tasksOfCode(text('code'), tasks);
  const task = matches.find(({ id }) => id === text('task')) ?? matches[0];
  if (task === undefined) return wrong('code', faults.code);
  if (task.state === 'done' || settled.has(task.id)) {
    return wrong('code', faults.done(task.customerName ?? texts.nobodyNamed));
  }
  const allowed: readonly Disposition[] = DISPOSITIONS_OF_CHANNEL[task.channel];
  const disposition = allowed.find((each) => each === text('outcome'));
  if (text('outcome') === '') return wrong('outcome', faults.outcome);
  if (disposition === undefined) return wrong('outcome', faults.outcomeOf(texts.channels[task.channel]));
  const values: RowValues = {
    ...{ day, disposition, code: task.sheetCode },
    time: text('time'),
    note: text('note'),
    appointmentDay: text('appointmentDay'),
    appointmentTime: text('appointmentTime'),
    againDay: text('againDay'),
    againTime: text('againTime'),
  };
  const hasAppointment = values.appointmentDay !== '' && values.appointmentTime !== '';
  if (disposition === 'appointmentSet' && !hasAppointment) return wrong('appointmentDay', faults.appointment);
  if ((values.againDay === '') !== (values.againTime === '')) return wrong('againDay', faults.again);
  return { ok: true, task, values };
}
