import { consents, failureIn, QueryController, whyNot } from '@beback/client';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { NavigateEvent } from '../events/navigate-event.ts';
import { icon } from '../icons/icons.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderFailed, renderLoading, renderSignedOut } from '../staff/staff-states.ts';
import { renderActs, renderRefused } from './acts-view.ts';
import { renderFind } from './find-form.ts';
import { ledgerStyles } from './ledger.styles.ts';
import { LEDGER_TEXTS } from './ledger.texts.ts';
import { opportunityOf } from './ledger-path.ts';
import { renderHeard } from './note-form.ts';
import { Noting } from './noting.ts';
import { renderStanding } from './standing-view.ts';

/**
 * A customer's consent ledger in plain words: what may be done now by which channel for which purpose, why, until when
 * and by which fact; what the customer has said; what was not sent. "Take me off your list" is written down by two taps.
 *
 * @summary A customer's consent ledger.
 * @status experimental
 * @tag beback-ledger
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} path - Whose ledger: `opportunity/<id>`; empty: one of the own customers is looked up.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {NavigateEvent} beback-navigate - Another customer is shown.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class Ledger extends StaffElement {
  static override styles = ledgerStyles;
  static override properties: PropertyDeclarations = {
    path: { reflect: true },
    search: { state: true },
  };

  declare path: string | undefined;
  /** What was last looked up. */
  declare protected search: string | undefined;

  /** Where the reader is to be once it is there. */
  #focusing: string | undefined;

  readonly #ledger = new QueryController(this, {
    operation: consents,
    variables: () => {
      const opportunityId = opportunityOf(this.path ?? '');
      return opportunityId === undefined ? undefined : { opportunityId, locale: this.language };
    },
    client: () => this.ownClient,
  });
  readonly #found = new QueryController(this, {
    operation: whyNot,
    variables: () => (this.search === undefined ? undefined : { customer: this.search, locale: this.language }),
    client: () => this.ownClient,
  });
  readonly #noting = new Noting(this, {
    client: () => this.ownClient,
    language: () => this.language,
    onNoted: () => {
      this.#focusing = 'told';
      this.#ledger.refetch();
    },
    onFailed: ({ kind }) => {
      if (kind === 'signedOut') this.refresh();
    },
  });

  /** Asks the server again. */
  refresh(): void {
    this.#ledger.refetch();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Another customer: neither the form nor what was written last is about that one.
    if (changed.has('path')) this.#noting.leave();
  }

  #opened: string | undefined;

  protected override updated(): void {
    this.tellSignedOut(failureIn(this.#ledger.state) ?? failureIn(this.#found.state));
    const { kind } = this.#noting;
    if (kind !== this.#opened) {
      if (kind !== undefined) this.#focusing = 'noting';
      this.#opened = kind;
    }
    const place =
      this.#focusing === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`#${this.#focusing}`);
    // While the ledger is fetched the title is there, and nothing to go to yet.
    if (!place?.hasAttribute('tabindex')) return;
    place.focus();
    this.#focusing = undefined;
  }

  protected override render(): TemplateResult {
    return html`<section class="root" aria-labelledby="title">${this.#renderState()}</section>`;
  }

  #renderState(): TemplateResult {
    const texts = this.words(LEDGER_TEXTS);
    const opportunityId = opportunityOf(this.path ?? '');
    const failure = opportunityId === undefined ? failureIn(this.#found.state) : failureIn(this.#ledger.state);
    if (failure?.kind === 'signedOut') {
      return renderSignedOut(html`<span id="title">${texts.signedOut}</span>`, texts, this.signInHref);
    }
    const title = (words: string) => html`<h1 id="title" tabindex="-1">${words}</h1>`;
    if (opportunityId === undefined) {
      return html`${title(texts.title)} ${this.#renderFind(failure && texts.failure[failure.kind])}`;
    }
    const { data } = this.#ledger;
    if (data === undefined) {
      if (failure === undefined) return renderLoading(html`<span id="title">${texts.loading}</span>`);
      return html`${title(texts.failed)} ${renderFailed(texts.failure[failure.kind], texts, () => this.refresh())}`;
    }
    const ledger = data.consents;
    const telling = { texts, tag: this.speech.tag, zone: ledger.store?.zone, now: Date.parse(data.clock.now) };
    return html`<header>
        ${title(ledger.customerName ?? texts.nobodyNamed)}
        <p class="muted">${texts.title}</p>
      </header>
      ${failure === undefined ? nothing : html`<p class="fault" role="status">${icon('cut')} ${texts.failure[failure.kind]}</p>`}
      ${renderHeard(this.#noting, opportunityId, texts)} ${renderStanding(ledger, telling)} ${renderActs(ledger, telling)}
      ${renderRefused(ledger, telling)}`;
  }

  #renderFind(trouble: string | undefined): TemplateResult {
    const { state, data } = this.#found;
    return renderFind(this.words(LEDGER_TEXTS), data?.whyNot, trouble, {
      busy: state.status === 'loading',
      search: (words) => {
        if (words === this.search) this.#found.refetch();
        this.search = words;
      },
      go: (event, path) => this.#go(event, path),
    });
  }

  #go(event: MouseEvent, path: string): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.path = path;
    this.#focusing = 'title';
    this.dispatchEvent(new NavigateEvent(path));
  }
}

defineOnce('beback-ledger', Ledger);

declare global {
  interface HTMLElementTagNameMap {
    'beback-ledger': Ledger;
  }
}
