/** What was made of a text before, by that text. */
export interface ShortMemory<V> {
  /** What `make` made of this key, or makes now. What throws is not remembered. */
  readonly get: (key: string, make: (key: string) => V) => V;
}

const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 20_000;

/**
 * Remembers pure derivations for minutes, because people read the same lists again and again. What nobody asks for is
 * gone after ten minutes at the latest once others are asked for, so what was erased does not stay.
 *
 * @param now - real time in milliseconds
 *
 * @example
 * const parsed = shortMemory<unknown>();
 * parsed.get('{"a":1}', JSON.parse); // the same object each time: nobody may change it
 */
export function shortMemory<V>(now: () => number = () => performance.now()): ShortMemory<V> {
  let young = new Map<string, V>();
  let old = new Map<string, V>();
  let begun = now();
  return {
    get: (key, make) => {
      const kept = young.get(key);
      if (kept !== undefined) return kept;
      const age = now() - begun;
      if (young.size >= MOST_KEPT || age >= KEPT_MS) {
        old = age >= 2 * KEPT_MS ? new Map() : young;
        young = new Map();
        begun += age;
      }
      const value = old.get(key) ?? make(key);
      young.set(key, value);
      return value;
    },
  };
}
