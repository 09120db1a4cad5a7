import type { FactOf } from './fact.ts';
import type { Id } from './id.ts';
import type { Channel, Purpose } from './words.ts';

/** The customer allows contact; `all` is every channel or every purpose. */
export type ConsentGiven = FactOf<
  'consent.given',
  {
    readonly customerId: Id<'Customer'>;
    readonly channel: Channel | 'all';
    readonly purpose: Purpose | 'all';
    readonly how: string;
    /** The wording's version as it was shown. */
    readonly wording?: string;
    /** The store's name as it stood in the wording: a store may bear another one later. Absent: it was not kept. */
    readonly wordingStore?: string;
    /** Written in the law's sense: shown clearly, signed or ticked by the customer. */
    readonly written: boolean;
    /** Who wrote down what the customer said; absent: the customer did it himself. */
    readonly memberId?: Id<'Member'>;
  }
>;

/** The customer no longer allows contact; `all` is every channel or every purpose. */
export type ConsentRevoked = FactOf<
  'consent.revoked',
  {
    readonly customerId: Id<'Customer'>;
    readonly channel: Channel | 'all';
    readonly purpose: Purpose | 'all';
    readonly how: string;
    /** The customer chose exactly this scope. Else a revocation that touches marketing ends it on every channel. */
    readonly scopeChosen?: boolean;
    /** Who wrote down what the customer said; absent: the customer did it himself. */
    readonly memberId?: Id<'Member'>;
  }
>;
