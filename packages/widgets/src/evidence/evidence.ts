import type { LedgerView } from '@beback/client';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { exactly } from '../format/time.ts';
import { renderActs, renderRefused } from '../ledger/acts-view.ts';
import { LEDGER_TEXTS } from '../ledger/ledger.texts.ts';
import { ledgerPath } from '../ledger/ledger-path.ts';
import { idOf, renderStanding } from '../ledger/standing-view.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderSignedOut } from '../staff/staff-states.ts';
import { download } from './download.ts';
import { renderEntries } from './entries-view.ts';
import { evidenceStyles } from './evidence.styles.ts';
import { EVIDENCE_TEXTS } from './evidence.texts.ts';
import { evidenceCsv } from './evidence-csv.ts';
import { FileReading, type ReadFile } from './file-reading.ts';

/**
 * All that bears on one phone number or e-mail address, in order of time, for those who answer for a store: consents with
 * their wording, revocations with the customer's words, every attempt and message with what the law said at its moment.
 * To be printed, or taken along as JSON or CSV. What was asked for stands in no address of a page.
 *
 * @summary The evidence file of a number or an address.
 * @status experimental
 * @tag beback-evidence
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} ledger-href - The page that holds `<beback-ledger>`, for the ways to a customer's ledger.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class Evidence extends StaffElement {
  static override styles = evidenceStyles;
  static override properties: PropertyDeclarations = {
    ledgerHref: { attribute: 'ledger-href' },
  };

  declare ledgerHref: string | undefined;

  #unreadable = false;
  #focusing = false;
  /** Each look is kept: nothing is asked for before somebody presses the button. */
  readonly #reading = new FileReading(this, { client: () => this.ownClient, locale: () => this.language });

  protected override updated(): void {
    this.tellSignedOut(this.#reading.failure);
    if (!this.#focusing) return;
    const place = this.renderRoot.querySelector<HTMLElement>('#file');
    if (place === null) return;
    place.focus();
    this.#focusing = false;
  }

  protected override render(): TemplateResult {
    const texts = this.words(EVIDENCE_TEXTS);
    const { failure, busy, file } = this.#reading;
    if (failure?.kind === 'signedOut') {
      const words = html`<span id="title">${texts.signedOut}</span>`;
      return this.#frame(renderSignedOut(words, texts, this.signInHref));
    }
    const unopened = file === undefined ? failure : undefined;
    const fault =
      this.#unreadable || unopened?.kind === 'input' ? texts.notReadable : unopened && texts.failure[unopened.kind];
    return this.#frame(html`<header>
        <h1 id="title">${texts.title}</h1>
        <p class="muted">${texts.about}</p>
      </header>
      <form class="ask" novalidate @submit=${this.#submit}>
        <div class="fields">
          <div class="field grow">
            <label for="asked">${texts.ask}</label>
            <input
              id="asked"
              name="asked"
              type="text"
              inputmode="email"
              autocomplete="off"
              spellcheck="false"
              maxlength="254"
              aria-describedby="hint fault"
              aria-invalid=${this.#unreadable ? 'true' : 'false'}
            />
          </div>
          <button class="main" type="submit" aria-disabled=${busy === 'opening' ? 'true' : 'false'}>${texts.open}</button>
        </div>
        <p id="hint" class="muted small">${texts.askHint}</p>
        <p id="fault" class="fault" role="alert">${fault ?? nothing}</p>
      </form>
      <p role="status">${busy === 'opening' ? texts.opening : nothing}</p>
      ${file === undefined ? nothing : this.#renderFile(file)}`);
  }

  #frame(content: TemplateResult): TemplateResult {
    return html`<section class="root" aria-labelledby="title">${content}</section>`;
  }

  #renderFile(file: ReadFile): TemplateResult {
    const { asked = '', complete } = this.#reading;
    const texts = this.words(EVIDENCE_TEXTS);
    const { tag } = this.speech;
    const zone = file.ledgers[0]?.store?.zone;
    const when = (at: string): string => exactly(Date.parse(at), { tag, zone });
    const empty = file.entries.length === 0 && file.ledgers.length === 0;
    return html`<section class="file" aria-labelledby="file">
      <h2 id="file" tabindex="-1">${texts.fileOf(asked)}</h2>
      <p class="muted">${texts.asOf(when(file.asOf), file.lawTable)}</p>
      ${empty ? html`<p>${texts.nothing}</p>` : this.#renderTools(file)} ${this.#renderRest(file)}
      ${file.ledgers.map((ledger) => this.#renderPerson(ledger, Date.parse(file.asOf)))}
      ${empty ? nothing : renderEntries(file.entries, { texts, tag, ledger: this.words(LEDGER_TEXTS), complete })}
      <h3>${texts.looks}</h3>
      <ul class="small">
        ${file.looks.map(({ at, member }) => html`<li>${texts.look(member?.name ?? texts.somebody, when(at))}</li>`)}
      </ul>
    </section>`;
  }

  /** What leaves the page is the whole file: what is not there yet is read first. */
  #renderTools({ asOf }: ReadFile): TemplateResult {
    const texts = this.words(EVIDENCE_TEXTS);
    const name = `evidence-${asOf.slice(0, 10)}`;
    const json = (file: ReadFile): void => download(JSON.stringify(file, null, 2), `${name}.json`, 'application/json');
    const csv = (file: ReadFile): void => download(evidenceCsv(file.entries), `${name}.csv`, 'text/csv');
    const print = (): void => globalThis.print();
    const button = (words: string, act: (file: ReadFile) => void): TemplateResult =>
      html`<button type="button" aria-disabled=${this.#reading.busy ? 'true' : 'false'} @click=${() => void this.#withAll(act)}>${words}</button>`;
    return html`<div class="buttons">
      ${button(texts.print, print)} ${button(texts.asCsv, csv)} ${button(texts.asJson, json)}
    </div>`;
  }

  /** That this is not all of it, as a print says, too; and the way to the rest. */
  #renderRest({ entries }: ReadFile): TemplateResult | typeof nothing {
    const { complete, busy, failure } = this.#reading;
    if (complete) return nothing;
    const texts = this.words(EVIDENCE_TEXTS);
    return html`<div class="rest">
      <p role="status">${busy === 'reading' ? texts.readingOn(entries.length) : texts.beginning(entries.length)}</p>
      ${failure === undefined ? nothing : html`<p class="fault" role="alert">${texts.failure[failure.kind]}</p>`}
      <div class="buttons">
        <button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${() => void this.#reading.readOn()}>
          ${texts.readOn}
        </button>
      </div>
    </div>`;
  }

  async #withAll(act: (file: ReadFile) => void): Promise<void> {
    const reading = this.#reading;
    if (!reading.complete && !(await reading.readOn())) return;
    // What is printed is what is shown.
    await this.updateComplete;
    if (reading.file !== undefined) act(reading.file);
  }

  /** A customer with the number: what he has said and what holds now. */
  #renderPerson(ledger: LedgerView, now: number): TemplateResult {
    const texts = this.words(EVIDENCE_TEXTS);
    const words = this.words(LEDGER_TEXTS);
    const { opportunityId } = ledger;
    const telling = { texts: words, tag: this.speech.tag, zone: ledger.store?.zone, now, part: opportunityId };
    const href = this.ledgerHref;
    const id = idOf('person', telling);
    return html`<section class="person" aria-labelledby=${id}>
      <h2 id=${id}>${texts.customer(ledger.customerName ?? texts.nobodyNamed, ledger.store?.name ?? '')}</h2>
      ${renderActs(ledger, telling)} ${renderRefused(ledger, telling)}
      <details class="fold no-print">
        <summary>${words.now}</summary>
        ${renderStanding(ledger, telling)}
        ${href ? html`<p><a href="${href}#${ledgerPath(opportunityId)}">${texts.toLedger}</a></p>` : nothing}
      </details>
    </section>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget as HTMLFormElement).get('asked') ?? '').trim();
    // The server reads what is a number and what is an address; here it is only told which of the two is meant.
    this.#unreadable = !/@|\d{4}/.test(asked);
    this.requestUpdate();
    if (this.#unreadable || this.#reading.busy === 'opening') return;
    this.#focusing = true;
    void this.#reading.open(asked);
  };
}

defineOnce('beback-evidence', Evidence);

declare global {
  interface HTMLElementTagNameMap {
    'beback-evidence': Evidence;
  }
}
