import type { ControllerHost, Disposition, TaskView } from '@beback/client';
import { afterPaint } from '../base/after-paint.ts';
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

type Change = (kept: Kept) => Kept;

/**
 * What of a day has to outlive the page: entries that the server does not have, and the card in hand. A reload, a tab
 * that was thrown out while its person was on the phone, and the way past the sign-in come back to them. They end with
 * the tab, and before that once somebody else is signed in there.
 *
 * It is written once what changed is painted, and before the page or the list goes or is out of sight: of a page behind the
 * telephone nothing more may be heard.
 */
export class KeptDay {
  #memberId: string | undefined;
  #changes: readonly Change[] = [];
  #writeNow: () => void = () => {};

  constructor(host: ControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#leave);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#leave);
    this.#leave();
  }

  /** @returns whether somebody else is signed in than before, or is known for the first time */
  open(memberId: string): boolean {
    if (this.#memberId === memberId) return false;
    this.#leave();
    this.#memberId = memberId;
    if (stored().memberId !== memberId) writeStored(() => sessionStorage, STORED, undefined);
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
    this.#change((kept) => ({ ...kept, entries: [...without(kept, entry), entry] }));
  }

  forget(entry: Entry): void {
    this.#change((kept) => ({ ...kept, entries: without(kept, entry) }));
  }

  keepCard(dayOf: string, card: Omit<KeptCard, 'dayOf'> | undefined): void {
    this.#change((kept) => {
      if (card !== undefined) return { ...kept, card: { ...card, dayOf } };
      return kept.card?.dayOf === dayOf ? { ...kept, card: undefined } : kept;
    });
  }

  /** Read anew each time: another list on the page writes there, too. */
  #read(): Kept {
    const there = stored();
    const memberId = this.#memberId ?? '';
    const kept: Kept =
      there.memberId === memberId && Array.isArray(there.entries)
        ? { ...there, memberId, entries: there.entries }
        : { memberId, entries: [] };
    return this.#changes.reduce((before, change) => change(before), kept);
  }

  #change(change: Change): void {
    if (this.#memberId === undefined) return;
    if (this.#changes.length === 0) this.#writeNow = afterPaint(() => this.#write());
    this.#changes = [...this.#changes, change];
  }

  #write(): void {
    const kept = this.#read();
    this.#changes = [];
    const isEmpty = kept.entries.length === 0 && kept.card === undefined;
    writeStored(() => sessionStorage, STORED, isEmpty ? undefined : kept);
  }

  readonly #leave = (): void => this.#writeNow();
}

function stored(): Partial<Kept> {
  return readStored<Kept>(() => sessionStorage, STORED) ?? {};
}

function without({ entries }: Kept, { key }: Entry): readonly Entry[] {
  return entries.filter((other) => other.key !== key);
}
