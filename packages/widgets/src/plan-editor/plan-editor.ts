import { ClientSource } from '@beback/client';
import type { FollowUpPlan } from '@beback/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { NavigateEvent } from '../events/navigate-event.ts';
import { renderTrouble } from '../plan/actions-view.ts';
import { NO_FAULTS, type OverrideFaults } from '../plan/override-form.ts';
import { formatPlanPath, type PlanPath, parsePlanPath } from '../plan/plan-path.ts';
import type { PlanLoad, VersionRow } from '../plan/plan-queries.ts';
import { renderPlanEmpty, renderPlanFailed, renderPlanLoading, renderPlanSignedOut } from '../plan/plan-states.ts';
import { PrintUnfolds, unfoldTo } from '../plan/unfold.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderBeginning } from './begin-view.ts';
import { browserLoad } from './browser-load.ts';
import { DraftDesk } from './draft-desk.ts';
import { EditorActs } from './editor-acts.ts';
import { editorKey } from './editor-keys.ts';
import { EditorQueries } from './editor-queries.ts';
import type { EditorTelling } from './editor-telling.ts';
import { checkPlan, type PlanCheck } from './plan-check.ts';
import { planEditorStyles } from './plan-editor.styles.ts';
import { PLAN_EDITOR_TEXTS } from './plan-editor.texts.ts';
import { StepActs, toggleOf } from './step-acts.ts';
import { renderWriting } from './writing-view.ts';

/**
 * Writes a store's follow-up plan: begins a draft, changes it by forms made from the plan's own schema while its
 * sentences and the load on people move along, keeps it on the server, and hands it in for signatures.
 *
 * @summary Writes a draft of a store's plan, its sentences and its load beside it.
 * @status experimental
 * @tag beback-plan-editor
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} store-id - Whose plan; without it the writer's first store, or the one that `path` names.
 * @attr {string} path - What is written: `store/<id>/version/<number>/step/<id>`; empty: the latest draft.
 * @attr {string} plan-href - The page with `<beback-plan>`, where a draft is read and signed.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {NavigateEvent} beback-navigate - Another draft or step is written.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class PlanEditor extends StaffElement {
  static override styles = planEditorStyles;
  static override properties: PropertyDeclarations = {
    storeId: { attribute: 'store-id' },
    path: { reflect: true },
    planHref: { attribute: 'plan-href' },
    asking: { state: true },
    faults: { state: true },
    saying: { state: true },
  };

  declare storeId: string | undefined;
  declare path: string | undefined;
  declare planHref: string | undefined;
  /** What is done for good is asked for twice. */
  declare protected asking: 'handIn' | 'discard' | undefined;
  declare protected faults: OverrideFaults;
  declare protected saying: string;

  #wanted: PlanPath = {};
  /** What takes the focus once it is there: the first of these. */
  #reach: string | readonly string[] | undefined;
  /** Where the writer has gone within the editor. */
  #gone: string | undefined;
  #checked: { readonly text: FollowUpPlan; readonly check: PlanCheck } | undefined;
  #load: PlanLoad | undefined;

  readonly #source = new ClientSource(
    this,
    () => this.ownClient,
    () => this.requestUpdate(),
  );
  readonly #queries = new EditorQueries(this, { client: () => this.ownClient, wanted: () => this.#wanted });
  readonly #desk = new DraftDesk(this, {
    client: () => this.#source.client,
    locale: () => this.language,
    now: () => this.now(),
  });
  readonly #acts = new EditorActs(this.#desk, {
    words: () => this.words(PLAN_EDITOR_TEXTS),
    path: () => this.path,
    say: (words) => {
      this.saying = words;
    },
    close: (reach) => this.#ask(undefined, reach),
    go: (version) => this.#go({ ...this.#store, ...(version !== undefined && { version }) }),
    refresh: () => this.refresh(),
  });
  readonly #stepActs = new StepActs(this.#desk, {
    show: (stepId) => this.#go({ ...this.#place, ...(stepId !== undefined && { stepId }) }),
    say: (words, reach) => {
      this.saying = words;
      this.#reach = reach;
    },
  });

  constructor() {
    super();
    this.faults = NO_FAULTS;
    this.saying = '';
    this.addEventListener('keydown', (event) => this.#press(event));
    new PrintUnfolds(this);
  }

  /** Asks the server for what there is again; what is being written stays. */
  refresh(): void {
    this.#queries.refetch();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('path') || changed.has('storeId')) {
      const { storeId, ...within } = parsePlanPath(this.path ?? '');
      const store = this.storeId ?? storeId;
      this.#wanted = { ...within, ...(store !== undefined && { storeId: store }) };
      // Whoever comes by an address is led to the step that it names.
      if (within.stepId !== undefined && this.path !== this.#gone) this.#reach = toggleOf(within.stepId);
    }
    const { reader, shown, inForce, manages } = this.#queries;
    if (reader != null && manages && shown?.state === 'draft') {
      this.#desk.open({ memberId: reader.member.id, draftId: shown.id }, inForce?.id);
    }
    const { text, draft } = this.#desk;
    if (text === undefined || draft == null) return;
    if (this.#checked?.text !== text) this.#checked = { text, check: checkPlan(text) };
    const { plan } = this.#checked.check;
    // What does not hold together has no load: the last one that did stays in sight.
    if (plan !== undefined && draft.loadBasis !== null) this.#load = browserLoad(plan, draft.loadBasis, this.language);
  }

  protected override updated(): void {
    this.tellSignedOut(this.#signedOut ? { kind: 'signedOut', message: '' } : undefined);
    const [target] = [this.#reach ?? []].flat().flatMap((one) => this.renderRoot.querySelector<HTMLElement>(one) ?? []);
    if (target === undefined) return;
    this.#reach = undefined;
    unfoldTo(target);
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const telling = this.#telling();
    const { busy } = this.#desk;
    const wish = busy === undefined || busy === 'fetch' ? undefined : busy;
    return html`<section class="root" aria-labelledby="title">
      <p class="saying" role="status">${wish === undefined ? this.saying : telling.texts.wishing[wish]}</p>
      ${this.#renderBody(telling)}
    </section>`;
  }

  #renderBody(telling: EditorTelling): TemplateResult {
    const { texts } = telling;
    const { reader, storeId, versions, shown, failure, manages } = this.#queries;
    const desk = this.#desk;
    if (this.#signedOut) return renderPlanSignedOut(texts, this.signInHref);
    if (reader != null && !manages) return renderPlanEmpty(texts.notYours);
    if (reader != null && storeId === undefined) return renderPlanEmpty(texts.noStore);
    const again = (): void => {
      this.refresh();
      if (shown !== undefined) void desk.again();
    };
    if (versions === undefined) {
      return failure === undefined ? renderPlanLoading(texts) : renderPlanFailed(texts, failure, again);
    }
    if (shown?.state !== 'draft' || desk.draft === null) return this.#renderBeginning(versions, telling);
    const { draft, text } = desk;
    if (draft === undefined || text === undefined || this.#checked === undefined) {
      const { trouble } = desk;
      if (trouble === undefined || !('fault' in trouble)) return renderPlanLoading(texts);
      return renderPlanFailed(texts, { kind: trouble.fault, message: '' }, again);
    }
    return renderWriting(
      {
        desk,
        draft,
        text,
        check: this.#checked.check,
        load: this.#load,
        asking: this.asking,
        faults: this.faults,
        signer: reader?.member.name ?? '',
        open: this.#wanted.stepId,
        planHref: this.planHref,
        acts: this.#stepActs,
        ask: (what) => this.#ask(what),
        mark: (faults) => {
          this.faults = faults;
        },
        reach: (selectors) => {
          this.#reach = selectors;
          this.requestUpdate();
        },
        save: () => void this.#acts.save(),
        handIn: (note) => void this.#acts.handIn(note),
        discard: () => void this.#acts.discard(),
      },
      telling,
    );
  }

  #renderBeginning(versions: readonly VersionRow[], telling: EditorTelling): TemplateResult {
    const { shown: named, storeId = '' } = this.#queries;
    const goOn = (version: VersionRow): void => this.#go({ ...this.#store, version: version.number });
    return html`${renderTrouble(this.#desk.trouble, telling)}
    ${renderBeginning(
      {
        versions,
        named: named?.state === 'draft' ? undefined : named,
        busy: this.#desk.busy !== undefined,
        begin: (version) => void this.#acts.begin(storeId, version?.id),
        goOn,
      },
      telling,
    )}
    ${this.planHref === undefined ? nothing : html`<p><a href=${this.planHref}>${telling.texts.asPlan}</a></p>`}`;
  }

  #ask(what: 'handIn' | 'discard' | undefined, reach?: string): void {
    const back = this.asking === 'discard' ? '#discard' : '#title';
    this.#reach = reach ?? (what === undefined ? back : what === 'handIn' ? '#hand-in' : '#ask');
    this.asking = what;
    this.faults = NO_FAULTS;
    if (what === 'handIn') this.#desk.needInForce();
    this.#desk.forgetTrouble();
    this.requestUpdate();
  }

  #press(event: KeyboardEvent): void {
    const { text, dirty, mayUndo, mayRedo } = this.#desk;
    const wanted = editorKey(event);
    // A question is open (hand it in, and why all the same): it is about the text as it stands.
    if (wanted === undefined || text === undefined || this.asking !== undefined) return;
    event.preventDefault();
    if (wanted === 'save' && dirty && this.#checked?.check.plan !== undefined) void this.#acts.save();
    if (wanted === 'undo' && mayUndo) this.#desk.undo();
    if (wanted === 'redo' && mayRedo) this.#desk.redo();
  }

  get #signedOut(): boolean {
    return this.#queries.signedOut || this.#desk.signedOut;
  }

  /** The store as far as an address has to name it. */
  get #store(): PlanPath {
    const { storeId } = this.#queries;
    return this.storeId !== undefined || storeId === undefined ? {} : { storeId };
  }

  get #place(): PlanPath {
    const { shown } = this.#queries;
    return { ...this.#store, ...(shown !== undefined && { version: shown.number }) };
  }

  #go(path: PlanPath): void {
    this.path = formatPlanPath(path);
    this.#gone = this.path;
    this.dispatchEvent(new NavigateEvent(this.path));
  }

  #telling(): EditorTelling {
    return {
      texts: this.words(PLAN_EDITOR_TEXTS),
      tag: this.speech.tag,
      locale: this.language,
      zone: this.#desk.draft?.store.zone,
      hrefOf: (stepId) => `#${formatPlanPath({ ...this.#place, stepId })}`,
      go: (stepId) => this.#stepActs.show(stepId),
    };
  }
}

defineOnce('beback-plan-editor', PlanEditor);

declare global {
  interface HTMLElementTagNameMap {
    'beback-plan-editor': PlanEditor;
  }
}
