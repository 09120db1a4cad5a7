/** The texts of a document while it is written: those that can be come back to, and the one at hand. */
export interface EditHistory<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** The field that is being filled in: what is typed there is one step back. */
  readonly field?: string;
}

/** Steps back that are kept; a text is some ten kilobytes. */
const KEPT = 200;

export function newHistory<T>(present: T): EditHistory<T> {
  return { past: [], present, future: [] };
}

/** @param field - the field that is being filled in; without it the change is a step of its own */
export function edited<T>(history: EditHistory<T>, present: T, field?: string): EditHistory<T> {
  const goesOn = field !== undefined && field === history.field;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-KEPT);
  return { past, present, future: [], ...(field !== undefined && { field }) };
}

export function undone<T>({ past, present, future, ...rest }: EditHistory<T>): EditHistory<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, ...rest };
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redone<T>({ past, present, future, ...rest }: EditHistory<T>): EditHistory<T> {
  const [next, ...others] = future;
  if (next === undefined) return { past, present, future, ...rest };
  return { past: [...past, present], present: next, future: others };
}
