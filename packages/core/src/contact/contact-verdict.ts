import type { Instant } from '../spine/instant.ts';
import type { Reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';

/**
 * Whether a contact may be made, with every rule that says so: rule id, source, date of effect and table version lie
 * in each reason's data. Keep the verdict with the act: it is the evidence.
 *
 * - `allowed`: now, and at any moment before `until` (excluded) as far as nothing else happens
 * - `notNow`: the first lawful moment is `next`
 * - `never`: not before something changes: a consent, an inquiry, a purchase
 */
export type ContactVerdict = { readonly reasons: NonEmpty<Reason> } & (
  | { readonly kind: 'allowed'; readonly until: Instant }
  | { readonly kind: 'notNow'; readonly next: Instant }
  | { readonly kind: 'never' }
);
