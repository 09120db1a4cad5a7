import { z } from 'zod';

/** What a COMMIT tells the other processes and browsers: ids only, whoever hears it asks for the rows. */
export type BebackEvent =
  /** A member's list of tasks is no longer what it was. `touchId`: the touch that changed, where it was one. */
  { readonly kind: 'dayChanged'; readonly memberId: string; readonly touchId?: string | undefined };

/** An event as a subscriber gets it. `missed`: some were lost (a slow reader, a lost connection): fetch anew. */
export type HeardEvent = BebackEvent | { readonly kind: 'missed' };

/** An event and whose it is, as it travels. */
export interface EventMessage {
  readonly groupId: string;
  readonly event: BebackEvent;
}

/** The text that PostgreSQL carries: its limit is 8000 bytes. */
export function encodeEvent(groupId: string, event: BebackEvent): string {
  return JSON.stringify({ groupId, event } satisfies EventMessage);
}

/** Undefined for a text that is no event of this version: a newer process may speak on the same channel. */
export function decodeEvent(payload: string): EventMessage | undefined {
  try {
    return MESSAGE.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}

// Helpers

const MESSAGE = z.object({
  groupId: z.string(),
  event: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('dayChanged'), memberId: z.string(), touchId: z.string().optional() }),
  ]),
});
