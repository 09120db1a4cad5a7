import { failureIn } from '@beback/client';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { NavigateEvent } from '../events/navigate-event.ts';
import { icon } from '../icons/icons.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderSignedOut } from '../staff/staff-states.ts';
import { Acknowledging } from './acknowledging.ts';
import { renderActivity } from './activity-view.ts';
import { boardStyles } from './board.styles.ts';
import { BOARD_TEXTS } from './board.texts.ts';
import { type BoardPath, formatPath, parsePath } from './board-path.ts';
import { BoardQueries } from './board-queries.ts';
import { renderBoardFailed, renderBoardLoading, renderStart } from './board-states.ts';
import type { BoardTelling } from './board-telling.ts';
import { renderCrumbs } from './crumbs.ts';
import { findingPlace } from './finding-place.ts';
import { renderGroup } from './group-view.ts';
import { renderMember } from './member-view.ts';
import { renderDepartment, renderStore } from './place-views.ts';

const REFRESH_MILLISECONDS = 60_000;

/**
 * The principal's board: which stores need a call, the figures of all, and the way down to the single activity. Whoever
 * runs one store begins there.
 *
 * @summary Boards from the group to the single activity.
 * @status experimental
 * @tag beback-board
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} path - The place shown: `store/<id>/department/<id>/member/<id>/activity/<id>`; empty: the group.
 * @attr {number} days - How many days the figures cover (30).
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {NavigateEvent} beback-navigate - Another place is shown.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class Board extends StaffElement {
  static override styles = boardStyles;
  static override properties: PropertyDeclarations = {
    path: { reflect: true },
    days: { type: Number },
  };

  declare path: string | undefined;
  declare days: number | undefined;

  #place: BoardPath = {};
  #arriving = false;
  /** The finding whose button was pressed and is taken away. */
  #acknowledged: string | undefined;
  #refreshing: ReturnType<typeof setInterval> | undefined;

  readonly #queries = new BoardQueries(this, {
    client: () => this.ownClient,
    place: () => this.#place,
    common: () => ({ days: this.days ?? null, locale: this.language }),
    onTurned: (list) => void this.updateComplete.then(() => this.#focus(list)),
  });

  readonly #acknowledging = new Acknowledging(this, {
    client: () => this.ownClient,
    language: () => this.language,
    onTaken: ({ id }) => {
      this.#queries.refetchFindings();
      this.#acknowledged = id;
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
    this.#queries.refetch();
  }

  protected override willUpdate(): void {
    const { memberId } = this.#place;
    this.#place = this.#placeOf(this.path ?? '');
    if (this.#place.memberId !== memberId) {
      this.#queries.activities.reset();
      this.#queries.missed.reset();
    }
    if (this.#queries.findingsFetched) this.#acknowledging.forget();
  }

  protected override updated(): void {
    const { shown, signedOut } = this.#queries;
    this.tellSignedOut(signedOut ? { kind: 'signedOut', message: '' } : undefined);
    if (this.#arriving && shown?.state.status !== 'loading' && shown?.state.status !== 'idle') {
      this.#arriving = false;
      this.#focus('title');
    }
    this.#followFinding();
  }

  #focus(id: string): void {
    const place = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    place?.focus({ preventScroll: true });
    if ((place?.getBoundingClientRect().top ?? 0) < 0)
      (id === 'title' ? this : place)?.scrollIntoView({ block: 'start' });
  }

  /** The button that was pressed is gone: the reader stays at its finding, at the title when that is gone, too. */
  #followFinding(): void {
    const id = this.#acknowledged;
    if (id === undefined) return;
    const lost = [null, document.body].includes((this.getRootNode() as Document).activeElement as HTMLElement | null);
    if (lost) (findingPlace(this.renderRoot, id) ?? this.renderRoot.querySelector<HTMLElement>('#title'))?.focus();
    if (this.#queries.findingsFetched) this.#acknowledged = undefined;
  }

  protected override render(): TemplateResult {
    return html`<section class="root" aria-labelledby="title">${this.#renderPlace()}</section>`;
  }

  #renderPlace(): TemplateResult {
    const queries = this.#queries;
    const telling = this.#telling();
    const { texts } = telling;
    if (queries.signedOut) {
      return renderSignedOut(html`<span id="title">${texts.signedOut}</span>`, texts, this.signInHref);
    }
    const { shown } = queries;
    if (shown === undefined) return renderStart(queries, telling, () => this.refresh());
    const crumbs = renderCrumbs(this.#place, queries, telling);
    const failure = failureIn(shown.state);
    if (shown.state.status === 'failed' && failure !== undefined) {
      return html`${crumbs} ${renderBoardFailed(texts, failure, () => this.refresh())}`;
    }
    return html`${crumbs}
      ${failure === undefined ? nothing : html`<p class="chip alarm" role="status">${icon('cut')} ${texts.failure[failure.kind]}</p>`}
      ${this.#renderBoard(telling) ?? renderBoardLoading(texts)}`;
  }

  #renderBoard(telling: BoardTelling): TemplateResult | undefined {
    const { group, store, department, member, activity, activities, missed } = this.#queries;
    const { storeId, departmentId, memberId, activityId } = this.#place;
    if (activityId !== undefined) return activity.data && renderActivity(activity.data, telling);
    if (memberId !== undefined)
      return member.data && renderMember(member.data, this.#place, { activities, missed }, telling);
    if (departmentId !== undefined) return department.data && renderDepartment(department.data, telling);
    if (storeId !== undefined) return store.data && renderStore(store.data, telling);
    return group.data && renderGroup(group.data, telling);
  }

  #telling(): BoardTelling {
    const { asOf, here } = this.#queries;
    return {
      texts: this.words(BOARD_TEXTS),
      tag: this.speech.tag,
      now: asOf === undefined ? this.now() : Date.parse(asOf),
      zone: here?.zone,
      acknowledging: this.#queries.may('acknowledgeFindings') ? this.#acknowledging : undefined,
      go: (path) => this.#go(path),
    };
  }

  #go(path: BoardPath): void {
    this.path = formatPath(path);
    this.#arriving = true;
    this.dispatchEvent(new NavigateEvent(this.path));
    // What was fetched on the way down may be minutes old: it is shown at once, and asked for anew.
    void this.updateComplete.then(() => {
      if (this.#queries.shown?.state.status === 'ready') this.refresh();
    });
  }

  /** Who sees no group board and runs one store begins at that. */
  #placeOf(path: string): BoardPath {
    const place = parsePath(path);
    const { stores = [], capabilities = [] } = this.#queries.viewer.data?.viewer ?? {};
    const [only, ...others] = stores;
    if (place.storeId !== undefined || this.#queries.seesGroup || only === undefined || others.length > 0) return place;
    return capabilities.includes('storeBoard') ? { storeId: only.id } : place;
  }
}

defineOnce('beback-board', Board);

declare global {
  interface HTMLElementTagNameMap {
    'beback-board': Board;
  }
}
