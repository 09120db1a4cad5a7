import { type EvidenceResult, evidence, type Failure, failureIn, QueryController } from '@beback/client';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { exactly } from '../format/time.ts';
import { renderActs, renderRefused } from '../ledger/acts-view.ts';
import { LEDGER_TEXTS } from '../ledger/ledger.texts.ts';
import { ledgerPath } from '../ledger/ledger-path.ts';
import { renderStanding } from '../ledger/standing-view.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderSignedOut } from '../staff/staff-states.ts';
import { download } from './download.ts';
import { renderEntries } from './entries-view.ts';
import { evidenceStyles } from './evidence.styles.ts';
import { EVIDENCE_TEXTS } from './evidence.texts.ts';
import { evidenceCsv } from './evidence-csv.ts';

type File = EvidenceResult['evidence'];

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
    asked: { state: true },
  };

  declare ledgerHref: string | undefined;
  /** What the file shown is of, as it was typed; it stays on this page. */
  declare protected asked: string | undefined;

  #unreadable = false;
  #focusing = false;
  /** Each look is kept: nothing is asked for before somebody presses the button. */
  readonly #asking = new QueryController(this, {
    operation: evidence,
    variables: () => {
      const { asked } = this;
      if (asked === undefined) return undefined;
      return { ...(asked.includes('@') ? { email: asked } : { number: asked }), locale: this.language };
    },
    client: () => this.ownClient,
  });

  protected override updated(): void {
    this.tellSignedOut(this.#failure);
    if (!this.#focusing) return;
    const place = this.renderRoot.querySelector<HTMLElement>('#file');
    if (place === null || this.#asking.state.status !== 'ready') return;
    place.focus();
    this.#focusing = false;
  }

  protected override render(): TemplateResult {
    const texts = this.words(EVIDENCE_TEXTS);
    const failure = this.#failure;
    if (failure?.kind === 'signedOut') {
      const words = html`<span id="title">${texts.signedOut}</span>`;
      return this.#frame(renderSignedOut(words, texts, this.signInHref));
    }
    const busy = this.#busy;
    const fault =
      this.#unreadable || failure?.kind === 'input' ? texts.notReadable : failure && texts.failure[failure.kind];
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
          <button class="main" type="submit" aria-disabled=${busy ? 'true' : 'false'}>${texts.open}</button>
        </div>
        <p id="hint" class="muted small">${texts.askHint}</p>
        <p id="fault" class="fault" role="alert">${fault ?? nothing}</p>
      </form>
      <p role="status">${busy ? texts.opening : nothing}</p>
      ${this.#renderFile()}`);
  }

  #frame(content: TemplateResult): TemplateResult {
    return html`<section class="root" aria-labelledby="title">${content}</section>`;
  }

  /** Nothing of one number stands under another one's title: an answer that is old is not shown. */
  #renderFile(): TemplateResult | typeof nothing {
    const { state } = this.#asking;
    if (state.status !== 'ready' || this.asked === undefined) return nothing;
    const file = state.data.evidence;
    const texts = this.words(EVIDENCE_TEXTS);
    const { tag } = this.speech;
    const zone = file.ledgers[0]?.store?.zone;
    const when = (at: string): string => exactly(Date.parse(at), { tag, zone });
    const empty = file.entries.length === 0 && file.ledgers.length === 0;
    return html`<section class="file" aria-labelledby="file">
      <h2 id="file" tabindex="-1">${texts.fileOf(this.asked)}</h2>
      <p class="muted">${texts.asOf(when(file.asOf), file.lawTable)}</p>
      ${empty ? html`<p>${texts.nothing}</p>` : this.#renderTools(file)}
      ${file.ledgers.map((ledger) => this.#renderPerson(ledger, Date.parse(file.asOf)))}
      ${empty ? nothing : renderEntries(file.entries, { texts, tag, ledger: this.words(LEDGER_TEXTS) })}
      <h3>${texts.looks}</h3>
      <ul class="small">
        ${file.looks.map(({ at, member }) => html`<li>${texts.look(member?.name ?? texts.somebody, when(at))}</li>`)}
      </ul>
    </section>`;
  }

  #renderTools(file: File): TemplateResult {
    const texts = this.words(EVIDENCE_TEXTS);
    const name = `evidence-${file.asOf.slice(0, 10)}`;
    const json = (): void => download(JSON.stringify(file, null, 2), `${name}.json`, 'application/json');
    const csv = (): void => download(evidenceCsv(file.entries), `${name}.csv`, 'text/csv');
    return html`<div class="buttons">
      <button type="button" @click=${() => globalThis.print()}>${texts.print}</button>
      <button type="button" @click=${csv}>${texts.asCsv}</button>
      <button type="button" @click=${json}>${texts.asJson}</button>
    </div>`;
  }

  /** A customer with the number: what he has said and what holds now. */
  #renderPerson(ledger: File['ledgers'][number], now: number): TemplateResult {
    const texts = this.words(EVIDENCE_TEXTS);
    const words = this.words(LEDGER_TEXTS);
    const telling = { texts: words, tag: this.speech.tag, zone: ledger.store?.zone, now };
    const href = this.ledgerHref;
    return html`<section class="person">
      <h2>${texts.customer(ledger.customerName ?? texts.nobodyNamed, ledger.store?.name ?? '')}</h2>
      ${renderActs(ledger, telling)} ${renderRefused(ledger, telling)}
      <details class="fold no-print">
        <summary>${words.now}</summary>
        ${renderStanding(ledger, telling)}
        ${href ? html`<p><a href="${href}#${ledgerPath(ledger.opportunityId)}">${texts.toLedger}</a></p>` : nothing}
      </details>
    </section>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget as HTMLFormElement).get('asked') ?? '').trim();
    // The server reads what is a number and what is an address; here it is only told which of the two is meant.
    this.#unreadable = !/@|\d{4}/.test(asked);
    this.requestUpdate();
    if (this.#unreadable || this.#busy) return;
    this.#focusing = true;
    if (asked === this.asked) this.#asking.refetch();
    this.asked = asked;
  };

  get #failure(): Failure | undefined {
    return failureIn(this.#asking.state);
  }

  get #busy(): boolean {
    const { state } = this.#asking;
    return state.status === 'loading' || (state.status === 'stale' && state.failure === undefined);
  }
}

defineOnce('beback-evidence', Evidence);

declare global {
  interface HTMLElementTagNameMap {
    'beback-evidence': Evidence;
  }
}
