/** A lead was accepted. No personal data: a receipt and a time. */
export class LeadAcceptedEvent extends Event {
  static readonly type = 'beback-lead-accepted';
  readonly receipt: string;
  /** When somebody will have answered, ISO 8601; null when the store has not said. */
  readonly answerBy: string | null;

  constructor(accepted: { readonly receipt: string; readonly answerBy: string | null }) {
    super(LeadAcceptedEvent.type, { bubbles: true, composed: true });
    this.receipt = accepted.receipt;
    this.answerBy = accepted.answerBy;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'beback-lead-accepted': LeadAcceptedEvent;
  }
}
