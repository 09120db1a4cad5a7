import type { Failure, ReasonText, TaskView } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import type { DayView } from './day-view.ts';
import { nameOf, type Telling } from './task-card.ts';
import type { TaskListTexts } from './task-list-words.ts';

/** Whose day it is, how much is done and how much is left. */
export function renderHead(texts: TaskListTexts, view: DayView, day: string): TemplateResult {
  return html`
    <header>
      <div>
        <h2 id="title">${texts.title}</h2>
        <p class="muted">${day}</p>
      </div>
      <p class="counts">
        <span>${icon('done')} ${texts.done(view.done)}</span>
        <span>${icon('none')} ${texts.left(view.left)}</span>
      </p>
    </header>
    <progress
      max=${Math.max(1, view.done + view.left)}
      .value=${view.done}
      aria-label=${texts.done(view.done)}
    ></progress>
  `;
}

export function renderEmpty(texts: TaskListTexts, done: number): TemplateResult {
  return html`<div class="waiting">
    <h3 id="customer" tabindex="-1">${icon('done')} ${texts.emptyTitle}</h3>
    <p class="muted">${texts.emptyText(done)}</p>
  </div>`;
}

/** More was promised for the day than fits into it: said before anybody begins. */
export function renderOverload(texts: TaskListTexts, reasons: readonly ReasonText[]): TemplateResult | typeof nothing {
  if (reasons.length === 0) return nothing;
  return html`<div class="entry" role="note">
    ${icon('alarm')}
    <div>
      <p><strong>${texts.overload}</strong> ${texts.overloadText}</p>
      ${reasons.map(({ text }) => html`<p class="muted small">${text}</p>`)}
    </div>
  </div>`;
}

/** Something more urgent than the card in hand is said, and taken only when the person wants it. */
export function renderNewer(
  task: TaskView | undefined,
  telling: Telling,
  take: (task: TaskView) => void,
): TemplateResult | typeof nothing {
  if (task === undefined) return nothing;
  return html`<p class="newer" role="status">
    ${icon('alarm')} <span>${telling.texts.newer(nameOf(task, telling.texts))}</span>
    <button type="button" @click=${() => take(task)}>${telling.texts.show}</button>
  </p>`;
}

/** What keeps the list from being up to date, in words; empty: nothing. */
export function troubleIn(failure: Failure | undefined, changes: string, texts: TaskListTexts): string {
  if (failure !== undefined) return texts.failure[failure.kind];
  return changes === 'failed' ? texts.polling : changes === 'stale' ? texts.reconnecting : '';
}
