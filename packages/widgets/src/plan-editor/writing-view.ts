import type { FollowUpPlan } from '@beback/core';
import { describePlan } from '@beback/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import { renderTrouble } from '../plan/actions-view.ts';
import { carrierLoads } from '../plan/carrier-load.ts';
import { renderLeads } from '../plan/leads-view.ts';
import { renderLoads } from '../plan/load-view.ts';
import type { OverrideFaults } from '../plan/override-form.ts';
import { formatPlanPath } from '../plan/plan-path.ts';
import type { PlanLoad } from '../plan/plan-queries.ts';
import { guiltySteps, type Step, stepsByTrigger } from '../plan/plan-steps.ts';
import { tellDate, tellMoment } from '../plan/plan-telling.ts';
import { renderSplit } from '../plan/split-view.ts';
import { renderVerdict } from '../plan/verdict-view.ts';
import { renderBar } from './bar-view.ts';
import { pathText, withValueAt } from './document-path.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { PlanDraft } from './draft-reads.ts';
import type { EditorTelling, PlanForm } from './editor-telling.ts';
import { renderHandIn } from './hand-in-view.ts';
import { renderMeanwhile } from './meanwhile-view.ts';
import type { PlanCheck } from './plan-check.ts';
import { renderRuleForms } from './rules-view.ts';
import type { StepActs } from './step-acts.ts';
import { renderActionPlans } from './steps-view.ts';

export type EditorAsking = 'handIn' | 'discard';

export interface Writing {
  readonly desk: DraftDesk;
  readonly draft: PlanDraft;
  readonly text: FollowUpPlan;
  readonly check: PlanCheck;
  /** Of the last text that could have one. */
  readonly load: PlanLoad | undefined;
  readonly asking: EditorAsking | undefined;
  readonly faults: OverrideFaults;
  readonly signer: string;
  readonly open: string | undefined;
  readonly planHref: string | undefined;
  readonly acts: StepActs;
  ask(what: EditorAsking | undefined): void;
  mark(faults: OverrideFaults): void;
  /** Leads the focus to the first of these that is there. */
  reach(selectors: readonly string[]): void;
  save(): void;
  handIn(note: string | undefined): void;
  discard(): void;
}

/** A draft with its forms, its sentences and its load, side by side. */
export function renderWriting(writing: Writing, telling: EditorTelling): TemplateResult {
  const { texts } = telling;
  const { desk, text, check, load, acts, open } = writing;
  const sound = check.plan ?? (desk.draft?.document as FollowUpPlan);
  const steps = stepsByTrigger(
    describePlan(sound, telling.locale).map(({ step, ...told }) => ({ stepId: step, ...told })),
  );
  const all = [...steps.values()].flat();
  const guilty = guiltySteps(load ?? null);
  const form: PlanForm = {
    text,
    check,
    telling,
    // From the text as it is by then: two fields can be filled in at once.
    put: (path, value, typing = false) =>
      desk.edit(withValueAt(desk.text ?? text, path, value), typing ? pathText(path) : undefined),
  };
  return html`${renderHead(writing, telling)} ${renderNotes(writing, all, telling)}
    <div class="columns">
      <div class="column">
        ${renderActionPlans({
          ...form,
          guilty,
          open,
          show: (stepId) => acts.show(stepId, open),
          add: (trigger) => acts.add(trigger, texts),
          copy: (place) => acts.copy(place, texts),
          remove: (place) => acts.remove(place, texts),
          move: (place, by) => acts.move(place, by, texts),
        })}
        ${renderRuleForms(form)}
      </div>
      <div class="column beside">${load === undefined ? nothing : renderLoad(load, steps, writing, telling)}</div>
    </div>
    ${renderBar(
      {
        desk,
        load,
        faults: check.faults.size,
        mend: () => mendFirst(writing),
        undo: () => desk.undo(),
        redo: () => desk.redo(),
        save: writing.save,
        handIn: () => (check.plan === undefined ? mendFirst(writing) : writing.ask('handIn')),
      },
      telling,
    )}`;
}

function renderHead({ draft, planHref, asking, ask, discard, desk }: Writing, telling: EditorTelling): TemplateResult {
  const { texts } = telling;
  const href = `${planHref}#${formatPlanPath({ storeId: draft.store.id, version: draft.number })}`;
  return html`<header>
    <div>
      <h1 id="title" tabindex="-1">${texts.editorTitle(draft.number)}</h1>
    <p class="states">
      <span class="chip wait">${icon('letter')} ${draft.unfinished ? texts.beingWritten : texts.states.draft}</span>
      <span class="muted">${draft.store.name}, ${texts.draftFrom(tellDate(draft.createdAt, telling), draft.draftedBy?.name)}</span>
    </p></div>
    ${
      asking === 'discard'
        ? html`<div class="asked" role="group" aria-labelledby="ask">
            <p id="ask" tabindex="-1">${texts.discardAsk}</p>
            <div class="buttons">
              <button
                type="button"
                class="main"
                aria-disabled=${desk.busy === undefined ? 'false' : 'true'}
                @click=${discard}
              >
                ${texts.discardNow}
              </button>
              <button type="button" @click=${() => ask(undefined)}>${texts.keep}</button>
            </div>
          </div>`
        : html`<div class="buttons">
            ${planHref === undefined ? nothing : html`<a class="button" href=${href}>${texts.asPlan}</a>`}
            ${
              // What people were asked to sign is withdrawn where they read it, and with a reason.
              draft.unfinished
                ? html`<button id="discard" type="button" @click=${() => ask('discard')}>${texts.discard}</button>`
                : nothing
            }
          </div>`
    }
  </header>`;
}

/** What the writer has to know before he or she goes on. */
function renderNotes(writing: Writing, steps: readonly Step[], telling: EditorTelling): TemplateResult {
  const { texts } = telling;
  const { desk, draft, check, load, asking } = writing;
  const { meanwhile, keptSince, trouble } = desk;
  return html`${renderTrouble(trouble, telling)}
    ${
      meanwhile === undefined
        ? nothing
        : renderMeanwhile({ ...meanwhile, steps, settle: (how) => desk.settle(how) }, telling)
    }
    ${
      keptSince === undefined || meanwhile !== undefined
        ? nothing
        : html`<p class="note">
            ${texts.keptBack(tellMoment(new Date(keptSince).toISOString(), telling))}
            <button type="button" @click=${() => desk.drop()}>${texts.dropMine}</button>
          </p>`
    }
    ${draft.unfinished ? nothing : html`<p class="note">${icon('law')} <span>${texts.takesBack(draft.signatures.signed)}</span></p>`}
    ${
      asking !== 'handIn' || check.plan === undefined || load === undefined || desk.inForce === undefined
        ? nothing
        : renderHandIn(
            {
              version: draft.number,
              text: check.plan,
              inForce: desk.inForce,
              steps,
              load,
              busy: desk.busy !== undefined,
              signer: writing.signer,
              faults: writing.faults,
              mark: writing.mark,
              cancel: () => writing.ask(undefined),
              handIn: writing.handIn,
            },
            telling,
          )
    }`;
}

function renderLoad(
  load: PlanLoad,
  steps: ReturnType<typeof stepsByTrigger>,
  { check }: Writing,
  telling: EditorTelling,
): TemplateResult {
  const { texts } = telling;
  const carriers = carrierLoads(load.people);
  const guilty = guiltySteps(load);
  const accused = [...steps]
    .map(([trigger, all]) => [trigger, all.filter(({ id }) => guilty.has(id))] as const)
    .filter(([, some]) => some.length > 0);
  const forms = { mayChange: false, busy: false, faulty: false, reckon: () => {}, mark: () => {} };
  return html`${check.plan === undefined ? html`<p class="small muted">${texts.staleLoad}</p>` : nothing}
    <section class=${load.fits ? 'verdict fits' : 'verdict'} aria-labelledby="verdict">
      ${renderVerdict(load, carriers, accused, telling)}
    </section>
    ${renderLoads(carriers, telling)} ${renderSplit(load, telling)} ${renderLeads(load, forms, telling)}`;
}

/** To the first field that has to be mended; what it stands in is opened. */
function mendFirst({ check, text, acts, reach }: Writing): void {
  const [path] = check.faults.keys();
  if (path === undefined) return;
  const [, plan, step] = /^actionPlans\[(\d+)\]\.steps\[(\d+)\]/.exec(path) ?? [];
  const stepId = text.actionPlans[Number(plan)]?.steps[Number(step)]?.id;
  if (stepId !== undefined) acts.show(stepId);
  const field = `f-${path.replaceAll(/[[.]/g, '-').replaceAll(']', '')}`;
  // A fault of several fields together has no field of its own: the first of them stands for all.
  reach([`#${field}`, `:is(input, select, textarea)[id^='${field}-']`, `#part-${path.split(/[.[]/)[0]} summary`]);
}
