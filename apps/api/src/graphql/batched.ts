import type { RequestContext } from './context.ts';

/** Loads one by id; all that a request asks for in one turn of the event loop are loaded by one statement. */
export type Batched<V> = (context: RequestContext, id: string) => Promise<V | null>;

interface Batch<V> {
  readonly ids: string[];
  readonly values: Promise<readonly (V | null)[]>;
}

/**
 * Makes a batching loader over one that takes many ids and answers in their order. What was loaded is kept for the
 * request and no longer.
 *
 * @example
 * const loadMember = batched<MemberView>((context, ids) => membersById(context, ids));
 */
export function batched<V>(
  loadMany: (context: RequestContext, ids: string[]) => Promise<readonly (V | null)[]>,
): Batched<V> {
  const loaded = new WeakMap<RequestContext, Map<string, Promise<V | null>>>();
  const open = new WeakMap<RequestContext, Batch<V>>();

  const batchOf = (context: RequestContext): Batch<V> => {
    const waiting = open.get(context);
    if (waiting !== undefined) return waiting;
    const ids: string[] = [];
    const values = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      open.delete(context);
      return loadMany(context, ids);
    });
    const batch = { ids, values };
    open.set(context, batch);
    return batch;
  };
  return (context, id) => {
    const known = loaded.get(context) ?? new Map<string, Promise<V | null>>();
    loaded.set(context, known);
    const one = known.get(id);
    if (one !== undefined) return one;
    const { ids, values } = batchOf(context);
    const place = ids.push(id) - 1;
    const value = values.then((all) => all[place] ?? null);
    known.set(id, value);
    return value;
  };
}
