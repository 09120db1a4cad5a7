/** Nobody is signed in (any more): the page should offer to. Bubbles, also out of shadow trees. */
export class SignInNeededEvent extends Event {
  static readonly type = 'beback-sign-in-needed';

  constructor() {
    super(SignInNeededEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'beback-sign-in-needed': SignInNeededEvent;
  }
}
