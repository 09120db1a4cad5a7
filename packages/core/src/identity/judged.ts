import type { Reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { IdentityCode } from './reason-texts.ts';

/**
 * What a piece of contact data is worth.
 * - `good`: it reaches somebody, and two people who give it are probably one;
 * - `doubtful`: it may reach somebody and is kept, but it makes two people one only when their full names agree;
 * - `junk`: it reaches nobody, or somebody else. It is not kept as the customer's.
 */
export type Judged<V> =
  | { readonly grade: 'good'; readonly value: V }
  | { readonly grade: 'doubtful'; readonly value: V; readonly reasons: NonEmpty<Reason<IdentityCode>> }
  | { readonly grade: 'junk'; readonly reasons: NonEmpty<Reason<IdentityCode>> };
