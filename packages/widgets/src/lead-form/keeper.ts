import type { SubmitLeadInput } from '@beback/client/public';
import { EMPTY, type LeadValues } from './lead-values.ts';

/** How long a lead that could not be sent waits for a network. Later it would surprise the visitor more than serve. */
const KEPT_FOR_MILLISECONDS = 24 * 60 * 60 * 1000;

export interface Draft {
  readonly values: LeadValues;
  /** When the form was first shown, in epoch milliseconds: the time trap counts on after a reload. */
  readonly since: number;
}

/** A submission that the network held back. The key makes it arrive once, however often it is sent. */
export interface Kept {
  readonly input: SubmitLeadInput;
  readonly at: number;
}

/**
 * What a form keeps in the browser: the draft for the tab (it survives a reload and ends with the tab), a held-back
 * submission for a day. Storage may be forbidden or full: then nothing is kept, and nothing breaks.
 */
export class Keeper {
  readonly #name: string;

  constructor(name: string) {
    this.#name = `beback:lead:${name}`;
  }

  readDraft(): Draft | undefined {
    const draft = read<Draft>(() => sessionStorage, this.#name);
    if (typeof draft?.values !== 'object' || typeof draft.since !== 'number') return undefined;
    return { values: { ...EMPTY, ...draft.values }, since: draft.since };
  }

  writeDraft(draft: Draft | undefined): void {
    write(() => sessionStorage, this.#name, draft);
  }

  readKept(now: number): Kept | undefined {
    const kept = read<Kept>(() => localStorage, this.#name);
    if (typeof kept?.at !== 'number' || typeof kept.input?.key !== 'string') return undefined;
    if (now - kept.at <= KEPT_FOR_MILLISECONDS) return kept;
    this.writeKept(undefined);
    return undefined;
  }

  writeKept(kept: Kept | undefined): void {
    write(() => localStorage, this.#name, kept);
  }
}

function read<T>(storage: () => Storage, name: string): T | undefined {
  try {
    return JSON.parse(storage().getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: () => Storage, name: string, value: unknown): void {
  try {
    if (value === undefined) storage().removeItem(name);
    else storage().setItem(name, JSON.stringify(value));
  } catch {
    // Nothing is kept.
  }
}
