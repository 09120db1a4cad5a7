import type { ObjectPlan } from './query-plan.ts';

/**
 * Root fields that people wait for all day. Each is answered by statements of its own as plain objects; none goes
 * through Prisma, whose plug-in loads by what it sees of a document, and none changes anything.
 */
export const HOT_FIELDS = [
  'viewer',
  'clock',
  'workPlan',
  'groupBoard',
  'storeBoard',
  'departmentBoard',
  'memberBoard',
] as const;

const HOT: ReadonlySet<string> = new Set([...HOT_FIELDS, '__typename']);

/** Whether a query asks for hot root fields alone. */
export function allRootsHot(root: ObjectPlan): boolean {
  return root.fields.every(({ field }) => HOT.has(field.name));
}
