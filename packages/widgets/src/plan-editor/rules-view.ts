import { describePolicies } from '@beback/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { PlanForm } from './editor-telling.ts';
import { renderFields, renderNode } from './field-view.ts';
import { faultsBelow, readsAsSentence } from './plan-check.ts';
import { isTag, PLAN_NODE } from './schema-node.ts';

/** What stands in a plan beside its steps, each part with its sentences and, opened, its fields. */
export function renderRuleForms(form: PlanForm): TemplateResult {
  const { texts, locale } = form.telling;
  const parts = Object.entries(PLAN_NODE.properties ?? {}).filter(
    ([name, node]) => node.properties !== undefined && !isTag(node) && name !== 'actionPlans',
  );
  return html`<section class="rules" aria-labelledby="rules">
    <h2 id="rules">${texts.rules}</h2>
    ${renderNode(PLAN_NODE.properties?.['name'] ?? {}, ['name'], form)}
    ${parts.map(([name, node]) => {
      const faults = faultsBelow(form.check, name).length;
      const told = readsAsSentence(form.check, name)
        ? describePolicies(form.text, locale).filter(({ path }) => path === name || path.startsWith(`${name}.`))
        : [];
      return html`<details class="part" id="part-${name}">
        <summary>
          ${texts.sections[name] ?? name}
          ${faults === 0 ? nothing : html`<span class="chip alarm small">${icon('alarm')} ${texts.mend(faults)}</span>`}
        </summary>
        ${renderFields(node, [name], form, false)}
        ${
          told.length === 0
            ? html`<p class="muted">${texts.unsound}</p>`
            : html`<ul class="small muted">
                ${told.map(({ text }) => html`<li>${text}</li>`)}
              </ul>`
        }
      </details>`;
    })}
  </section>`;
}
