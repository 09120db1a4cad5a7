import type { Id } from '../spine/id.ts';
import type { Mark } from '../spine/mark.ts';
import type { Channel, Purpose } from '../spine/words.ts';

/** One row of the consent ledger. */
export interface ConsentAct extends Mark {
  readonly act: 'given' | 'revoked';
  readonly channel: Channel | 'all';
  readonly purpose: Purpose | 'all';
  /** Given in writing in the law's sense; always false on a revocation. */
  readonly written: boolean;
  /** The customer chose exactly this scope; else a revocation that touches marketing ends it on every channel. */
  readonly scopeChosen: boolean;
}

/** An outbound attempt: as a person claims it or the server sent it, or as the phone system recorded it. */
export interface AttemptMade extends Mark {
  readonly channel: Channel;
  readonly by: 'claim' | 'record';
}

/** A lead. `repeat`: it may be a vendor's second copy, so it reopens nothing that the customer closed. */
export interface Inquiry extends Mark {
  readonly repeat: boolean;
}

/** A delivery, or its undoing, of one episode. */
export interface Purchase extends Mark {
  readonly opportunityId: Id<'Opportunity'>;
}

/**
 * What contact law asks of one customer's past, as plain JSON without personal data. Each list from the earliest to
 * the latest, then by fact id; each fact once. Folded by `contactHistory`.
 */
export interface ContactHistory {
  readonly customerId?: Id<'Customer'>;
  readonly acts: readonly ConsentAct[];
  readonly attempts: readonly AttemptMade[];
  readonly inquiries: readonly Inquiry[];
  readonly purchases: readonly Purchase[];
  /** Deals that were undone: they found no business relationship. */
  readonly unwound: readonly Purchase[];
  /** Facts that another one corrects: they count no longer, also when they arrive after it. */
  readonly corrected: readonly Id<'Fact'>[];
}
