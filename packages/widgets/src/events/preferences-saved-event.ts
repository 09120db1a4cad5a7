/** A customer's choices have arrived; `everything`: all contact is stopped. */
export class PreferencesSavedEvent extends Event {
  static readonly type = 'beback-preferences-saved';
  readonly everything: boolean;

  constructor(everything: boolean) {
    super(PreferencesSavedEvent.type, { bubbles: true, composed: true });
    this.everything = everything;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'beback-preferences-saved': PreferencesSavedEvent;
  }
}
