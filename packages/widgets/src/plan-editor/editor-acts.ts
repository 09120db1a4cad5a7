import { defaultPlan } from '@beback/core';
import type { PlanWords } from '../plan/plan-words.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { DraftWish } from './draft-wishes.ts';
import type { EditorWords } from './editor-words.ts';

export interface EditorActsOptions {
  readonly words: () => PlanWords & EditorWords;
  /** What the page shows. */
  readonly path: () => string | undefined;
  readonly say: (words: string) => void;
  /** Closes the question that is open, and leads the focus on. */
  readonly close: (reach: string) => void;
  /** Shows another version; undefined: none by its number. */
  readonly go: (version: number | undefined) => void;
  /** Asks which versions there are. */
  readonly refresh: () => void;
}

interface Named {
  readonly id: string;
  readonly number: number;
}

/**
 * What the writer asks of the server, one at a time, and what is said once it is granted. Whoever has turned to another
 * draft by then is told so there, and stays.
 */
export class EditorActs {
  readonly #desk: DraftDesk;
  readonly #options: EditorActsOptions;

  constructor(desk: DraftDesk, options: EditorActsOptions) {
    this.#desk = desk;
    this.#options = options;
  }

  /** @param versionId - whose text it begins with; undefined: that of the plan that Beback ships */
  async begin(storeId: string, versionId: string | undefined): Promise<void> {
    const { words, path, say, close, go, refresh } = this.#options;
    if (this.#desk.busy !== undefined) return;
    const from = path();
    const number = await this.#desk.begin(storeId, versionId, defaultPlan);
    if (number === undefined) return;
    say(words().granted.begin(number));
    refresh();
    if (path() !== from) return;
    go(number);
    close('#title');
  }

  async save(): Promise<void> {
    const { draft, busy } = this.#desk;
    if (busy === undefined && draft != null) await this.#wish('save', draft, this.#desk.save(false));
  }

  /** @param note - the writer's word that the store carries more than it gets done */
  async handIn(note: string | undefined): Promise<void> {
    const { draft, busy } = this.#desk;
    if (busy !== undefined || draft == null) return;
    if (!(await this.#wish('handIn', draft, this.#desk.save(true))) || note === undefined) return;
    await this.#wish('override', draft, this.#desk.override(draft.id, note));
  }

  async discard(): Promise<void> {
    const { draft, busy } = this.#desk;
    if (busy === undefined && draft != null) await this.#wish('discard', draft, this.#desk.discard());
  }

  /** @returns whether it was granted */
  async #wish(kind: DraftWish, { id, number }: Named, granted: Promise<boolean>): Promise<boolean> {
    const { words, say, close, go, refresh } = this.#options;
    say('');
    const done = await granted;
    const isHere = this.#desk.draft?.id === id;
    if (isHere && this.#desk.meanwhile !== undefined) close('#meanwhile');
    const texts = words();
    if (done) say(texts.granted[kind](number));
    else if (!isHere) say(texts.notDone);
    if (!done) return false;
    if (isHere && kind !== 'save') close('#title');
    if (isHere && kind === 'discard') go(undefined);
    refresh();
    return true;
  }
}
