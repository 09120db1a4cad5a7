import type { Touch } from '../cadence/touch.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import type { Day } from '../spine/day.ts';
import type { Id } from '../spine/id.ts';
import type { Reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';

/**
 * Where a due touch goes today. Each touch gets exactly one.
 * - `listed`: on this person's own list
 * - `handedOver`: on the list of an agent of the BDC, for its own person has no room or is away
 * - `automated`: the server does it
 * - `deferred`: asked again on that day
 * - `blocked`: the law or the customer forbids it today
 *
 * `rank` counts from 1 on each person's list; `expectedValue` is the chance to close that the touch works on.
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
