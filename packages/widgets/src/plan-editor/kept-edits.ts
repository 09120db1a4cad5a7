import type { FollowUpPlan } from '@beback/core';
import { readStored, writeStored } from '../base/store-room.ts';

/** What somebody wrote and did not save: it outlives a reload, a crash and a lost connection. */
export interface KeptEdits {
  /** When it was written last, in epoch milliseconds. */
  readonly at: number;
  /** Of the text that the writer began with. */
  readonly revision: number;
  readonly base: FollowUpPlan;
  readonly text: FollowUpPlan;
}

const nameOf = (draftId: string): string => `beback-plan-editor:${draftId}`;

export function readEdits(draftId: string): KeptEdits | undefined {
  const kept = readStored<Partial<KeptEdits>>(() => localStorage, nameOf(draftId));
  const whole = typeof kept?.revision === 'number' && kept.base !== undefined && kept.text !== undefined;
  return whole ? (kept as KeptEdits) : undefined;
}

/** @param edits - undefined: there is nothing to keep any more */
export function keepEdits(draftId: string, edits: KeptEdits | undefined): void {
  writeStored(() => localStorage, nameOf(draftId), edits);
}
