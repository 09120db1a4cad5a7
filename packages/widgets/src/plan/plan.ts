import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { NavigateEvent } from '../events/navigate-event.ts';
import { icon } from '../icons/icons.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { type Actions, type Asking, REACHED_BY_ASKING } from './actions-view.ts';
import { renderChoosers, renderHead } from './head-view.ts';
import type { LeadsForm } from './leads-view.ts';
import { NO_FAULTS, type OverrideFaults } from './override-form.ts';
import { planStyles } from './plan.styles.ts';
import { PLAN_TEXTS } from './plan.texts.ts';
import { type ChangedVersion, type ChangeKind, PlanChanges } from './plan-changes.ts';
import { formatPlanPath, type PlanPath, parsePlanPath } from './plan-path.ts';
import { PlanQueries, type PlanVersion } from './plan-queries.ts';
import {
  renderPlanEmpty,
  renderPlanFailed,
  renderPlanGone,
  renderPlanLoading,
  renderPlanSignedOut,
} from './plan-states.ts';
import { stepSelector } from './plan-steps.ts';
import type { PlanTelling } from './plan-telling.ts';
import type { PlanWords } from './plan-words.ts';
import type { Signing } from './signatures-view.ts';
import { leadTo, PrintUnfolds } from './unfold.ts';
import { renderVersion } from './version-view.ts';

/**
 * A store's follow-up plan: the sentences that the engine executes, what they change, who has signed, the load on people
 * beside what these get done, and, for who manages it, what may be done with a version, or why it may not.
 *
 * @summary A store's plan, its signatures, its load test, and what becomes of a draft.
 * @status experimental
 * @tag beback-plan
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} store-id - Whose plan; without it the reader chooses among his or her stores.
 * @attr {string} path - What is shown: `store/<id>/version/<number>/step/<id>`; empty: the version that concerns the reader.
 * @attr {string} edit-href - The page with `<beback-plan-editor>`; without it nothing leads there.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {NavigateEvent} beback-navigate - Another store, version or step is shown.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class Plan extends StaffElement {
  static override styles = planStyles;
  static override properties: PropertyDeclarations = {
    storeId: { attribute: 'store-id' },
    editHref: { attribute: 'edit-href' },
    path: { reflect: true },
    asking: { state: true },
    read: { state: true },
    overrideFaults: { state: true },
    leadsFaulty: { state: true },
    saying: { state: true },
  };

  declare storeId: string | undefined;
  declare path: string | undefined;
  declare editHref: string | undefined;
  declare protected asking: Asking | undefined;
  /** The version as the reader saw it when he or she set out to sign. */
  declare protected read: PlanVersion | undefined;
  declare protected overrideFaults: OverrideFaults;
  declare protected leadsFaulty: boolean;
  declare protected saying: string;

  #wanted: PlanPath = {};
  /** What takes the focus once it is there. */
  #reach: string | undefined;

  readonly #queries = new PlanQueries(this, {
    client: () => this.ownClient,
    locale: () => this.language,
    wanted: () => this.#wanted,
  });
  readonly #changes = new PlanChanges(this, { client: () => this.ownClient, locale: () => this.language });

  constructor() {
    super();
    this.overrideFaults = NO_FAULTS;
    this.leadsFaulty = false;
    this.saying = '';
    new PrintUnfolds(this);
  }

  /** Asks the server for what is shown again. */
  refresh(): void {
    this.#queries.refetch();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('path') && !changed.has('storeId')) return;
    const { storeId: _, ...within } = parsePlanPath(this.path ?? '');
    this.#wanted = this.storeId === undefined ? parsePlanPath(this.path ?? '') : { ...within, storeId: this.storeId };
    if (this.#wanted.stepId !== undefined) this.#reach = stepSelector(this.#wanted.stepId);
    this.#forget();
  }

  protected override updated(): void {
    const signedOut = this.#queries.signedOut || this.#changes.signedOut;
    this.tellSignedOut(signedOut ? { kind: 'signedOut', message: '' } : undefined);
    const target = this.#reach && this.renderRoot.querySelector<HTMLElement>(this.#reach);
    if (!target) return;
    this.#reach = undefined;
    leadTo(target);
  }

  protected override render(): TemplateResult {
    const { reader, storeId, versions, shown } = this.#queries;
    const telling = this.#telling();
    const { texts } = telling;
    const { busy, signedOut } = this.#changes;
    if (this.#queries.signedOut || signedOut) {
      return html`<section class="root" aria-labelledby="title">${renderPlanSignedOut(texts, this.signInHref)}</section>`;
    }
    const choosers = renderChoosers(
      {
        reader,
        storeId,
        storeIsFixed: this.storeId !== undefined,
        versions,
        shown,
        chooseStore: (id) => this.#turnTo({ storeId: id }),
        chooseVersion: (version) => this.#turnTo({ ...this.#store, version }),
      },
      telling,
    );
    return html`<section class="root" aria-labelledby="title">
      ${choosers}
      <p class="saying" role="status">${busy === undefined ? this.saying : texts.doing[busy]}</p>
      ${this.#renderBody(telling)}
    </section>`;
  }

  #renderBody(telling: PlanTelling): TemplateResult {
    const { texts } = telling;
    const { reader, storeId, versions, shown, version, failure, settled } = this.#queries;
    const missing = reader === undefined || (storeId !== undefined && (versions === undefined || shown === undefined));
    if (reader !== undefined && storeId === undefined) return renderPlanEmpty(texts.noStore);
    if (versions?.length === 0) return renderPlanEmpty(texts.noPlan);
    if (version === null || (versions !== undefined && shown === undefined && settled)) {
      return renderPlanGone(texts, () => this.#turnTo(this.#store));
    }
    if (missing || version === undefined) {
      return failure === undefined ? renderPlanLoading(texts) : renderPlanFailed(texts, failure, () => this.refresh());
    }
    return html`${renderHead(version, telling)}
      ${failure === undefined ? nothing : html`<p class="chip alarm" role="status">${icon('cut')} ${texts.failure[failure.kind]}</p>`}
      ${renderVersion(
        {
          actions: this.#actions(version),
          leads: this.#leadsForm(version),
          signing: this.#signing(version),
          trouble: this.#changes.troubled === 'sign' ? undefined : this.#changes.trouble,
          here: this.#wanted.stepId,
        },
        telling,
      )}`;
  }

  #actions(version: PlanVersion): Actions {
    const changes = this.#changes;
    const { id } = version;
    return {
      version,
      manages: this.#queries.manages,
      asking: this.asking,
      busy: changes.busy !== undefined,
      editHref: this.editHref,
      signer: this.#queries.reader?.member.name ?? '',
      faults: this.overrideFaults,
      ask: (what) => {
        this.#reach = what === undefined ? `#${this.asking}` : REACHED_BY_ASKING[what];
        this.#forget();
        this.asking = what;
      },
      activate: () => void this.#change('activate', () => changes.activate(id)),
      discard: () => void this.#change('discard', () => changes.retire(id)),
      retire: (why) => void this.#change('retire', () => changes.retire(id, why)),
      draft: () => void this.#change('draft', () => changes.draftFrom(version.store.id, id)),
      override: (note) => void this.#change('override', () => changes.override(id, note)),
      mark: (faults) => {
        this.overrideFaults = faults;
      },
    };
  }

  #signing(version: PlanVersion): Signing {
    const changes = this.#changes;
    const { read } = this;
    const to = (target: string, now: PlanVersion | undefined): void => {
      this.#reach = target;
      this.#forget();
      this.read = now;
      this.requestUpdate();
    };
    return {
      version,
      signer: this.#queries.reader?.member.name ?? '',
      busy: changes.busy !== undefined,
      read: read?.id === version.id ? read : undefined,
      trouble: changes.troubled === 'sign' ? changes.trouble : undefined,
      show: () => to('#signatures', read),
      begin: () => to('#ask', version),
      sign: () => void (read && this.#change('sign', () => changes.sign(read.id, read.revision))),
      cancel: () => to('#sign', undefined),
    };
  }

  #leadsForm({ id, state }: PlanVersion): LeadsForm {
    return {
      mayChange: state === 'draft' && this.#queries.manages,
      busy: this.#changes.busy !== undefined,
      faulty: this.leadsFaulty,
      reckon: (leads) => void this.#change('redraft', () => this.#changes.reckonWith(id, leads)),
      mark: (faulty) => {
        this.leadsFaulty = faulty;
      },
    };
  }

  async #change(kind: ChangeKind, run: () => Promise<ChangedVersion | undefined>): Promise<void> {
    // One at a time: what is pressed twice was meant once.
    if (this.#changes.busy !== undefined) return;
    this.saying = '';
    const from = this.path;
    const changed = await run();
    // Also what was refused may have been changed by somebody else meanwhile.
    this.refresh();
    if (changed === undefined) return;
    const { texts } = this.#telling();
    this.saying = texts.done[kind](changed.number);
    if (this.path !== from) return; // Whoever has turned to something else meanwhile stays there.
    this.#forget();
    if (kind === 'draft') this.#go({ ...this.#store, version: changed.number });
    if (kind === 'discard' || kind === 'retire') this.#go(this.#inForce);
    if (kind !== 'redraft') this.#reach = kind === 'sign' ? '#signatures' : '#title';
  }

  /** Where one is left when a draft is gone. */
  get #inForce(): PlanPath {
    const active = this.#queries.versions?.find(({ state }) => state === 'active');
    return active === undefined ? this.#store : { ...this.#store, version: active.number };
  }

  /** The store as far as an address has to name it. */
  get #store(): PlanPath {
    const { storeId } = this.#queries;
    return this.storeId !== undefined || storeId === undefined ? {} : { storeId };
  }

  /** The reader asked for something else: what was said about the former is over. */
  #turnTo(path: PlanPath): void {
    this.saying = '';
    this.#go(path);
  }

  #go(path: PlanPath): void {
    this.path = formatPlanPath(path);
    this.dispatchEvent(new NavigateEvent(this.path));
  }

  #forget(): void {
    this.asking = undefined;
    this.read = undefined;
    this.overrideFaults = NO_FAULTS;
    this.leadsFaulty = false;
    this.#changes.settle();
  }

  #telling(): PlanTelling {
    const pathOf = (stepId: string): PlanPath => {
      const { shown } = this.#queries;
      return shown === undefined ? this.#store : { ...this.#store, version: shown.number, stepId };
    };
    const texts: PlanWords = this.words(PLAN_TEXTS);
    return {
      texts,
      tag: this.speech.tag,
      zone: this.#queries.version?.store.zone,
      hrefOf: (stepId) => `#${formatPlanPath(pathOf(stepId))}`,
      go: (stepId) => {
        // Once more to the same step is a move, too.
        this.#reach = stepSelector(stepId);
        this.requestUpdate();
        this.#turnTo(pathOf(stepId));
      },
    };
  }
}

defineOnce('beback-plan', Plan);

declare global {
  interface HTMLElementTagNameMap {
    'beback-plan': Plan;
  }
}
