import { shortMemory } from '../short-memory.ts';

/** Opened values by what they were opened from. */
export interface OpenedValues {
  /** What `open` made of these bytes under that name, or makes now. */
  readonly get: (name: string, sealed: Uint8Array, open: () => string) => string;
}

/**
 * Remembers for minutes what was opened: the same name and bytes always open to the same text, and to nothing else.
 *
 * @param now - real time in milliseconds
 */
export function openedValues(now?: () => number): OpenedValues {
  const texts = shortMemory<string>(now);
  /** By the very array, for statements that hand out again what they read before; nobody changes bytes that were read. */
  const ofArray = new WeakMap<Uint8Array, { readonly name: string; readonly text: string }>();
  return {
    get: (name, sealed, open) => {
      const known = ofArray.get(sealed);
      if (known?.name === name) return known.text;
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).toString('latin1');
      const text = texts.get(`${name}|${bytes}`, open);
      ofArray.set(sealed, { name, text });
      return text;
    },
  };
}
