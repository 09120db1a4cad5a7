import type { ReactiveController } from 'lit';
import type { BebackElement } from '../base/beback-element.ts';

/** Opens the folds that an element stands in; the head of a fold is in sight as it is. */
export function unfoldTo(target: Element): void {
  for (let at: Element | null = target; at !== null; at = at.parentElement) {
    const fold: HTMLDetailsElement | null = at.localName === 'details' ? (at as HTMLDetailsElement) : null;
    if (fold !== null && target.closest('summary')?.parentElement !== fold) fold.open = true;
  }
}

/** Brings an element into sight where it is out of it, with the focus on it. */
export function leadTo(target: HTMLElement): void {
  unfoldTo(target);
  target.focus({ preventScroll: true });
  const { top, bottom } = target.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) target.scrollIntoView({ block: 'center' });
}

/**
 * Opens the plan's folds for as long as the page is printed: a plan on paper has all its steps. Browsers that look into
 * what is `hidden=until-found` look into a closed fold, too, and open it.
 */
export class PrintUnfolds implements ReactiveController {
  readonly #host: BebackElement;
  #opened: readonly HTMLDetailsElement[] = [];

  constructor(host: BebackElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#unfold);
    addEventListener('afterprint', this.#fold);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#unfold);
    removeEventListener('afterprint', this.#fold);
    this.#fold();
  }

  readonly #unfold = (): void => {
    const closed = this.#host.renderRoot.querySelectorAll<HTMLDetailsElement>('.fold:not([open])');
    this.#opened = [...this.#opened, ...closed];
    for (const fold of closed) fold.open = true;
  };

  readonly #fold = (): void => {
    for (const fold of this.#opened) fold.open = false;
    this.#opened = [];
  };
}
