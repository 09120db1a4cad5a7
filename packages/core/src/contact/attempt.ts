import type { LocationEvidence } from '../location/location-evidence.ts';
import type { Channel, Purpose } from '../spine/words.ts';

/** A contact that somebody, or our server, wants to make. */
export interface Attempt {
  readonly channel: Channel;
  readonly purpose: Purpose;
  /** No person picks the customer and presses send: campaigns, artificial voices, what the server sends by itself. */
  readonly automated: boolean;
  /** Of the number or address that would be used, and of the customer's own address. */
  readonly location: LocationEvidence;
}
