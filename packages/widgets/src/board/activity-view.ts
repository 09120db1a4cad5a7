import type { ActivityResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { type BoardTelling, tellCount, tellTime } from './board-telling.ts';
import { renderProof } from './member-view.ts';

type Node = NonNullable<ActivityResult['node']>;
type Activity = Extract<Node, { readonly __typename: 'Activity' }>;

/** A single activity: what was logged, what the phone system says, and why the two were put together or not. */
export function renderActivity({ node }: ActivityResult, telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  if (node?.__typename !== 'Activity') return html`<h1 id="title" tabindex="-1">${texts.notThere}</h1>`;
  const customer = node.opportunity.customerName || texts.nobodyNamed;
  return html`
    <header>
      <h1 id="title" tabindex="-1">${texts.channels[node.channel]}: ${customer}</h1>
      ${node.opportunity.vehicle ? html`<p class="muted">${node.opportunity.vehicle}</p>` : nothing}
    </header>
    <p class="verdict">${renderProof(node.proof?.kind, telling)}</p>
    <ul class="reasons">
      ${(node.proof?.reasons ?? []).map((reason) => html`<li>${reason.text}</li>`)}
    </ul>
    <div class="sides">${renderClaim(node, telling)} ${renderRecord(node, telling)}</div>
  `;
}

function renderClaim(node: Activity, telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  return html`<section aria-labelledby="claim">
    <h2 id="claim">${texts.claim}</h2>
    <dl>
      ${row(texts.disposition, texts.dispositions[node.disposition])} ${row(texts.when, tellTime(node.at, telling))}
      ${node.member === null ? nothing : row(texts.claimedBy, node.member.name)} ${row(texts.loggedAt, tellTime(node.recordedAt, telling))}
      ${node.note ? row(texts.note, `“${node.note}”`) : nothing}
    </dl>
  </section>`;
}

function renderRecord({ record }: Activity, telling: BoardTelling): TemplateResult {
  const { texts } = telling;
  const seconds = (value: number): string => texts.seconds(tellCount(value, telling));
  return html`<section aria-labelledby="record">
    <h2 id="record">${texts.record}</h2>
    ${
      record === null
        ? html`<p class="muted">${texts.noRecord}</p>`
        : html`<dl>
          ${row(texts.result, texts.callOutcomes[record.outcome] ?? record.outcome)}
          ${row(texts.startedAt, tellTime(record.startedAt, telling))}
          ${record.talkSeconds === null ? nothing : row(texts.talked, seconds(record.talkSeconds))}
          ${row(texts.lasted, seconds(record.totalSeconds))} ${row(texts.source, record.source)}
        </dl>`
    }
  </section>`;
}

function row(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
