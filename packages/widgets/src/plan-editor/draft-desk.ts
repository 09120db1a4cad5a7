import type { BebackClient, ControllerHost, Locale, PlanDraftResult } from '@beback/client';
import { planDocument, planDraft } from '@beback/client';
import { type FollowUpPlan, mergePlans } from '@beback/core';
import type { Refusal } from '../staff/refusal.ts';
import { type DraftWish, DraftWishes } from './draft-wishes.ts';
import { type EditHistory, edited, newHistory, redone, undone } from './edit-history.ts';
import { keepEdits, readEdits } from './kept-edits.ts';

export type PlanDraft = Extract<NonNullable<PlanDraftResult['node']>, { readonly __typename: 'PlanVersion' }>;
export type LoadBasis = NonNullable<PlanDraft['loadBasis']>;

/** Somebody else saved another text of the draft meanwhile. */
export interface Meanwhile {
  /** The text that both began with. */
  readonly base: FollowUpPlan;
  readonly theirs: PlanDraft;
  /** Where both changed the same. */
  readonly conflicts: readonly string[];
}

export interface DraftDeskOptions {
  readonly client: () => BebackClient | undefined;
  readonly locale: () => Locale;
  readonly now: () => number;
}

/** A draft on the desk of who writes it: its text with all steps back, what the server has, what became of saving. */
export class DraftDesk {
  /** As the server had it last; null when it is not there. */
  draft: PlanDraft | null | undefined;
  /** The text of the version in force; undefined while it is not known, null where there is none. */
  inForce: FollowUpPlan | null | undefined;
  meanwhile: Meanwhile | undefined;
  /** When the edits were made that a reload brought back. */
  keptSince: number | undefined;
  busy: DraftWish | 'fetch' | undefined;
  trouble: Refusal | undefined;

  readonly #host: ControllerHost;
  readonly #options: DraftDeskOptions;
  readonly #wishes: DraftWishes;
  #history: EditHistory<FollowUpPlan> | undefined;
  /** The text that the server has. */
  #base: FollowUpPlan | undefined;
  #wanted = '';

  constructor(host: ControllerHost, options: DraftDeskOptions) {
    this.#host = host;
    this.#options = options;
    this.#wishes = new DraftWishes(options);
  }

  get text(): FollowUpPlan | undefined {
    return this.#history?.present;
  }

  get dirty(): boolean {
    return this.#history !== undefined && this.#history.present !== this.#base;
  }

  get mayUndo(): boolean {
    return (this.#history?.past.length ?? 0) > 0;
  }

  get mayRedo(): boolean {
    return (this.#history?.future.length ?? 0) > 0;
  }

  get signedOut(): boolean {
    return this.trouble !== undefined && 'fault' in this.trouble && this.trouble.fault === 'signedOut';
  }

  /** Puts another draft on the desk; the same one stays as it lies there. */
  open(draftId: string, inForceId: string | undefined): void {
    const wanted = `${draftId} ${inForceId}`;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    void this.#open(draftId, inForceId);
  }

  async again(): Promise<void> {
    const [draftId = '', inForceId] = this.#wanted.split(' ');
    await this.#open(draftId, inForceId === 'undefined' ? undefined : inForceId);
  }

  edit(text: FollowUpPlan, field?: string): void {
    this.#turn(edited(this.#known(), text, field));
  }

  undo(): void {
    this.#turn(undone(this.#known()));
  }

  redo(): void {
    this.#turn(redone(this.#known()));
  }

  /** Goes back to the text that the server has; it can be undone. */
  drop(): void {
    if (this.#base !== undefined) this.#turn(edited(this.#known(), this.#base));
  }

  /**
   * Begins a draft.
   *
   * @param versionId - whose text it begins with; undefined: `shipped`
   * @returns its number; undefined when it was not begun
   */
  async begin(
    storeId: string,
    versionId: string | undefined,
    shipped: () => FollowUpPlan,
  ): Promise<number | undefined> {
    this.#set('begin', undefined);
    const document = versionId === undefined ? shipped() : await this.#fetchText(versionId);
    if (document == null) {
      this.#set(undefined, this.trouble ?? { fault: 'notFound' });
      return undefined;
    }
    const { answer, trouble } = await this.#wishes.begin(storeId, document);
    this.#set(undefined, trouble);
    return answer?.number;
  }

  /**
   * Keeps the text on the server; not while it is unsettled how it goes with what somebody else saved meanwhile.
   *
   * @param handIn - and asks for signatures
   * @returns whether it is there now
   */
  async save(handIn: boolean): Promise<boolean> {
    const { draft, text } = this;
    if (draft == null || text === undefined || this.meanwhile !== undefined) return false;
    this.#set(handIn ? 'handIn' : 'save', undefined);
    const { answer, trouble, meanwhile } = await this.#wishes.save(draft, text, handIn);
    if (meanwhile) await this.#meet();
    if (answer?.revision !== undefined) {
      this.draft = {
        ...draft,
        revision: answer.revision,
        unfinished: !handIn,
        document: text,
        signatures: { signed: 0 },
      };
      this.#base = text;
      this.#keep();
    }
    this.#set(undefined, meanwhile ? undefined : trouble);
    return answer !== undefined;
  }

  async override(note: string): Promise<boolean> {
    return this.#simply('override', (id) => this.#wishes.override(id, note));
  }

  async discard(): Promise<boolean> {
    const gone = await this.#simply('discard', (id) => this.#wishes.discard(id));
    if (gone && this.draft != null) keepEdits(this.draft.id, undefined);
    return gone;
  }

  /** Goes on from the other's text, with one's own changes on it or without them; it can be undone. */
  settle(how: 'mine' | 'theirs' | 'drop'): void {
    const { meanwhile, text } = this;
    if (meanwhile === undefined || text === undefined) return;
    const theirs = meanwhile.theirs.document as FollowUpPlan;
    const put = how === 'drop' ? theirs : mergePlans(meanwhile.base, text, theirs, how).plan;
    this.draft = meanwhile.theirs;
    this.#base = theirs;
    this.meanwhile = undefined;
    this.#turn(edited(this.#known(), JSON.stringify(put) === JSON.stringify(theirs) ? theirs : put));
  }

  forgetTrouble(): void {
    this.trouble = undefined;
  }

  async #simply(
    wish: 'override' | 'discard',
    run: (id: string) => ReturnType<DraftWishes['discard']>,
  ): Promise<boolean> {
    if (this.draft == null) return false;
    this.#set(wish, undefined);
    const { answer, trouble } = await run(this.draft.id);
    this.#set(undefined, trouble);
    return answer !== undefined;
  }

  async #open(draftId: string, inForceId: string | undefined): Promise<void> {
    const wanted = this.#wanted;
    Object.assign(this, { draft: undefined, inForce: undefined, meanwhile: undefined, keptSince: undefined });
    this.#history = undefined;
    this.#set('fetch', undefined);
    const [draft, inForce] = await Promise.all([this.#fetch(draftId), this.#fetchText(inForceId)]);
    if (wanted !== this.#wanted) return;
    if (draft === undefined || inForce === undefined) return this.#set(undefined, this.trouble);
    this.draft = draft;
    this.inForce = inForce;
    if (draft !== null) this.#lay(draft);
    this.#set(undefined, undefined);
  }

  /** A draft on the empty desk, with what was written here before and not saved. */
  #lay(draft: PlanDraft): void {
    const base = draft.document as FollowUpPlan;
    const kept = readEdits(draft.id);
    this.#base = base;
    this.#history = newHistory(base);
    if (kept === undefined) return;
    this.keptSince = kept.at;
    this.#history = edited(this.#history, kept.text);
    if (kept.revision !== draft.revision) this.#compare(kept.base, draft);
  }

  /** What was to be saved meets a text that somebody else saved. */
  async #meet(): Promise<void> {
    const theirs = this.draft == null ? undefined : await this.#fetch(this.draft.id);
    if (theirs == null || this.#base === undefined) return;
    this.#compare(this.#base, theirs);
  }

  #compare(base: FollowUpPlan, theirs: PlanDraft): void {
    const { conflicts } = mergePlans(base, this.#known().present, theirs.document as FollowUpPlan, 'mine');
    this.meanwhile = { base, theirs, conflicts };
  }

  async #fetch(id: string): Promise<PlanDraft | null | undefined> {
    const outcome = await this.#client.query(planDraft, { id });
    if (!outcome.ok) return this.#fail(outcome.failure.kind);
    return outcome.data.node?.__typename === 'PlanVersion' ? outcome.data.node : null;
  }

  async #fetchText(id: string | undefined): Promise<FollowUpPlan | null | undefined> {
    if (id === undefined) return null;
    const outcome = await this.#client.query(planDocument, { id });
    if (!outcome.ok) return this.#fail(outcome.failure.kind);
    const { node } = outcome.data;
    return node?.__typename === 'PlanVersion' ? (node.document as FollowUpPlan) : null;
  }

  get #client(): BebackClient {
    return this.#wishes.client;
  }

  #fail(fault: Extract<Refusal, { readonly fault: unknown }>['fault']): undefined {
    this.trouble = { fault };
  }

  #known(): EditHistory<FollowUpPlan> {
    if (this.#history === undefined) throw new Error('DraftDesk: there is no text on the desk yet');
    return this.#history;
  }

  #turn(history: EditHistory<FollowUpPlan>): void {
    this.#history = history;
    this.#keep();
    this.#host.requestUpdate();
  }

  #keep(): void {
    const { draft, text } = this;
    // While two texts meet, what is kept stays what it was: it knows the text that both began with.
    if (draft == null || text === undefined || this.#base === undefined || this.meanwhile !== undefined) return;
    const { revision } = draft;
    const edits = this.dirty ? { at: this.#options.now(), revision, base: this.#base, text } : undefined;
    keepEdits(draft.id, edits);
    if (edits === undefined) this.keptSince = undefined;
  }

  #set(busy: DraftDesk['busy'], trouble: Refusal | undefined): void {
    this.busy = busy;
    this.trouble = trouble;
    this.#host.requestUpdate();
  }
}
