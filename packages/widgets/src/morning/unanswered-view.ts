import type { UnansweredLeadsResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import { type ClockTelling, renderLeadClock } from '../lead-clock/render-lead-clock.ts';

type Unanswered = UnansweredLeadsResult['unansweredLeads'];
type Lead = Unanswered['leads'][number];

/** A morning shows no more at once. */
const SHOWN = 10;

/** The leads that wait for a person, each with its running clock and who has the call. */
export function renderUnanswered(
  unanswered: Unanswered | undefined,
  failed: boolean,
  telling: ClockTelling,
): TemplateResult {
  const { words } = telling;
  return html`<section aria-labelledby="unanswered">
    <h2 id="unanswered" tabindex="-1">${words.unanswered}</h2>
    ${failed ? html`<p role="status">${icon('cut')} ${words.unansweredFailed}</p>` : nothing}
    ${unanswered === undefined ? nothing : renderLeads(unanswered, telling)}
  </section>`;
}

function renderLeads({ total, leads }: Unanswered, telling: ClockTelling): TemplateResult {
  const { words } = telling;
  if (total === 0) return html`<p>${icon('done')} ${words.unansweredNone}</p>`;
  const shown = leads.slice(0, SHOWN);
  return html`<p class="muted">${words.unansweredCount(total)}</p>
    <ul class="people">
      ${shown.map((lead) => renderLead(lead, telling))}
    </ul>
    ${total > shown.length ? html`<p class="small muted">${words.unansweredMore(total - shown.length)}</p>` : nothing}`;
}

function renderLead(
  { customerName, vehicle, source, owner, firstResponse }: Lead,
  telling: ClockTelling,
): TemplateResult {
  const { words } = telling;
  const holder = firstResponse.heldBy;
  return html`<li class="waiting-lead">
    <p><strong>${customerName || words.nobodyNamed}</strong>
      <span class="muted">${[vehicle, source].filter((part) => part).join(' · ')}</span></p>
    ${renderLeadClock(firstResponse, telling)}
    <p class="small muted">
      ${holder === null ? words.heldByNobody : words.heldBy(holder.name)}${
        owner === null || owner.id === holder?.id ? nothing : html` · ${words.owner(owner.name)}`
      }
    </p>
  </li>`;
}
