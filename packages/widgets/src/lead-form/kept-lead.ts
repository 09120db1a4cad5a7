import type { SubmitLeadInput } from '@beback/client/public';
import { readStored, writeStored } from '../base/store-room.ts';
import { storedName } from './stored-name.ts';

/** How long a lead that could not be sent waits. Later it would surprise the visitor more than serve. */
const KEPT_FOR_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A submission that was held back. Its key makes it arrive once, however often and from however many tabs it is sent. */
export interface KeptLead {
  readonly input: SubmitLeadInput;
  readonly at: number;
}

/** What waits to be sent to a store, from this tab or another one; what has waited too long is forgotten. */
export function readKept(key: string | undefined, now: number): readonly KeptLead[] {
  const stored = readStored<readonly KeptLead[]>(() => localStorage, storedName(key));
  const kept = Array.isArray(stored) ? stored.filter(({ at }) => now - at <= KEPT_FOR_MILLISECONDS) : [];
  if (kept.length !== stored?.length) write(key, kept);
  return kept;
}

/** Keeps a lead, or forgets it. */
export function writeKept(key: string | undefined, lead: KeptLead, keep: boolean, now: number): void {
  const others = readKept(key, now).filter(({ input }) => input.key !== lead.input.key);
  write(key, keep ? [...others, lead] : others);
}

function write(key: string | undefined, kept: readonly KeptLead[]): void {
  writeStored(() => localStorage, storedName(key), kept.length > 0 ? kept : undefined);
}
