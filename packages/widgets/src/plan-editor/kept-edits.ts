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

/** Whose edits, of which draft: a browser may have several people. */
export interface EditsPlace {
  readonly memberId: string;
  readonly draftId: string;
}

const nameOf = ({ memberId, draftId }: EditsPlace): string => `beback-plan-editor:${memberId}:${draftId}`;

export function readEdits(place: EditsPlace): KeptEdits | undefined {
  const kept = readStored<Partial<KeptEdits>>(() => localStorage, nameOf(place));
  const whole = typeof kept?.revision === 'number' && kept.base !== undefined && kept.text !== undefined;
  return whole ? (kept as KeptEdits) : undefined;
}

/** @param edits - undefined: there is nothing to keep any more */
export function keepEdits(place: EditsPlace, edits: KeptEdits | undefined): void {
  writeStored(() => localStorage, nameOf(place), edits);
}

/** A text was saved after its draft had been left: what was written after that text is kept as a change of it. */
export function settleEdits(place: EditsPlace, saved: FollowUpPlan, revision: number): void {
  const kept = readEdits(place);
  if (kept === undefined) return;
  keepEdits(place, isSameText(kept.text, saved) ? undefined : { ...kept, revision, base: saved });
}

export function isSameText(one: FollowUpPlan, other: FollowUpPlan): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
