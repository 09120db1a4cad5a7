import {
  failureIn,
  QueryController,
  type TrialResult,
  type TrialVariables,
  type TrialVerdict,
  trial,
  type ViewerResult,
  viewer,
} from '@beback/client';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { NavigateEvent } from '../events/navigate-event.ts';
import { icon } from '../icons/icons.ts';
import { tellRefusal } from '../staff/refusal.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderFailed, renderLoading, renderSignedOut } from '../staff/staff-states.ts';
import { renderReport } from './report-view.ts';
import { trialStyles } from './trial.styles.ts';
import { TRIAL_TEXTS } from './trial.texts.ts';
import { TrialChanges } from './trial-changes.ts';
import { renderBeginning, renderDeciding, type TrialActs, USUAL_MONTHS } from './trial-forms.ts';
import { formatTrialPath, parseTrialPath } from './trial-path.ts';
import type { TrialTelling } from './trial-telling.ts';
import { renderLock, renderProgress } from './trial-view.ts';
import type { TrialAct } from './trial-words.ts';

/**
 * A store's season by hand: where it stands, who keeps to the plan, what customers answered, what the owner's go would
 * change, and the owner's word.
 *
 * @summary A store's trial, its report, and go or no-go.
 * @status experimental
 * @tag beback-trial
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} store-id - Whose trial; without it the reader chooses among his or her stores.
 * @attr {string} path - What is shown: `store/<id>`; empty: the reader's first store.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {NavigateEvent} beback-navigate - Another store is shown.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class Trial extends StaffElement {
  static override styles = trialStyles;
  static override properties: PropertyDeclarations = {
    storeId: { attribute: 'store-id' },
    path: { reflect: true },
    asking: { state: true },
    months: { state: true },
    whyFaulty: { state: true },
    saying: { state: true },
  };

  declare storeId: string | undefined;
  declare path: string | undefined;
  declare protected asking: TrialAct | undefined;
  declare protected months: number;
  declare protected whyFaulty: boolean;
  declare protected saying: string;

  /** What takes the focus once it is there. */
  #reach: string | undefined;

  readonly #viewer = new QueryController<ViewerResult, Readonly<Record<string, never>>>(this, {
    operation: viewer,
    variables: () => ({}),
    client: () => this.ownClient,
  });
  readonly #trial = new QueryController<TrialResult, TrialVariables>(this, {
    operation: trial,
    variables: () => {
      const storeId = this.#shownId;
      return storeId === undefined ? undefined : { storeId, locale: this.language };
    },
    client: () => this.ownClient,
  });
  readonly #changes = new TrialChanges(this, { client: () => this.ownClient, locale: () => this.language });

  constructor() {
    super();
    this.months = USUAL_MONTHS;
    this.whyFaulty = false;
    this.saying = '';
  }

  /** Asks the server for what is shown again. */
  refresh(): void {
    this.#viewer.refetch();
    this.#trial.refetch();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('path') || changed.has('storeId')) this.#forget();
  }

  protected override updated(): void {
    this.tellSignedOut(this.#signedOut ? { kind: 'signedOut', message: '' } : undefined);
    const target = this.#reach && this.renderRoot.querySelector<HTMLElement>(this.#reach);
    if (!target) return;
    this.#reach = undefined;
    target.focus();
  }

  protected override render(): TemplateResult {
    const { texts } = this.#telling;
    if (this.#signedOut) {
      const words = html`<span id="title">${texts.signedOut}</span>`;
      return html`<section class="root" aria-labelledby="title">
        ${renderSignedOut(words, texts, this.signInHref)}
      </section>`;
    }
    return html`<section class="root" aria-labelledby="title">
      <header>
        <h1 id="title" tabindex="-1">${texts.title}</h1>
        ${this.#renderStores()}
        <p class="muted">${texts.about}</p>
      </header>
      <p class="saying" role="status">${this.#changes.busy === undefined ? this.saying : texts.saying}</p>
      ${this.#renderBody()}
    </section>`;
  }

  #renderBody(): TemplateResult {
    const telling = this.#telling;
    const { texts } = telling;
    const failure = this.#failure;
    const { data } = this.#trial;
    if (this.#reader != null && this.#shownId === undefined) return html`<p>${texts.noStore}</p>`;
    if (data === undefined || this.#reader == null) {
      if (failure === undefined) return renderLoading(texts.loading);
      return renderFailed(`${texts.failed}. ${texts.failure[failure.kind]}`, texts, () => this.refresh());
    }
    const acts = this.#acts(this.#reader);
    const stale =
      failure === undefined
        ? nothing
        : html`<p class="alarm" role="status">${icon('cut')} ${texts.failure[failure.kind]}</p>`;
    if (data.trial === null) {
      return html`${stale} ${this.#renderTrouble(telling)}
        <p>${texts.none}</p>
        ${renderBeginning(null, acts, telling)}`;
    }
    const isOpen = data.trial.phase === 'running' || data.trial.phase === 'undecided';
    return html`${stale} ${this.#renderTrouble(telling)}
      <div class="pair">${renderProgress(data.trial, telling)} ${renderLock(data.trial, telling)}</div>
      ${isOpen ? renderDeciding(data.trial, acts, telling) : nothing} ${renderReport(data.trial.report, isOpen, telling)}
      ${isOpen ? nothing : renderBeginning(data.trial, acts, telling)}`;
  }

  #renderTrouble({ texts }: TrialTelling): TemplateResult | typeof nothing {
    const { trouble } = this.#changes;
    if (trouble === undefined) return nothing;
    return html`<p class="alarm" role="alert">${icon('cut')} ${texts.notDone} ${tellRefusal(trouble, texts)}</p>`;
  }

  #renderStores(): TemplateResult | typeof nothing {
    const stores = this.#reader?.stores ?? [];
    const shown = this.#shownId;
    if (this.storeId !== undefined || stores.length < 2) {
      return html`<p class="muted">${this.#nameOf(shown)}</p>`;
    }
    const choose = (event: Event): void => this.#go((event.target as HTMLSelectElement).value);
    return html`<label>
      <span class="said">${this.#telling.texts.store}</span>
      <select id="store" @change=${choose}>
        ${stores.map(({ id, name }) => html`<option value=${id} .selected=${id === shown}>${name}</option>`)}
      </select>
    </label>`;
  }

  #acts({ member, capabilities }: NonNullable<ViewerResult['viewer']>): TrialActs {
    const { asking, months, whyFaulty } = this;
    return {
      ...{ name: member.name, asking, months, whyFaulty },
      isOwner: member.role === 'principal',
      manages: capabilities.includes('managePlan'),
      busy: this.#changes.busy !== undefined,
      ask: (act) => {
        // Who changes his or her mind comes back to the button.
        this.#reach = act === undefined ? `#${asking}` : '#ask';
        this.#forget();
        this.asking = act;
      },
      choose: (count) => {
        this.months = count;
      },
      start: () => void this.#change('start', (storeId) => this.#changes.start(storeId, months)),
      decide: (verdict: TrialVerdict, why) =>
        void this.#change(verdict, (storeId) => this.#changes.decide(storeId, verdict, why)),
      markWhy: (faulty) => {
        this.whyFaulty = faulty;
      },
    };
  }

  async #change(act: TrialAct, run: (storeId: string) => Promise<boolean>): Promise<void> {
    const storeId = this.#shownId;
    // One at a time: what is pressed twice was meant once.
    if (this.#changes.busy !== undefined || storeId === undefined) return;
    this.saying = '';
    const isDone = await run(storeId);
    // Also what was refused may have been changed by somebody else meanwhile.
    this.#trial.refetch();
    const { texts } = this.#telling;
    if (storeId !== this.#shownId) {
      // Whoever has turned to another store is told of which one this is.
      this.#changes.settle();
      this.saying = [this.#nameOf(storeId) ?? [], isDone ? texts.done[act] : texts.notDone].flat().join(': ');
      return;
    }
    if (!isDone) return;
    this.saying = texts.done[act];
    this.asking = undefined;
    this.#reach = '#title';
  }

  get #reader(): ViewerResult['viewer'] | undefined {
    return this.#viewer.data?.viewer;
  }

  get #shownId(): string | undefined {
    return this.storeId ?? parseTrialPath(this.path ?? '') ?? this.#reader?.stores[0]?.id;
  }

  #nameOf(storeId: string | undefined): string | undefined {
    return this.#reader?.stores.find(({ id }) => id === storeId)?.name;
  }

  get #failure() {
    return failureIn(this.#viewer.state) ?? failureIn(this.#trial.state);
  }

  get #signedOut(): boolean {
    return this.#reader === null || this.#failure?.kind === 'signedOut' || this.#changes.signedOut;
  }

  get #telling(): TrialTelling {
    const zone = this.#reader?.stores.find(({ id }) => id === this.#shownId)?.zone;
    return { texts: this.words(TRIAL_TEXTS), tag: this.speech.tag, zone };
  }

  #go(storeId: string): void {
    this.saying = '';
    this.path = formatTrialPath(storeId);
    this.dispatchEvent(new NavigateEvent(this.path));
  }

  #forget(): void {
    this.asking = undefined;
    this.whyFaulty = false;
    this.#changes.settle();
  }
}

defineOnce('beback-trial', Trial);

declare global {
  interface HTMLElementTagNameMap {
    'beback-trial': Trial;
  }
}
