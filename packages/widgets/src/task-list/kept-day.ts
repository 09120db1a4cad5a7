import type { Disposition, TaskView } from '@beback/client';
import { readStored, writeStored } from '../base/store-room.ts';
import type { Entry } from './day-view.ts';

/** A card that somebody has dialled from or begun to answer. */
export interface KeptCard {
  /** Whose day it is of: a page may show several. */
  readonly dayOf: string;
  readonly task: TaskView;
  readonly chosen?: Disposition | undefined;
  readonly note: string;
  readonly reached: boolean;
}

interface Kept {
  readonly memberId: string;
  readonly entries: readonly Entry[];
  readonly card?: KeptCard | undefined;
}

const STORED = 'beback:day';

/**
 * What of a day has to outlive the page: entries that the server does not have, and the card in hand. A reload, a tab
 * that was thrown out while its person was on the phone, and the way past the sign-in come back to them. They end with
 * the tab, and before that once somebody else is signed in there.
 */
export class KeptDay {
  #memberId: string | undefined;

  /** @returns whether somebody else is signed in than before, or is known for the first time */
  open(memberId: string): boolean {
    if (this.#memberId === memberId) return false;
    this.#memberId = memberId;
    if (this.#stored().memberId !== memberId) writeStored(() => sessionStorage, STORED, undefined);
    return true;
  }

  get entries(): readonly Entry[] {
    return this.#read().entries;
  }

  cardOf(dayOf: string): KeptCard | undefined {
    const { card } = this.#read();
    return card?.dayOf === dayOf ? card : undefined;
  }

  keep(entry: Entry): void {
    this.#write({ entries: [...this.#without(entry.key), entry] });
  }

  forget({ key }: Entry): void {
    this.#write({ entries: this.#without(key) });
  }

  keepCard(dayOf: string, card: Omit<KeptCard, 'dayOf'> | undefined): void {
    if (card !== undefined) this.#write({ card: { ...card, dayOf } });
    else if (this.cardOf(dayOf) !== undefined) this.#write({ card: undefined });
  }

  #without(key: string): readonly Entry[] {
    return this.entries.filter((other) => other.key !== key);
  }

  /** Read anew each time: another list on the page writes there, too. */
  #read(): Kept {
    const stored = this.#stored();
    const memberId = this.#memberId ?? '';
    return stored.memberId === memberId && Array.isArray(stored.entries)
      ? { ...stored, memberId, entries: stored.entries }
      : { memberId, entries: [] };
  }

  #stored(): Partial<Kept> {
    return readStored<Kept>(() => sessionStorage, STORED) ?? {};
  }

  #write(change: Partial<Kept>): void {
    if (this.#memberId === undefined) return;
    const kept = { ...this.#read(), ...change };
    const empty = kept.entries.length === 0 && kept.card === undefined;
    writeStored(() => sessionStorage, STORED, empty ? undefined : kept);
  }
}
