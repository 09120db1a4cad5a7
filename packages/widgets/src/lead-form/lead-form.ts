import { newKey } from '@beback/client/public';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { BebackElement } from '../base/beback-element.ts';
import { defineOnce } from '../base/define-once.ts';
import { type AscFormDetail, AscFormEvent } from '../events/asc-form-event.ts';
import { LeadAcceptedEvent } from '../events/lead-accepted-event.ts';
import { timeNear } from '../format/time.ts';
import { LeadDesk } from './lead-desk.ts';
import { readValues, renderFields } from './lead-fields.ts';
import { leadFormStyles } from './lead-form.styles.ts';
import { LEAD_FORM_TEXTS } from './lead-form.texts.ts';
import type { LeadFormWords } from './lead-form-words.ts';
import { renderKept, renderNotHere, renderPhone, renderSent } from './lead-panels.ts';
import { EMPTY, type Faults, type FieldName, faultsOf, type LeadValues } from './lead-values.ts';
import { pageAddress } from './page-address.ts';

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
 * @cssproperty --beback-accent - The one accent.
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
    values: { state: true },
    faults: { state: true },
  };

  declare api: string | undefined;
  declare key: string | undefined;
  declare vehicle: string | undefined;
  declare vin: string | undefined;
  declare stock: string | undefined;
  /** Stands in for the global `fetch`. */
  declare fetch: typeof globalThis.fetch | undefined;
  declare protected values: LeadValues;
  declare protected faults: Faults;

  #asked: string | undefined;
  #since = 0;
  #engaged = false;

  readonly #desk = new LeadDesk(this, {
    target: () => ({ api: this.api ?? '', key: this.key, fetch: this.fetch }),
    language: () => this.language,
    now: () => this.now(),
    onFaults: (faults) => {
      this.faults = faults;
      this.#focusAfterUpdate('[aria-invalid="true"]');
    },
    onAccepted: ({ receipt, answerBy }) => {
      this.values = EMPTY;
      this.#focusAfterUpdate('#title');
      this.dispatchEvent(new LeadAcceptedEvent({ receipt, answerBy }));
      const told = { comm_outcome: 'get_back_commitment', submission_id: receipt } as const;
      this.dispatchEvent(new AscFormEvent('asc_form_submission', { ...this.#asc(), ...told }));
    },
  });

  constructor() {
    super();
    this.values = EMPTY;
    this.faults = {};
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || changed.has('key') || changed.has('api')) this.#open();
    // A single-page site has put another vehicle here: the thanks for the last one are over.
    if (changed.has('vin') || changed.has('stock') || changed.has('vehicle')) this.#startAnewAfterReceipt();
    const asked = JSON.stringify([this.api, this.key, this.language]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#desk.askSettings();
  }

  protected override render(): TemplateResult {
    const texts = LEAD_FORM_TEXTS.in(this.language);
    return html`<section class="root" aria-labelledby="title">${this.#renderPhase(texts)}</section>`;
  }

  #renderPhase(texts: LeadFormWords): TemplateResult {
    const desk = this.#desk;
    const { phase, settings } = desk;
    switch (phase.kind) {
      case 'sent': {
        const sent = { receipt: phase.receipt, store: settings?.storeName ?? '', time: this.#time(phase.answerBy) };
        return renderSent(texts, sent, () => this.#startAnewAfterReceipt());
      }
      case 'kept':
        return renderKept(texts, desk.sendKept, () => desk.discardKept());
      case 'notHere':
        return renderNotHere(texts, settings?.phone);
      case 'form':
        return this.#renderForm(texts, phase.failure && texts.failures[phase.failure.kind]);
      case 'sending':
        return this.#renderForm(texts);
    }
  }

  #renderForm(texts: LeadFormWords, failure?: string): TemplateResult {
    const { settings, phase } = this.#desk;
    const sending = phase.kind === 'sending';
    const time = this.#time(settings?.answerBy ?? null);
    const count = Object.keys(this.faults).length;
    const trouble = failure === undefined ? count > 0 && texts.check(count) : `${texts.failedTitle}. ${failure}`;
    return html`
      <h2 id="title">${this.vehicle ? texts.titleOf(this.vehicle) : texts.title(settings?.storeName ?? '')}</h2>
      <form novalidate @submit=${this.#submit} @input=${this.#keep} @focusin=${this.#engage}>
        ${renderFields({ texts, values: this.values, faults: this.faults })}
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
          <p class="small muted">${time && texts.answerBy(time)} ${renderPhone(texts, settings?.phone)}</p>
          <p class="fault" role="alert">${trouble || nothing}</p>
        </div>
      </form>
    `;
  }

  #open(): void {
    this.#desk.open();
    const draft = this.#desk.keeper.readDraft();
    this.#since = draft?.since ?? this.now();
    this.values = draft?.values ?? EMPTY;
    this.faults = {};
  }

  readonly #keep = (event: Event): void => {
    this.values = readValues(event.currentTarget as HTMLFormElement);
    // A fault that was mended goes away; a new one does not appear while somebody types.
    const faults = faultsOf(this.values);
    const still = Object.entries(this.faults).filter(([name]) => faults[name as FieldName] !== undefined);
    this.faults = Object.fromEntries(still);
    this.#desk.keeper.writeDraft({ values: this.values, since: this.#since });
  };

  readonly #engage = (): void => {
    if (this.#engaged) return;
    this.#engaged = true;
    this.dispatchEvent(new AscFormEvent('asc_form_engagement', { ...this.#asc(), comm_status: 'start' }));
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.#desk.phase.kind === 'sending') return;
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    this.values = readValues(form);
    this.faults = faultsOf(this.values);
    if (Object.keys(this.faults).length > 0) {
      this.#desk.turn({ kind: 'form' });
      this.#focusAfterUpdate('[aria-invalid="true"]');
      return;
    }
    const { preferredChannel } = this.values;
    const input = {
      ...this.values,
      key: newKey(),
      preferredChannel: preferredChannel === '' ? null : preferredChannel,
      vehicle: this.#vehicle(),
      consentTicked: data.get('consent') !== null,
      consentVersion: this.#desk.settings?.consentVersion ?? '',
      pageUrl: pageAddress(location, sessionStorage),
      trap: String(data.get('website') ?? ''),
      shownForMilliseconds: Math.max(0, Math.round(this.now() - this.#since)),
    };
    void this.#desk.send({ at: this.now(), input });
  };

  #vehicle() {
    const { vin, stock, vehicle } = this;
    if (!vin && !stock && !vehicle) return null;
    return { vin: vin ?? null, stock: stock ?? null, description: vehicle ?? null };
  }

  #startAnewAfterReceipt(): void {
    if (this.#desk.phase.kind !== 'sent') return;
    this.#engaged = false;
    this.#since = this.now();
    this.#desk.turn({ kind: 'form' });
  }

  #focusAfterUpdate(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /** A promised time as the store's clock shows it. */
  #time(at: string | null): string | undefined {
    if (at === null) return undefined;
    return timeNear(Date.parse(at), this.now(), { tag: this.speech.tag, zone: this.#desk.settings?.zone });
  }

  #asc(): AscFormDetail {
    const { vin, stock, vehicle } = this;
    return {
      event_owner: 'beback',
      page_type: vin || stock || vehicle ? 'item' : 'unknown',
      comm_type: 'form',
      element_text: LEAD_FORM_TEXTS.in(this.language).send.toLowerCase(),
      department: 'sales',
      form_name: 'lead_form',
      form_type: 'consumer_contact',
      item_id: vin,
      item_number: stock,
    };
  }
}

defineOnce('beback-lead-form', LeadForm);

declare global {
  interface HTMLElementTagNameMap {
    'beback-lead-form': LeadForm;
  }
}
