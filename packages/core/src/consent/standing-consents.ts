import { CHANNELS, type Channel, PURPOSES, type Purpose } from '../spine/words.ts';
import { type ConsentState, consentFor } from './consent-for.ts';
import type { ContactHistory } from './contact-history.ts';

/** What the ledger says about one channel and purpose today. */
export interface StandingConsent {
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly state: ConsentState;
}

/**
 * The whole ledger at a glance: the customer's latest word on every channel and purpose.
 *
 * @example
 * standingConsents(history).filter(({ state }) => state.kind === 'revoked');
 */
export function standingConsents(history: ContactHistory): readonly StandingConsent[] {
  return CHANNELS.flatMap((channel) =>
    PURPOSES.map((purpose) => ({ channel, purpose, state: consentFor(history, channel, purpose) })),
  );
}
