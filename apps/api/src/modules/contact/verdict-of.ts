import {
  type ContactHistory,
  type ContactVerdict,
  type Context,
  type LocationEvidence,
  type Mark,
  mayContact,
  type Touch,
} from '@beback/core';

/** What contact law needs to know of a customer. */
export interface ContactEvidence {
  readonly history: ContactHistory;
  readonly location: LocationEvidence;
  /** Calls of the phone system that the customer answered. */
  readonly answered?: readonly Mark[];
}

/** Whether a touch may be made at the context's instant. A step that a person does is not automated, even by text. */
export function verdictOf(touch: Touch, { history, location }: ContactEvidence, context: Context): ContactVerdict {
  const automated = touch.who === 'automation';
  return mayContact(history, { channel: touch.channel, purpose: touch.purpose, automated, location }, context);
}
