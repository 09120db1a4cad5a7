/** Opened values by what they were opened from. */
export interface OpenedValues {
  /** What `open` made of these bytes under that name, or makes now. */
  readonly get: (name: string, sealed: Uint8Array, open: () => string) => string;
}

const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 20_000;

/**
 * Remembers what was opened, for a person's list is read again after each call: the same name and bytes always open to
 * the same text, and to nothing else. What nobody asks for is gone after ten minutes at the latest once others are asked
 * for, so what was erased does not stay.
 *
 * @param now - real time in milliseconds
 */
export function openedValues(now: () => number = () => performance.now()): OpenedValues {
  let young = new Map<string, string>();
  let old = new Map<string, string>();
  let begun = now();
  return {
    get: (name, sealed, open) => {
      const key = `${name}|${Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).toString('latin1')}`;
      const kept = young.get(key);
      if (kept !== undefined) return kept;
      if (young.size >= MOST_KEPT || now() - begun >= KEPT_MS) {
        old = now() - begun >= 2 * KEPT_MS ? new Map() : young;
        young = new Map();
        begun = now();
      }
      const text = old.get(key) ?? open();
      young.set(key, text);
      return text;
    },
  };
}
