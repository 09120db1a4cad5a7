/** A board shows another place: a page may put `path` into its address, and set it back on the element. */
export class NavigateEvent extends Event {
  static readonly type = 'beback-navigate';
  /** `store/<id>/department/<id>/member/<id>/activity/<id>`; empty: the whole group. */
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
