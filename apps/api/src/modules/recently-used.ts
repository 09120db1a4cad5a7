export interface RecentlyUsed<V> {
  get(key: string): V | undefined;
  /** Keeps the value and hands it back. */
  keep(key: string, value: V): V;
}

/** A cache of pure derivations: the least recently used entry goes when there are more than `most`. */
export function recentlyUsed<V>(most: number): RecentlyUsed<V> {
  const entries = new Map<string, V>();
  const keep = (key: string, value: V): V => {
    entries.delete(key);
    entries.set(key, value);
    if (entries.size > most) entries.delete(entries.keys().next().value ?? '');
    return value;
  };
  return {
    get: (key) => {
      const value = entries.get(key);
      return value === undefined ? undefined : keep(key, value);
    },
    keep,
  };
}
