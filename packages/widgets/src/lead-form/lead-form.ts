import { leadForm, type PublicTarget, publicFetch } from '@beback/client/public';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { BebackElement } from '../base/beback-element.ts';
import { defineOnce } from '../base/define-once.ts';
import { readStored, writeStored } from '../base/store-room.ts';
import { dialAddress, phoneInWords } from '../format/phone.ts';
import { timeNear } from '../format/time.ts';
import type { FilledForm } from './filled-form.ts';
import type { LeadAfterwards } from './lead-afterwards.ts';
import { readValues, renderFields } from './lead-fields.ts';
import { leadFormStyles } from './lead-form.styles.ts';
import { LEAD_FORM_TEXTS } from './lead-form.texts.ts';
import type { LeadFormWords } from './lead-form-words.ts';
import { EMPTY, type FaultTexts, type FieldName, type LeadValues, type Settings } from './lead-values.ts';
import { storedName } from './stored-name.ts';

/** What a reload brings back. */
interface Draft {
  readonly values: LeadValues;
  /** When the form was first shown, in epoch milliseconds: the time trap counts on. */
  readonly since: number;
}

/**
 * A store's lead form for any web page: name, one way to answer, a question, an unticked consent, and when somebody
 * will answer. A draft survives a reload; what a dead network held back is sent later, once.
 *
 * @summary The visitor's lead form.
 * @status experimental
 * @tag beback-lead-form
 * @attr {string} api - The server's address without the path. Empty: the page's own origin.
 * @attr {string} key - The store's publishable key.
 * @attr {string} vehicle - The vehicle in words, such as "2024 Ford Bronco".
 * @attr {string} vin - Its vehicle identification number.
 * @attr {string} stock - Its stock number.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {LeadAcceptedEvent} beback-lead-accepted - The lead was accepted: receipt and time, nothing personal.
 * @fires {AscFormEvent} asc_form_engagement - The visitor has begun to fill it in.
 * @fires {AscFormEvent} asc_form_submission - The lead was accepted.
 * @cssproperty --beback-lead-form-height - The height that is reserved.
 */
export class LeadForm extends BebackElement {
  static override vocabulary = LEAD_FORM_TEXTS;
  static override styles = leadFormStyles;
  static override properties: PropertyDeclarations = {
    api: {},
    key: {},
    vehicle: {},
    vin: {},
    stock: {},
    fetch: { attribute: false },
  };

  declare api: string | undefined;
  declare key: string | undefined;
  declare vehicle: string | undefined;
  declare vin: string | undefined;
  declare stock: string | undefined;
  /** Stands in for the global `fetch`. */
  declare fetch: typeof globalThis.fetch | undefined;
  #settings: Settings | undefined;
  #asked: string | undefined;
  #values = EMPTY;
  #faults: FaultTexts = {};
  #trouble: string | undefined;
  #since = 0;
  #engaged = false;
  #coming: Promise<LeadAfterwards> | undefined;
  #afterwards: LeadAfterwards | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('online', this.#onOnline);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || changed.has('key') || changed.has('api')) this.#open();
    // A single-page site has put another vehicle here: the thanks for the last one are over.
    if (changed.has('vin') || changed.has('stock') || changed.has('vehicle')) this.#afterwards?.again();
    const asked = JSON.stringify([this.api, this.key, this.language]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#askSettings();
  }

  protected override firstUpdated(): void {
    // While the visitor reads; a page that goes offline meanwhile can still keep a lead.
    (globalThis.requestIdleCallback ?? setTimeout)(() => void this.#later().catch(() => {}));
  }

  protected override render(): TemplateResult {
    const content = this.#afterwards?.render() ?? this.#renderForm(LEAD_FORM_TEXTS.in(this.language));
    return html`<section class="root" aria-labelledby="title">${content}</section>`;
  }

  #renderForm(texts: LeadFormWords): TemplateResult {
    const settings = this.#settings;
    const sending = this.#afterwards?.sending === true;
    const time = this.#tellTime(settings?.answerBy ?? null);
    return html`
      <h2 id="title">${this.vehicle ? texts.titleOf(this.vehicle) : texts.title(settings?.storeName ?? '')}</h2>
      <form novalidate @submit=${this.#submit} @input=${this.#keep} @focusin=${this.#engage}>
        ${renderFields({ texts, values: this.#values, faults: this.#faults })}
        <div class="consent">
          ${
            settings === undefined
              ? nothing
              : html`<input id="consent" type="checkbox" name="consent" /><label for="consent">${settings.consentText}</label>`
          }
        </div>
        <div class="said" aria-hidden="true">
          <label>${texts.trap} <input name="website" tabindex="-1" autocomplete="off" /></label>
        </div>
        <div class="end">
          <button class="main" type="submit" aria-disabled=${sending ? 'true' : 'false'}>
            ${sending ? texts.sending : texts.send}
          </button>
          <p class="small muted">
            ${time && texts.answerBy(time)}
            ${settings?.phone ? html`${texts.orCall} <a href=${dialAddress(settings.phone)}>${phoneInWords(settings.phone)}</a>` : nothing}
          </p>
          <p class="fault" role="alert">${this.#afterwards?.trouble ?? this.#trouble ?? nothing}</p>
        </div>
      </form>
    `;
  }

  /** Another store, or the first one: its draft, and what is still to be sent to it. Nothing stays of the one before. */
  #open(): void {
    const name = storedName(this.key);
    const draft = readStored<Draft>(() => sessionStorage, name);
    this.#settings = undefined;
    this.#asked = undefined;
    this.#afterwards?.reset();
    this.#since = draft?.since ?? this.now();
    this.#values = { ...EMPTY, ...draft?.values };
    this.#faults = {};
    this.#trouble = undefined;
    if (readStored(() => localStorage, name) !== undefined) this.#then((afterwards) => afterwards.sendKept(true));
  }

  /** What comes after the filling in; undefined as long as it is on its way. */
  #later(): Promise<LeadAfterwards> {
    this.#coming ??= import('./lead-afterwards.ts').then(
      (file) => {
        this.#afterwards = new file.LeadAfterwards(this.#filledForm());
        this.addController(this.#afterwards);
        return this.#afterwards;
      },
      (error: unknown) => {
        this.#coming = undefined;
        throw error;
      },
    );
    return this.#coming;
  }

  #then(act: (afterwards: LeadAfterwards) => unknown): void {
    this.#later().then(act, () => {});
  }

  readonly #keep = (event: Event): void => {
    this.#values = readValues(event.currentTarget as HTMLFormElement);
    // A fault that was mended goes away; a new one does not appear while somebody types.
    const faults = this.#afterwards?.faultsOf(this.#values) ?? {};
    const still = Object.entries(this.#faults).filter(([name]) => faults[name as FieldName] !== undefined);
    this.#faults = Object.fromEntries(still);
    this.#note();
    this.requestUpdate();
  };

  #note(): void {
    const draft: Draft = { values: this.#values, since: this.#since };
    writeStored(() => sessionStorage, storedName(this.key), draft);
  }

  readonly #engage = (): void => {
    if (this.#engaged) return;
    this.#engaged = true;
    this.#then((afterwards) => afterwards.tellEngagement());
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    this.#values = readValues(form);
    const filled = {
      values: this.#values,
      consentTicked: data.get('consent') !== null,
      consentVersion: this.#settings?.consentVersion ?? '',
      trap: String(data.get('website') ?? ''),
      shownForMilliseconds: Math.max(0, Math.round(this.now() - this.#since)),
    };
    this.#trouble = undefined;
    const { key } = this;
    void this.#later().then(
      (afterwards) => (key === this.key ? afterwards.submit(filled) : undefined),
      () => {
        this.#trouble = LEAD_FORM_TEXTS.in(this.language).notNow;
        this.requestUpdate();
      },
    );
  };

  readonly #onOnline = (): void => this.#then((afterwards) => afterwards.sendKept());

  get #target(): PublicTarget {
    return { api: this.api ?? '', key: this.key, fetch: this.fetch };
  }

  /** What the store says, in the reader's language. Without an answer the form is still there to be filled in. */
  async #askSettings(): Promise<void> {
    const asked = this.#asked;
    const outcome = await publicFetch(leadForm, { locale: this.language }, this.#target);
    if (asked !== this.#asked) return;
    if (outcome.ok) {
      const box = this.renderRoot.querySelector<HTMLInputElement>('#consent');
      // A tick is for the words that stood beside it.
      if (box && this.#settings?.consentText !== outcome.data.leadForm.consentText) box.checked = false;
      this.#settings = outcome.data.leadForm;
    } else if (outcome.failure.kind === 'notAllowed') {
      this.#then((afterwards) => asked === this.#asked && afterwards.refuseHere());
    }
    this.requestUpdate();
  }

  /** A promised time as the store's clock shows it. */
  #tellTime(at: string | null): string | undefined {
    if (at === null) return undefined;
    return timeNear(Date.parse(at), this.now(), { tag: this.speech.tag, zone: this.#settings?.zone });
  }

  /** This form as what comes afterwards sees it. */
  #filledForm(): FilledForm {
    return {
      now: () => ({
        time: this.now(),
        target: this.#target,
        speech: this.speech,
        settings: this.#settings,
        values: this.#values,
        item: { vehicle: this.vehicle, vin: this.vin, stock: this.stock },
      }),
      askSettings: () => this.#askSettings(),
      tellTime: (at) => this.#tellTime(at),
      show: (faults, focus, values) => {
        this.#faults = faults;
        if (values !== undefined) {
          this.#values = values;
          this.#note();
        }
        this.requestUpdate();
        if (focus === '') return;
        void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(focus)?.focus());
      },
      clear: () => {
        this.#values = EMPTY;
        this.#since = this.now();
        this.#engaged = false;
        writeStored(() => sessionStorage, storedName(this.key), undefined);
      },
      tell: (event) => this.dispatchEvent(event),
    };
  }
}

defineOnce('beback-lead-form', LeadForm);

declare global {
  interface HTMLElementTagNameMap {
    'beback-lead-form': LeadForm;
  }
}
