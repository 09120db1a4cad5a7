import {
  type ActivatePlanResult,
  type Capability,
  draftPlan,
  overridePlanLoad,
  planDocument,
  planDraft,
  planVersions,
  retirePlan,
  type SavePlanDraftVariables,
  savePlanDraft,
  viewer,
} from '@beback/client';
import { defaultPlan, type FollowUpPlan } from '@beback/core';
import { expect, vi } from 'vitest';
import type { PlanDraft } from '../../src/plan-editor/draft-reads.ts';
import { PlanEditor } from '../../src/plan-editor/plan-editor.ts';
import { inside, mount, textOf } from './page.ts';
import { StubApi } from './stub-api.ts';

type Refused = Extract<ActivatePlanResult['activatePlan'], { readonly __typename: 'RefusedError' }>;

const OPEN = [{ opens: '09:00', closes: '20:00' }];
const HOURS = { zone: 'America/Chicago', weekly: { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN, 6: OPEN } };

/** The plan that Beback ships as version 2, a draft that somebody began from version 1. */
export function makeDraft(over: Partial<PlanDraft> = {}): PlanDraft {
  return {
    __typename: 'PlanVersion',
    id: 'version-2',
    number: 2,
    state: 'draft',
    revision: 1,
    unfinished: true,
    document: defaultPlan(),
    createdAt: '2026-11-20T21:30:00Z',
    store: { id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' },
    draftedBy: { id: 'member-1', name: 'Max Roe' },
    signatures: { signed: 0 },
    loadBasis: {
      now: '2026-11-20T16:00:00Z',
      leadsAMonth: [{ trigger: 'internet', count: 70 }],
      measured: false,
      people: [
        { carrier: 'internet', count: 1 },
        { carrier: 'sales', count: 3 },
        { carrier: 'manager', count: 1 },
      ],
      workingDaysAMonth: 22,
      hours: HOURS,
      calendarFrom: '2025-01-01',
      calendarTo: '2028-12-31',
    },
    ...over,
  };
}

/** A server that keeps drafts as the real one does: nothing is written over that somebody has not read. */
export class EditorStage {
  capabilities: readonly Capability[] = ['ownDay', 'storeBoard', 'managePlan'];
  drafts: readonly PlanDraft[] = [makeDraft()];
  inForce: FollowUpPlan = defaultPlan();
  inForceId = 'version-1';
  /** Who writes. */
  member = { id: 'member-1', name: 'Max Roe', role: 'manager' as const };
  /** What saving waits for. */
  held: Promise<void> = Promise.resolve();
  /** What the next change is answered instead. */
  refusal: Refused | undefined;
  readonly api = new StubApi()
    .on(viewer, () => ({
      viewer: {
        member: this.member,
        group: { id: 'group-1', name: 'Northway' },
        stores: [{ id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' }],
        capabilities: this.capabilities,
      },
    }))
    .on(planVersions, () => ({
      planVersions: [
        ...this.drafts.map(({ id, number, state }) => ({ id, number, state, activatedAt: null })),
        { id: this.inForceId, number: 1, state: 'active' as const, activatedAt: '2026-11-01T15:00:00Z' },
      ],
    }))
    .on(planDraft, ({ id }) => ({ node: this.drafts.find((one) => one.id === id) ?? null }))
    .on(planDocument, ({ id }) => ({
      node: { __typename: 'PlanVersion' as const, id, revision: 1, document: this.inForce },
    }))
    .on(draftPlan, ({ input }) => ({
      draftPlan: this.#refused() ?? this.#begin(input.document),
    }))
    .on(savePlanDraft, async ({ input }) => {
      await this.held;
      return { redraftPlan: this.#refused() ?? this.#save(input) };
    })
    .on(overridePlanLoad, ({ input }) => ({
      overridePlanLoad: this.#refused() ?? this.#done(this.draft(input.planVersionId)),
    }))
    .on(retirePlan, ({ input }) => {
      const draft = this.draft(input.planVersionId);
      this.drafts = this.drafts.filter((one) => one !== draft);
      return { retirePlan: this.#done(draft) };
    });

  element(): PlanEditor {
    const editor = new PlanEditor();
    editor.client = this.api.client();
    editor.now = () => Date.parse('2026-11-20T22:00:00Z');
    return editor;
  }

  async show(words = 'Writing version 2', path = ''): Promise<PlanEditor> {
    const editor = this.element();
    editor.locale = 'en';
    editor.path = path;
    mount(editor);
    await until(editor, words);
    return editor;
  }

  draft(id = 'version-2'): PlanDraft {
    const draft = this.drafts.find((one) => one.id === id);
    if (draft === undefined) throw new Error(`the test knows no draft ${id}`);
    return draft;
  }

  /** Somebody else saves another text. */
  otherSaves(document: FollowUpPlan): void {
    const draft = this.draft();
    const draftedBy = { id: 'member-9', name: 'Pat Poe' };
    this.drafts = [{ ...draft, document, draftedBy, revision: draft.revision + 1 }];
  }

  /** The text that the server has. */
  get saved(): FollowUpPlan {
    return this.draft().document as FollowUpPlan;
  }

  #begin(document: unknown) {
    const draft = makeDraft({ document });
    this.drafts = [draft];
    return this.#done(draft);
  }

  #save(input: SavePlanDraftVariables['input']) {
    const draft = this.draft(input.planVersionId);
    if (input.revision !== draft.revision) {
      const reasons = [{ code: 'planVersion.writtenMeanwhile', text: 'Somebody else saved another text.' }];
      return { __typename: 'RefusedError' as const, message: 'refused', reasons };
    }
    const unfinished = input.unfinished ?? draft.unfinished;
    const next = { ...draft, document: input.document, revision: draft.revision + 1, unfinished };
    this.drafts = this.drafts.map((one) => (one === draft ? next : one));
    return this.#done(next);
  }

  #refused(): Refused | undefined {
    const { refusal } = this;
    this.refusal = undefined;
    return refusal;
  }

  #done({ id, number, state, revision, unfinished }: PlanDraft) {
    return { __typename: 'PlanChangeSuccess' as const, planVersion: { id, number, state, revision, unfinished } };
  }
}

export async function until(editor: PlanEditor, words: string): Promise<void> {
  await vi.waitFor(() => expect(textOf(editor)).toContain(words), 8000);
}

/** Presses the button that bears these words. */
export async function press(editor: PlanEditor, words: string): Promise<void> {
  const buttons = [...(editor.shadowRoot?.querySelectorAll('button') ?? [])];
  const button = buttons.find((one) => one.innerText === words);
  if (button === undefined) throw new Error(`no button says ${words}, but ${buttons.map((one) => one.innerText)}`);
  button.click();
  await editor.updateComplete;
}

/** Opens a step to be changed. */
export async function openStep(editor: PlanEditor, stepId: string): Promise<void> {
  inside(editor, `#step-${stepId} .toggle`).click();
  await editor.updateComplete;
}

/** Fills a field in, by its label, as typing does. */
export async function fill(editor: PlanEditor, label: string, value: string): Promise<void> {
  const input = fieldOf(editor, label);
  input.value = value;
  input.dispatchEvent(new Event(input.localName === 'select' ? 'change' : 'input', { bubbles: true }));
  await editor.updateComplete;
}

/** The field that bears a label; folded ones too. */
export function fieldOf(editor: PlanEditor, label: string): HTMLInputElement | HTMLSelectElement {
  const labels = [...(editor.shadowRoot?.querySelectorAll('label') ?? [])];
  const found = labels.find((one) => one.textContent?.trim() === label);
  const input = found && editor.shadowRoot?.querySelector<HTMLInputElement>(`#${CSS.escape(found.htmlFor)}`);
  if (!input) throw new Error(`no field is called ${label}, but ${labels.map((one) => one.textContent?.trim())}`);
  return input;
}
