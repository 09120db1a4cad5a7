import { html, type TemplateResult } from 'lit';
import type { Refusal } from '../staff/refusal.ts';
import { type Actions, renderActions, renderTrouble } from './actions-view.ts';
import { carrierLoads } from './carrier-load.ts';
import { renderChanges } from './changes-view.ts';
import { type LeadsForm, renderLeads } from './leads-view.ts';
import { renderLoads } from './load-view.ts';
import { guiltySteps, stepsByTrigger } from './plan-steps.ts';
import type { PlanTelling } from './plan-telling.ts';
import { renderRules, renderSentences } from './sentences-view.ts';
import { renderJump, renderSignatures, type Signing } from './signatures-view.ts';
import { renderSplit } from './split-view.ts';
import { renderSigned, renderVerdict } from './verdict-view.ts';

export interface VersionView {
  readonly actions: Actions;
  readonly signing: Signing;
  readonly leads: LeadsForm;
  readonly trouble: Refusal | undefined;
  /** The step that an address leads to. */
  readonly here: string | undefined;
}

/** A version as its reader may see it: everybody the sentences, who answers for the store the load and what follows. */
export function renderVersion(
  { actions, signing, leads, trouble, here }: VersionView,
  telling: PlanTelling,
): TemplateResult {
  const { sentences, policies, load, loadOverride, name } = actions.version;
  const steps = stepsByTrigger(sentences);
  const guilty = guiltySteps(load);
  const told = html`${renderSentences({ name, steps, guilty, here }, telling)} ${renderRules(policies, telling)}`;
  const all = [...steps.values()].flat();
  const signatures = renderSignatures(signing, all, telling);
  const changes = renderChanges(actions.version, all, telling);
  const signed = renderSigned(loadOverride, telling);
  if (load === null) {
    return html`<div class="columns">${signatures} ${changes} ${signed} ${told}</div>`;
  }
  const accused = [...steps]
    .map(([trigger, all]) => [trigger, all.filter(({ id }) => guilty.has(id))] as const)
    .filter(([, some]) => some.length > 0);
  const carriers = carrierLoads(load.people);
  return html`<div class="columns tested">
    <div class="column">
      <section class=${load.fits ? 'verdict fits' : 'verdict'} aria-labelledby="verdict">
        ${renderVerdict(load, carriers, accused, telling)} ${signed} ${renderActions(actions, telling)} ${renderJump(signing, telling)}
        ${renderTrouble(trouble, telling)}
      </section>
      ${renderLoads(carriers, telling)}
    </div>
    <div class="column">${signatures} ${changes} ${renderSplit(load, telling)} ${renderLeads(load, leads, telling)} ${told}</div>
  </div>`;
}
