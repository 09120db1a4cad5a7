/** What was made of a text before, by that text. */
export interface ShortMemory<V> {
  /** What `make` made of this key, or makes now. What throws is not remembered. */
  readonly get: (key: string, make: (key: string) => V) => V;
}

/** So long anything is remembered at most, however often it is asked for. */
const KEPT_MS = 5 * 60_000;
/** Of keys and what was made of them, in characters: some tens of megabytes. */
const MOST_CHARACTERS = 16_000_000;
/** What an entry takes beside its text, in characters. */
const ENTRY = 100;

/**
 * Remembers pure derivations for minutes, because people read the same lists again and again. Whatever is in it is gone
 * after five minutes, asked for or not, in a busy process and in an idle one: what was erased from the database does not
 * stay here.
 *
 * Two generations: the younger one takes what is new for half of the time, and is then the older one for the other half.
 * Nothing passes from one to the other, so that nobody stays young by being asked for.
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
  let characters = 0;
  let begun = now();
  let timer: NodeJS.Timeout | undefined;

  const turn = (): void => {
    const age = now() - begun;
    // Late: as if it had been in time.
    begun = age >= KEPT_MS / 2 && age < KEPT_MS ? begun + KEPT_MS / 2 : now();
    old = age < KEPT_MS ? young : new Map();
    young = new Map();
    characters = 0;
    clearTimeout(timer);
    timer = old.size > 0 ? later() : undefined;
  };
  /** Nobody may ask for a long time. It keeps no process alive. */
  const later = (): NodeJS.Timeout => setTimeout(turn, KEPT_MS / 2).unref();

  return {
    get: (key, make) => {
      if (now() - begun >= KEPT_MS / 2) turn();
      const known = young.get(key) ?? old.get(key);
      if (known !== undefined) return known;
      const value = make(key);
      const size = ENTRY + key.length + (typeof value === 'string' ? value.length : key.length);
      if (size > MOST_CHARACTERS / 2) return value;
      if (characters + size > MOST_CHARACTERS / 2) turn();
      young.set(key, value);
      characters += size;
      timer ??= later();
      return value;
    },
  };
}
