import type { Touch } from '../cadence/touch.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import type { Day } from '../spine/day.ts';
import type { Id } from '../spine/id.ts';
import type { Reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';

/** Where a touch can go: see {@link Placement}. */
export const PLACEMENT_KINDS = ['listed', 'handedOver', 'automated', 'deferred', 'blocked'] as const;
/** One of {@link PLACEMENT_KINDS}. */
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/**
 * Where a due touch goes today. Each touch gets exactly one.
 * - `listed`: on the list of the person whose it is
 * - `handedOver`: on somebody else's list, for its own person has no room or is away: an agent of the BDC, a manager
 * - `automated`: the server does it, or reaches the customer in its stead
 * - `deferred`: asked again on that day
 * - `blocked`: the law or the customer forbids it today
 *
 * `rank` counts from 1 on each person's list; `expectedValue` is the chance to close that the touch works on, times
 * what its person makes of it.
 */
export type Placement = { readonly touch: Touch; readonly reasons: NonEmpty<Reason> } & (
  | {
      readonly kind: 'listed' | 'handedOver';
      readonly to: Id<'Member'>;
      readonly rank: number;
      readonly expectedValue: number;
    }
  | { readonly kind: 'automated' }
  | { readonly kind: 'deferred'; readonly to: Day }
  | { readonly kind: 'blocked'; readonly verdict: ContactVerdict }
);
