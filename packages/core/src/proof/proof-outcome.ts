import type { Span } from '../calendar/store-calendar.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import type { Reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { ProofCode } from './reason-texts.ts';

/**
 * How far a claimed call is documented.
 * - `verified`: a record shows it; `verifiedOtherRep`: a record from another person's phone does
 * - `short`: words were claimed, the record is too short for them
 * - `contradicted`: words or a message were claimed, the record shows that nobody answered
 * - `unmatched`: the feeds have passed its time and no record is there: "not documented"
 * - `unverifiable`: nothing can be looked for (no number), or the phone system was out of order
 * - `excused`: allowed to be without a record
 * - `pending`: the records of `source` have not arrived yet
 */
export type ProofOutcome = { readonly claim: Id<'Fact'>; readonly reasons: NonEmpty<Reason<ProofCode>> } & (
  | { readonly kind: 'verified' | 'verifiedOtherRep' | 'short' | 'contradicted'; readonly record: Id<'Fact'> }
  | { readonly kind: 'unmatched' | 'unverifiable' | 'excused' }
  | { readonly kind: 'pending'; readonly source: string }
);
/** How far a claimed call is documented, as one word. */
export type ProofKind = ProofOutcome['kind'];

/** How far one source of call records has come. A claim is judged when all sources of its store have passed it. */
export interface Watermark {
  readonly source: string;
  /** Every call up to here has arrived. Absent: the source is expected, and has sent nothing yet. */
  readonly until?: Instant;
  /** When the phone system recorded nothing. */
  readonly outages?: readonly Span[];
}

/** The sources of one store. */
export type Watermarks = readonly Watermark[];
