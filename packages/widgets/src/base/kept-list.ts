import { readStored, writeStored } from './store-room.ts';

/** What a list keeps: something that somebody has handed in and that could not be sent yet. */
interface Kept {
  /** When it was handed in, in epoch milliseconds. */
  readonly at: number;
}

/** What waits in this browser to be sent, from this tab or another one. What has waited too long is forgotten. */
export class KeptList<T extends Kept> {
  readonly #name: string;
  readonly #longestMilliseconds: number;
  readonly #idOf: (item: T) => string;

  /** @param idOf - of two items with the same id the list keeps the later one. */
  constructor(name: string, longestMilliseconds: number, idOf: (item: T) => string) {
    this.#name = name;
    this.#longestMilliseconds = longestMilliseconds;
    this.#idOf = idOf;
  }

  read(now: number): readonly T[] {
    const stored = readStored<readonly T[]>(() => localStorage, this.#name);
    const kept = Array.isArray(stored) ? stored.filter(({ at }) => now - at <= this.#longestMilliseconds) : [];
    if (stored !== undefined && kept.length !== stored.length) this.#write(kept);
    return kept;
  }

  keep(item: T, now: number): void {
    this.#write([...this.#others(this.#idOf(item), now), item]);
  }

  drop(id: string, now: number): void {
    this.#write(this.#others(id, now));
  }

  #others(id: string, now: number): readonly T[] {
    return this.read(now).filter((item) => this.#idOf(item) !== id);
  }

  #write(items: readonly T[]): void {
    writeStored(() => localStorage, this.#name, items.length > 0 ? items : undefined);
  }
}
