import {
  type FailureKind,
  type PreferenceChangeInput,
  type PreferencesResult,
  preferences,
  publicFetch,
  type SavePreferencesInput,
  savePreferences,
} from '@beback/client/public';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BebackElement } from '../base/beback-element.ts';
import { defineOnce } from '../base/define-once.ts';
import { PreferencesSavedEvent } from '../events/preferences-saved-event.ts';
import { preferencesStyles } from './preferences.styles.ts';
import { PREFERENCES_TEXTS } from './preferences.texts.ts';
import type { PreferencesWords } from './preferences-words.ts';

type Page = NonNullable<PreferencesResult['preferences']>;
type Choice = Page['choices'][number];
type Phase = 'loading' | 'gone' | 'stranded' | 'open' | 'saving';

/** Failures that pass: the same wish, sent later, may well arrive. */
const PASSING: readonly FailureKind[] = ['offline', 'timeout', 'server'];
/** The network is back; another personal link is opened in the same tab. */
const HEARD = ['online', 'hashchange'] as const;

/**
 * The page behind a personal link on which a customer chooses what a store may contact him about, or stops everything by
 * one button. What is chosen holds at once.
 *
 * @summary The customer's choices about being contacted.
 * @status experimental
 * @tag beback-preferences
 * @attr {string} api - The server's address without the path. Empty: the page's own origin.
 * @attr {string} token - The link's token. Without it the page's address is read: what stands behind `#`, or behind `#token=`.
 * @attr {string} locale - en, es or fr; without it the language of the page.
 * @attr {string} theme - light, dark or auto.
 * @fires {PreferencesSavedEvent} beback-preferences-saved - The choices have arrived.
 * @cssproperty --beback-preferences-height - The height that is reserved.
 */
export class Preferences extends BebackElement {
  static override vocabulary = PREFERENCES_TEXTS;
  static override styles = preferencesStyles;
  static override properties: PropertyDeclarations = {
    api: {},
    token: {},
    fetch: { attribute: false },
  };

  declare api: string | undefined;
  declare token: string | undefined;
  /** Stands in for the global `fetch`. */
  declare fetch: typeof globalThis.fetch | undefined;

  #asked: string | undefined;
  #linkToken = '';
  #phase: Phase = 'loading';
  #page: Page | undefined;
  #failure: FailureKind | undefined;
  #told: keyof Pick<PreferencesWords, 'saved' | 'stopped' | 'unchanged'> | undefined;
  /** What could not be sent for want of a connection. */
  #held: Omit<SavePreferencesInput, 'token' | 'locale'> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of HEARD) globalThis.addEventListener(type, this.#heard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of HEARD) globalThis.removeEventListener(type, this.#heard);
  }

  protected override willUpdate(): void {
    const token = this.token ?? /[\w.~-]+$/.exec(location.hash)?.[0] ?? '';
    const asked = `${this.api} ${token}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#linkToken = token;
    this.#page = undefined;
    this.#held = undefined;
    this.#told = undefined;
    void this.#ask();
  }

  protected override render(): TemplateResult {
    return html`<section class="root" aria-labelledby="title">${this.#renderPhase(PREFERENCES_TEXTS.in(this.language))}</section>`;
  }

  #renderPhase(texts: PreferencesWords): TemplateResult {
    const page = this.#page;
    if (this.#phase === 'gone') return html`<h2 id="title">${texts.gone}</h2><p>${texts.goneText}</p>`;
    if (this.#phase === 'stranded') {
      return html`<h2 id="title" role="alert">${texts.failed}</h2>
        <p>${this.#failure === undefined ? nothing : texts.failures[this.#failure]}</p>
        <p><button type="button" @click=${() => void this.#ask()}>${texts.tryAgain}</button></p>`;
    }
    if (page === undefined) return html`<p id="title" aria-busy="true">${texts.loading}</p>`;
    return this.#renderPage(texts, page);
  }

  #renderPage(texts: PreferencesWords, { storeName, choices }: Page): TemplateResult {
    const busy = this.#phase === 'saving' ? 'true' : 'false';
    const told = this.#told;
    const channels = [...new Set(choices.map(({ channel }) => channel))];
    return html`
      <h2 id="title">${texts.title(storeName)}</h2>
      <p class="told" id="told" role="status" tabindex="-1">${told === undefined ? nothing : said(texts[told], storeName)}</p>
      <div class="stop">
        <h3>${texts.stopTitle}</h3>
        <p>${texts.stopText(storeName)}</p>
        <button class="main" type="button" id="stop" aria-disabled=${busy} @click=${this.#stopEverything}>${texts.stop}</button>
      </div>
      <form novalidate @submit=${this.#submit}>
        <div><h3>${texts.choose}</h3><p>${texts.chooseText(storeName)}</p></div>
        <div class="channels">
          ${channels.map(
            (channel) =>
              html`<fieldset><legend>${texts.channels[channel]}</legend>${choices
                .filter((choice) => choice.channel === channel)
                .map((choice) => this.#renderBox(texts, choice))}</fieldset>`,
          )}
        </div>
        <p class="small muted">${texts.consent(storeName)}</p>
        <div class="end">
          <button type="submit" aria-disabled=${busy}>${this.#phase === 'saving' ? texts.saving : texts.save}</button>
          <p class="fault" role="alert">${this.#failure === undefined ? nothing : this.#trouble(texts, this.#failure)}</p>
        </div>
      </form>
    `;
  }

  #renderBox(texts: PreferencesWords, { channel, purpose, allowed }: Choice): TemplateResult {
    return html`<label class="box"
      ><input type="checkbox" name=${nameOf({ channel, purpose })} .checked=${allowed} /><span>${texts.purposes[purpose]}</span></label
    >`;
  }

  #trouble(texts: PreferencesWords, failure: FailureKind): string {
    return `${texts.failed}. ${texts.failures[failure]} ${this.#held === undefined ? '' : texts.held}`;
  }

  async #ask(): Promise<void> {
    const token = this.#linkToken;
    if (token === '') return this.#turn('gone');
    this.#turn('loading');
    const outcome = await publicFetch(preferences, { token }, this.#target);
    if (token !== this.#linkToken) return;
    if (!outcome.ok) {
      this.#turn('stranded', outcome.failure.kind);
      return;
    }
    this.#page = outcome.data.preferences ?? undefined;
    this.#turn(this.#page === undefined ? 'gone' : 'open');
  }

  readonly #stopEverything = (): void => {
    void this.#save({ stopEverything: true });
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const ticked = new Set([...new FormData(form).keys()]);
    const changes = (this.#page?.choices ?? []).flatMap((choice): PreferenceChangeInput[] => {
      const allowed = ticked.has(nameOf(choice));
      return allowed === choice.allowed ? [] : [{ channel: choice.channel, purpose: choice.purpose, allowed }];
    });
    if (changes.length > 0) void this.#save({ changes });
    else this.#tell('unchanged');
  };

  async #save(wish: Omit<SavePreferencesInput, 'token' | 'locale'>): Promise<void> {
    if (this.#phase === 'saving') return;
    const token = this.#linkToken;
    this.#told = undefined;
    this.#turn('saving');
    const input = { ...wish, token, locale: this.language };
    const outcome = await publicFetch(savePreferences, { input }, this.#target);
    if (token !== this.#linkToken) return;
    const answer = outcome.ok ? outcome.data.savePreferences : undefined;
    if (answer?.__typename === 'SavePreferencesSuccess' && this.#page !== undefined) {
      this.#held = undefined;
      this.#page = { ...this.#page, choices: answer.choices };
      this.dispatchEvent(new PreferencesSavedEvent(wish.stopEverything === true));
      this.#turn('open');
      this.#tell(wish.stopEverything === true ? 'stopped' : 'saved');
    } else if (answer?.__typename === 'NotFoundError') {
      this.#turn('gone');
    } else {
      const failure = outcome.ok ? 'input' : outcome.failure.kind;
      this.#held = PASSING.includes(failure) ? wish : undefined;
      this.#turn('open', failure);
    }
  }

  #tell(told: 'saved' | 'stopped' | 'unchanged'): void {
    this.#told = told;
    this.#failure = undefined;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#told')?.focus());
  }

  #turn(phase: Phase, failure?: FailureKind): void {
    this.#phase = phase;
    this.#failure = failure;
    this.requestUpdate();
  }

  readonly #heard = ({ type }: Event): void => {
    if (type === 'hashchange') this.requestUpdate();
    else if (this.#held !== undefined) void this.#save(this.#held);
    else if (this.#phase === 'stranded') void this.#ask();
  };

  get #target() {
    return { api: this.api ?? '', fetch: this.fetch };
  }
}

function nameOf({ channel, purpose }: Pick<Choice, 'channel' | 'purpose'>): string {
  return `${channel} ${purpose}`;
}

function said(words: string | ((store: string) => string), store: string): string {
  return typeof words === 'string' ? words : words(store);
}

defineOnce('beback-preferences', Preferences);

declare global {
  interface HTMLElementTagNameMap {
    'beback-preferences': Preferences;
  }
}
