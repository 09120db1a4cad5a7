/** A survey's answers have arrived; `already`: they had before, and nothing was changed. */
export class SurveySentEvent extends Event {
  static readonly type = 'beback-survey-sent';
  readonly already: boolean;

  constructor(already: boolean) {
    super(SurveySentEvent.type, { bubbles: true, composed: true });
    this.already = already;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'beback-survey-sent': SurveySentEvent;
  }
}
