/** Reads JSON from a storage that a page may forbid; undefined when there is none. */
export function readStored<T>(storage: () => Storage, name: string): T | undefined {
  try {
    return JSON.parse(storage().getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes JSON, or takes it away; a storage that is forbidden or full keeps nothing, and breaks nothing. */
export function writeStored(storage: () => Storage, name: string, value: unknown): void {
  try {
    if (value === undefined) storage().removeItem(name);
    else storage().setItem(name, JSON.stringify(value));
  } catch {
    // Nothing is kept.
  }
}
