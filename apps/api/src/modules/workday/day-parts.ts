import type { SelectedFields } from '../../graphql/selected-fields.ts';
import { TASK_PARTS, type TaskPart } from './task-row.ts';

/** What of a day costs more than its rows: `law` is what contact law asks of each customer's past. */
export const DAY_PARTS = ['done', 'overload', 'law', ...TASK_PARTS] as const;
export type DayPart = 'done' | 'overload' | 'law' | TaskPart;
export type DayParts = ReadonlySet<DayPart>;

export const WHOLE_DAY: DayParts = new Set(DAY_PARTS);

/** Where the customer is, law asks of area codes and of the address beside the name. */
const LAW: readonly DayPart[] = ['law', 'areaCodes', 'name'];

/** What a field is made of; one that is not named here is made of all. */
const MADE_OF: Readonly<Record<string, Readonly<Record<string, readonly DayPart[]>>>> = {
  WorkPlan: {
    ...nothing('day', 'zone', 'asOf', 'member', 'left', 'tasks'),
    done: ['done'],
    overload: ['overload'],
  },
  Task: {
    ...nothing('id', 'sheetCode', 'channel', 'purpose', 'state', 'from', 'best', 'deadline', 'vehicle', 'lastActivity'),
    ...nothing('appointmentAt', 'appointmentConfirmedAt', 'opportunityId', 'storeName', 'zone', 'firstResponse'),
    lawfulUntil: LAW,
    nextLawful: LAW,
    reasons: ['reasons', ...LAW],
    customerName: ['name'],
    phone: ['phone'],
    email: ['email'],
    planNumber: ['planNumber'],
  },
  LastActivity: { ...nothing('at', 'channel', 'disposition'), note: ['note'] },
};

/** How tasks are ordered: see `TaskOrder` in the schema. */
export const TASK_ORDERS = ['best', 'placed'] as const;
export type TaskOrder = (typeof TASK_ORDERS)[number];

const partsOf = new WeakMap<SelectedFields, Map<TaskOrder, DayParts>>();

/** What has to be loaded of a day, by what a query asks of it and in which order. */
export function dayPartsOf(asked: SelectedFields, order: TaskOrder): DayParts {
  const ofOrders = partsOf.get(asked) ?? new Map<TaskOrder, DayParts>();
  partsOf.set(asked, ofOrders);
  const parts = ofOrders.get(order) ?? collectParts(asked, order);
  ofOrders.set(order, parts);
  return parts;
}

// Helpers

function collectParts(asked: SelectedFields, order: TaskOrder): DayParts {
  const parts = new Set<DayPart>(order === 'best' && asked.get('WorkPlan')?.has('tasks') ? LAW : []);
  for (const [type, madeOf] of Object.entries(MADE_OF)) {
    for (const name of asked.get(type) ?? []) {
      if (name === '__typename') continue;
      for (const part of madeOf[name] ?? DAY_PARTS) parts.add(part);
    }
  }
  return parts;
}

function nothing(...names: readonly string[]): Readonly<Record<string, readonly DayPart[]>> {
  return Object.fromEntries(names.map((name) => [name, []]));
}
