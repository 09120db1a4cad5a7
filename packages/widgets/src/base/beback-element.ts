import { LitElement, type PropertyDeclarations } from 'lit';
import { chooseSpeech, type Language, type Speech, type Texts } from './locale.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What the widgets share: language, colours, an injectable clock.
 *
 * @prop {() => number} now - The current time in epoch milliseconds; tests and simulations set it.
 */
export class BebackElement extends LitElement {
  static override properties: PropertyDeclarations = {
    locale: {},
    theme: { reflect: true },
  };

  /** Words that have to be here before the element shows anything. */
  static vocabulary: Vocabulary<unknown> | undefined;

  /** `en`, `es`, `fr`, with a region if wanted (`es-US`). Without it: the page's `lang`, then the browser's. */
  declare locale: string | undefined;
  /** `light`, `dark`, or `auto` (the reader's setting). Without it: the page's own `color-scheme`. */
  declare theme: 'light' | 'dark' | 'auto' | undefined;
  /** The current time in epoch milliseconds. Tests and simulations set it; everybody else leaves it. */
  declare now: () => number;

  constructor() {
    super();
    this.now = Date.now;
  }

  protected get speech(): Speech {
    const page = this.closest<HTMLElement>('[lang]') ?? document.documentElement;
    return chooseSpeech([this.locale, page.lang, ...navigator.languages]);
  }

  protected get language(): Language {
    return this.speech.language;
  }

  protected override scheduleUpdate(): ReturnType<LitElement['scheduleUpdate']> {
    const fetching = (this.constructor as typeof BebackElement).vocabulary?.fetch(this.language);
    return fetching === undefined ? super.scheduleUpdate() : fetching.then(() => super.scheduleUpdate());
  }

  protected words<T>(table: Texts<T>): T {
    return table[this.language];
  }
}
