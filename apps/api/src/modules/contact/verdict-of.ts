import {
  type ContactHistory,
  type ContactVerdict,
  type Context,
  type LocationEvidence,
  lockedVerdict,
  type Mark,
  mayContact,
  type Reason,
  type Touch,
} from '@beback/core';

/** What contact law needs to know of a customer. */
export interface ContactEvidence {
  readonly history: ContactHistory;
  readonly location: LocationEvidence;
  /** Calls of the phone system that the customer answered. */
  readonly answered?: readonly Mark[];
}

/**
 * Whether a touch may be made at the context's instant. A step that a person does is not automated, even by text; while
 * automation is locked, nothing of its own may be.
 */
export function verdictOf(
  touch: Touch,
  { history, location }: ContactEvidence,
  context: Context & { readonly automationLock?: Reason | undefined },
): ContactVerdict {
  const automated = touch.who === 'automation';
  if (automated && context.automationLock !== undefined) return lockedVerdict(context.automationLock);
  return mayContact(history, { channel: touch.channel, purpose: touch.purpose, automated, location }, context);
}
