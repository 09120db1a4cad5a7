import type { BebackClient, ControllerHost, Locale } from '@beback/client';
import type { FollowUpPlan } from '@beback/core';
import type { Refusal } from '../staff/refusal.ts';
import { type PlanDraft, readDraft, readText } from './draft-reads.ts';
import { type DraftWish, DraftWishes, type Wished } from './draft-wishes.ts';
import { type EditHistory, edited, newHistory, redone, undone } from './edit-history.ts';
import { type EditsPlace, isSameText, keepEdits, readEdits, settleEdits } from './kept-edits.ts';
import { compared, joined, type Meanwhile } from './meanwhile.ts';

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
  #place: EditsPlace | undefined;
  #inForceId: string | undefined;
  /** Counts what was laid on the desk: an answer about what lay there before changes nothing on it. */
  #laid = 0;

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

  /** Puts another draft, or another writer's, on the desk; the same one stays as it lies there, whatever is in force. */
  open({ memberId, draftId }: EditsPlace, inForceId: string | undefined): void {
    const isSame = this.#place?.memberId === memberId && this.#place.draftId === draftId;
    if (isSame && this.#inForceId === inForceId) return;
    this.#place = { memberId, draftId };
    this.#inForceId = inForceId;
    void (isSame ? this.#readInForce() : this.#open());
  }

  async again(): Promise<void> {
    if (this.#place !== undefined) await this.#open();
  }

  /** The text in force is needed: it is asked for again where it did not come. */
  needInForce(): void {
    if (this.draft != null && this.inForce === undefined) void this.#readInForce();
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
    const laid = this.#laid;
    this.#set('begin', undefined);
    const read = versionId === undefined ? undefined : await readText(this.#client, versionId);
    const document = read === undefined ? shipped() : read.ok ? read.value : undefined;
    if (document == null) {
      this.#end(laid, read?.ok === false ? read.trouble : { fault: 'notFound' });
      return undefined;
    }
    const { answer, trouble } = await this.#wishes.begin(storeId, document);
    this.#end(laid, trouble);
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
    const [place, laid] = [this.#place, this.#laid];
    if (draft == null || text === undefined || place === undefined || this.meanwhile !== undefined) return false;
    this.#set(handIn ? 'handIn' : 'save', undefined);
    const { answer, trouble, meanwhile } = await this.#wishes.save(draft, text, handIn);
    const revision = answer?.revision;
    if (laid !== this.#laid) {
      if (revision !== undefined) settleEdits(place, text, revision);
      return answer !== undefined;
    }
    if (revision !== undefined) {
      this.draft = { ...draft, revision, unfinished: !handIn, document: text, signatures: { signed: 0 } };
      this.#base = text;
      this.#keep();
    }
    this.#end(laid, meanwhile ? await this.#meet(draft) : trouble);
    return answer !== undefined;
  }

  /** Signs for the load of a draft, the one on the desk or one that has left it since. */
  async override(draftId: string, note: string): Promise<boolean> {
    return this.#simply('override', draftId, () => this.#wishes.override(draftId, note));
  }

  async discard(): Promise<boolean> {
    const place = this.#place;
    if (place === undefined || this.draft == null) return false;
    const gone = await this.#simply('discard', place.draftId, () => this.#wishes.discard(place.draftId));
    if (gone) keepEdits(place, undefined);
    return gone;
  }

  /** Goes on from the other's text, with one's own changes on it or without them; it can be undone. */
  settle(how: 'mine' | 'theirs' | 'drop'): void {
    const { meanwhile, text } = this;
    if (meanwhile === undefined || text === undefined) return;
    const theirs = meanwhile.theirs.document as FollowUpPlan;
    const put = joined(text, meanwhile, how);
    this.draft = meanwhile.theirs;
    this.#base = theirs;
    this.meanwhile = undefined;
    this.#turn(edited(this.#known(), isSameText(put, theirs) ? theirs : put));
  }

  forgetTrouble(): void {
    this.trouble = undefined;
  }

  async #simply(wish: 'override' | 'discard', draftId: string, run: () => Promise<Wished>): Promise<boolean> {
    const laid = draftId === this.#place?.draftId ? this.#laid : undefined;
    if (laid !== undefined) this.#set(wish, undefined);
    const { answer, trouble } = await run();
    this.#end(laid, trouble);
    return answer !== undefined;
  }

  async #open(): Promise<void> {
    const laid = ++this.#laid;
    const [place, inForceId] = [this.#place, this.#inForceId];
    Object.assign(this, { draft: undefined, inForce: undefined, meanwhile: undefined, keptSince: undefined });
    this.#history = undefined;
    this.#set('fetch', undefined);
    if (place === undefined) return;
    const [draft, inForce] = await Promise.all([
      readDraft(this.#client, place.draftId),
      readText(this.#client, inForceId),
    ]);
    if (laid !== this.#laid) return;
    if (!draft.ok) return this.#end(laid, draft.trouble);
    if (!inForce.ok) return this.#end(laid, inForce.trouble);
    this.draft = draft.value;
    if (inForceId === this.#inForceId) this.inForce = inForce.value;
    if (draft.value !== null) this.#lay(draft.value, place);
    this.#end(laid, undefined);
  }

  /** Another version came into force while the draft lies here. */
  async #readInForce(): Promise<void> {
    const [laid, id] = [this.#laid, this.#inForceId];
    this.inForce = undefined;
    const read = await readText(this.#client, id);
    if (laid !== this.#laid || id !== this.#inForceId) return;
    if (read.ok) this.inForce = read.value;
    else this.trouble = read.trouble;
    this.#host.requestUpdate();
  }

  /** A draft on the empty desk, with what was written here before and not saved. */
  #lay(draft: PlanDraft, place: EditsPlace): void {
    const base = draft.document as FollowUpPlan;
    const kept = readEdits(place);
    this.#base = base;
    this.#history = newHistory(base);
    // It was saved, and the page was left before the answer came.
    if (kept !== undefined && isSameText(kept.text, base)) keepEdits(place, undefined);
    if (kept === undefined || isSameText(kept.text, base)) return;
    this.keptSince = kept.at;
    this.#history = edited(this.#history, kept.text);
    if (kept.revision !== draft.revision) this.meanwhile = compared(kept.text, { ...kept, theirs: draft });
  }

  /** What was to be saved meets a text that somebody else saved. @returns why it is not known what that says */
  async #meet({ id, revision }: PlanDraft): Promise<Refusal | undefined> {
    const laid = this.#laid;
    const read = await readDraft(this.#client, id);
    if (laid !== this.#laid || this.text === undefined || this.#base === undefined) return undefined;
    if (!read.ok) return read.trouble;
    if (read.value === null) return { fault: 'notFound' };
    this.meanwhile = compared(this.text, { base: this.#base, revision, theirs: read.value });
    return undefined;
  }

  get #client(): BebackClient {
    return this.#wishes.client;
  }

  #known(): EditHistory<FollowUpPlan> {
    if (this.#history === undefined) throw new Error('DraftDesk: there is no text on the desk yet');
    return this.#history;
  }

  #turn(history: EditHistory<FollowUpPlan>): void {
    this.#history = history;
    if (this.meanwhile !== undefined) this.meanwhile = compared(history.present, this.meanwhile);
    this.#keep();
    this.#host.requestUpdate();
  }

  /** While two texts meet, what is kept knows the text that both began with. */
  #keep(): void {
    const { draft, text, meanwhile } = this;
    const base = meanwhile?.base ?? this.#base;
    if (draft == null || text === undefined || base === undefined || this.#place === undefined) return;
    const { revision } = meanwhile ?? draft;
    const edits = this.dirty || meanwhile !== undefined ? { at: this.#options.now(), revision, base, text } : undefined;
    keepEdits(this.#place, edits);
    if (edits === undefined) this.keptSince = undefined;
  }

  /** What was asked for is answered; nothing is said of it where something else lies on the desk by now. */
  #end(laid: number | undefined, trouble: Refusal | undefined): void {
    if (laid === this.#laid) this.#set(undefined, trouble);
  }

  #set(busy: DraftDesk['busy'], trouble: Refusal | undefined): void {
    this.busy = busy;
    this.trouble = trouble;
    this.#host.requestUpdate();
  }
}
