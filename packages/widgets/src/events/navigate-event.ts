/** An element shows another place: a page may put `path` into its address, and set it back on the element. */
export class NavigateEvent extends Event {
  static readonly type = 'beback-navigate';
  /**
   * A board's: `store/<id>/department/<id>/member/<id>/activity/<id>`; empty: the whole group. A plan's:
   * `store/<id>/version/<number>/step/<id>`; empty: where its reader begins. A ledger's: `opportunity/<id>`.
   */
  readonly path: string;

  constructor(path: string) {
    super(NavigateEvent.type, { bubbles: true, composed: true });
    this.path = path;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'beback-navigate': NavigateEvent;
  }
}
