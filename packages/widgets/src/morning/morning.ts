import {
  type Capability,
  failureIn,
  QueryController,
  readClock,
  type ServerClock,
  serverTime,
  storeToday,
  unansweredLeads,
  viewer,
} from '@beback/client';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { Acknowledging } from '../board/acknowledging.ts';
import { BOARD_TEXTS } from '../board/board.texts.ts';
import { formatPath, parsePath } from '../board/board-path.ts';
import { findingPlace } from '../board/finding-place.ts';
import { renderFindings } from '../board/findings-view.ts';
import { NavigateEvent } from '../events/navigate-event.ts';
import { dayInWords, timeOfDay } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import { LEAD_CLOCK_TEXTS } from '../lead-clock/lead-clock.texts.ts';
import { SecondTick } from '../lead-clock/second-tick.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderFailed, renderLoading, renderSignedOut } from '../staff/staff-states.ts';
import { goToPart, renderGlance } from './glance-view.ts';
import { Going } from './going.ts';
import { morningStyles } from './morning.styles.ts';
import { MORNING_TEXTS } from './morning.texts.ts';
import type { MorningTelling } from './morning-telling.ts';
import { renderPeople } from './people-view.ts';
import { renderUnanswered } from './unanswered-view.ts';
import { Unconfirmed } from './unconfirmed.ts';

const REFRESH_MILLISECONDS = 60_000;

/**
 * The manager's morning: who is in today with load against capacity, one tap that re-routes the day of who is away, and
 * what stands about the store.
 *
 * @summary The manager's morning.
 * @status experimental
 * @tag beback-morning
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} path - The store shown: `store/<id>`; empty: the only store of who reads, or a choice.
 * @attr {string} board-href - The page that holds the board, for the ways from a finding to its department; without it: this page.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {NavigateEvent} beback-navigate - Another store is shown.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class Morning extends StaffElement {
  static override styles = morningStyles;
  static override properties: PropertyDeclarations = {
    path: { reflect: true },
    boardHref: { attribute: 'board-href' },
  };

  declare path: string | undefined;
  declare boardHref: string | undefined;

  #refreshing: ReturnType<typeof setInterval> | undefined;
  /** Where the reader is to be once it is there: what had the focus is taken away. */
  #focusing: string | undefined;
  #acknowledged: string | undefined;

  readonly #viewer = new QueryController(this, {
    operation: viewer,
    variables: () => ({}),
    client: () => this.ownClient,
  });
  readonly #today = new QueryController(this, {
    operation: storeToday,
    variables: () => {
      const storeId = this.#storeId();
      return storeId === undefined ? undefined : { storeId, locale: this.language };
    },
    client: () => this.ownClient,
  });
  #clock: ServerClock | undefined;
  readonly #unanswered = new QueryController(this, {
    operation: unansweredLeads,
    variables: () => {
      const storeId = this.#storeId();
      return storeId === undefined ? undefined : { storeId };
    },
    client: () => this.ownClient,
    onData: ({ clock }) => {
      this.#clock = readClock(clock, Date.now());
    },
  });
  readonly #seconds = new SecondTick(this, () => (this.#unanswered.data?.unansweredLeads.total ?? 0) > 0);
  readonly #unconfirmed = new Unconfirmed(this, {
    client: () => this.ownClient,
    language: () => this.language,
    storeId: () => this.#storeId(),
  });
  readonly #going = new Going(this, {
    client: () => this.ownClient,
    language: () => this.language,
    onChanged: () => this.#today.refetch(),
    onFailed: ({ kind }) => {
      if (kind === 'signedOut') this.refresh();
    },
  });
  readonly #acknowledging = new Acknowledging(this, {
    client: () => this.ownClient,
    language: () => this.language,
    onTaken: ({ id }) => {
      this.#acknowledged = id;
      this.#today.refetch();
    },
    onFailed: ({ kind }) => {
      if (kind === 'signedOut') this.refresh();
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#refreshing = setInterval(() => {
      if (!document.hidden) this.refresh();
    }, REFRESH_MILLISECONDS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#refreshing);
  }

  /** Asks the server for what is shown again. */
  refresh(): void {
    this.#viewer.refetch();
    this.#today.refetch();
    this.#unanswered.refetch();
    this.#unconfirmed.refresh();
  }

  protected override willUpdate(): void {
    if (this.#today.state.status === 'ready') this.#acknowledging.forget();
  }

  protected override updated(): void {
    this.tellSignedOut(this.#signedOut ? { kind: 'signedOut', message: '' } : undefined);
    this.#followForm();
    this.#followFinding();
  }

  protected override render(): TemplateResult {
    return html`<section class="root" aria-labelledby="title">${this.#renderState()}</section>`;
  }

  #renderState(): TemplateResult {
    const texts = this.words(MORNING_TEXTS);
    const title = (words: string) => html`<h1 id="title" tabindex="-1">${words}</h1>`;
    if (this.#signedOut) {
      return renderSignedOut(html`<span id="title">${texts.signedOut}</span>`, texts, this.signInHref);
    }
    const failure = failureIn(this.#viewer.state) ?? failureIn(this.#today.state);
    const today = this.#today.data?.storeToday;
    if (today === undefined) {
      if (failure !== undefined) {
        return html`${title(texts.failed)}
        ${renderFailed(texts.failure[failure.kind], texts, () => this.refresh())}`;
      }
      if (this.#viewer.data !== undefined && this.#storeId() === undefined) return this.#renderStart();
      return renderLoading(html`<span id="title">${texts.loading}</span>`);
    }
    const telling = this.#telling(today);
    const waiting = this.#unanswered.data?.unansweredLeads.total ?? 0;
    const open = today.findings.filter((finding) => this.#acknowledging.latest(finding).state === 'open').length;
    const asOf = timeOfDay(Date.parse(today.asOf), { tag: telling.tag, zone: today.store?.zone });
    return html`<header>
        ${title(today.store?.name ?? '')}
        <p class="muted">${texts.asOf(dayInWords(today.day, telling.tag), asOf)}</p>
        ${renderGlance(
          [
            { at: 'unanswered', count: waiting, words: this.words(LEAD_CLOCK_TEXTS).unansweredCount(waiting) },
            this.#unconfirmed.glance(),
            { at: 'findings', count: open, words: texts.findingsOpen(open) },
          ],
          (at) => goToPart(this.renderRoot, at),
        )}
      </header>
      ${failure === undefined ? nothing : html`<p class="chip alarm" role="status">${icon('cut')} ${texts.failure[failure.kind]}</p>`}
      ${renderPeople(today.people, telling)} ${this.#renderUnanswered(today.store?.zone)}
      ${this.#unconfirmed.render(telling)}
      <section aria-labelledby="findings">
        <h2 id="findings" tabindex="-1">${texts.findings}</h2>
        ${
          today.findings.length === 0
            ? html`<p>${icon('done')} ${texts.noFindings}</p>`
            : html`<div class="need">
                ${renderFindings(today.findings, { storeId: today.store?.id ?? '' }, telling.board)}
              </div>`
        }
      </section>`;
  }

  #renderUnanswered(zone: string | undefined): TemplateResult {
    const { data, state } = this.#unanswered;
    return renderUnanswered(data?.unansweredLeads, failureIn(state) !== undefined, {
      words: this.words(LEAD_CLOCK_TEXTS),
      style: { tag: this.speech.tag, zone },
      now: this.#clock === undefined ? Date.now() : serverTime(this.#clock, Date.now()),
      calm: this.#seconds.calm,
    });
  }

  /** For who has several stores, or none. */
  #renderStart(): TemplateResult {
    const texts = this.words(MORNING_TEXTS);
    const { stores = [] } = this.#viewer.data?.viewer ?? {};
    if (stores.length === 0 || !this.#may('storeBoard')) {
      return html`<div class="waiting"><p id="title">${texts.noStores}</p></div>`;
    }
    return html`<h1 id="title" tabindex="-1">${texts.chooseStore}</h1>
      <ul class="list">
        ${stores.map(
          ({ id, name }) =>
            html`<li><a href="#${formatPath({ storeId: id })}" @click=${(event: MouseEvent) => this.#go(event, id)}>${name}</a></li>`,
        )}
      </ul>`;
  }

  #telling(today: { readonly day: string; readonly asOf: string; readonly store: { readonly zone: string } | null }) {
    const { tag } = this.speech;
    const telling: MorningTelling = {
      texts: this.words(MORNING_TEXTS),
      tag,
      day: today.day,
      going: this.#may('manageDay') ? this.#going : undefined,
      board: {
        texts: this.words(BOARD_TEXTS),
        tag,
        now: Date.parse(today.asOf),
        zone: today.store?.zone,
        acknowledging: this.#may('acknowledgeFindings') ? this.#acknowledging : undefined,
        page: this.boardHref,
      },
    };
    return telling;
  }

  #may(capability: Capability): boolean {
    return this.#viewer.data?.viewer?.capabilities.includes(capability) ?? false;
  }

  #go(event: MouseEvent, storeId: string): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.path = formatPath({ storeId });
    this.#focusing = 'title';
    this.dispatchEvent(new NavigateEvent(this.path));
  }

  #storeId(): string | undefined {
    const { storeId } = parsePath(this.path ?? '');
    const [only, ...others] = this.#viewer.data?.viewer?.stores ?? [];
    return storeId ?? (others.length === 0 ? only?.id : undefined);
  }

  get #signedOut(): boolean {
    const { state } = this.#viewer;
    const known = state.status === 'ready' || state.status === 'stale';
    if (known && state.data.viewer === null) return true;
    return failureIn(state)?.kind === 'signedOut' || failureIn(this.#today.state)?.kind === 'signedOut';
  }

  /** The button that was pressed is gone: the reader stays at its finding. */
  #followFinding(): void {
    if (this.#acknowledged === undefined) return;
    if (this.shadowRoot?.activeElement === null) findingPlace(this.renderRoot, this.#acknowledged)?.focus();
    if (this.#today.state.status === 'ready') this.#acknowledged = undefined;
  }

  #chosen: string | undefined;

  /** The form takes the focus when it opens; when it closes, the reader is at the person whose it was. */
  #followForm(): void {
    const chosen = this.#going.chosen?.id;
    if (chosen !== this.#chosen) {
      this.#focusing = chosen === undefined ? `person-${this.#chosen}` : 'away-title';
      this.#chosen = chosen;
    }
    if (this.#focusing === undefined) return;
    const place = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focusing)}`);
    if (place === null) return;
    place.focus();
    this.#focusing = undefined;
  }
}

defineOnce('beback-morning', Morning);

declare global {
  interface HTMLElementTagNameMap {
    'beback-morning': Morning;
  }
}
