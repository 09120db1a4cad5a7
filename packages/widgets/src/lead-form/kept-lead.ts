import type { SubmitLeadInput } from '@beback/client/public';
import { readStored, writeStored } from '../base/store-room.ts';
import { storedName } from './stored-name.ts';

/** How long a lead that could not be sent waits for a network. Later it would surprise the visitor more than serve. */
const KEPT_FOR_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A submission that the network held back. Its key makes it arrive once, however often it is sent. */
export interface KeptLead {
  readonly input: SubmitLeadInput;
  readonly at: number;
}

export function readKept(key: string | undefined, now: number): KeptLead | undefined {
  const kept = readStored<KeptLead>(() => localStorage, storedName(key));
  if (typeof kept?.at !== 'number' || typeof kept.input?.key !== 'string') return undefined;
  if (now - kept.at <= KEPT_FOR_MILLISECONDS) return kept;
  writeKept(key, undefined);
  return undefined;
}

export function writeKept(key: string | undefined, kept: KeptLead | undefined): void {
  writeStored(() => localStorage, storedName(key), kept);
}
