import type { TaskView } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../icons/icons.ts';
import { tellRefusal } from '../staff/refusal.ts';
import { bestHourOf } from './best-hour.ts';
import type { Entry } from './day-view.ts';
import { nameOf, renderUrgency, type Telling } from './task-card.ts';
import type { TaskListTexts } from './task-list-words.ts';
import { urgencyOf } from './urgency.ts';

const SHOWN = 3;
/** More rows than anybody reads: the rest is counted. */
const MOST = 60;

/** The next three, and behind a fold whatever else the day holds. */
export function renderNext(
  tasks: readonly TaskView[],
  telling: Telling,
  take: (task: TaskView) => void,
): TemplateResult | typeof nothing {
  if (tasks.length === 0) return nothing;
  // Between two minutes nothing is said otherwise of the same tasks.
  return html`${guard([tasks, telling.texts, telling.tag, Math.floor(telling.now / MINUTE)], () => renderSection(tasks, telling, take))}`;
}

function renderSection(tasks: readonly TaskView[], telling: Telling, take: (task: TaskView) => void): TemplateResult {
  const rest = tasks.slice(SHOWN);
  return html`
    <section aria-labelledby="next">
      <h3 id="next" class="label">${telling.texts.next}</h3>
      ${renderRows(tasks.slice(0, SHOWN), telling, take)}
      ${
        rest.length === 0
          ? nothing
          : html`<details>
            <summary>${telling.texts.more(rest.length)}</summary>
            ${renderRows(rest.slice(0, MOST), telling, take)}
            ${rest.length > MOST ? html`<p class="muted small">${telling.texts.more(rest.length - MOST)}</p>` : nothing}
          </details>`
      }
    </section>
  `;
}

const MINUTE = 60_000;
/** In every zone a day begins at a full quarter of an hour. */
const QUARTER = 15 * MINUTE;

/** Each row is its task's own: what is logged takes one away, and none of the others is written again. */
function renderRows(tasks: readonly TaskView[], telling: Telling, take: (task: TaskView) => void): TemplateResult {
  const { texts, tag, now } = telling;
  const row = (task: TaskView): TemplateResult => html`<li>
    <button type="button" class="row" @click=${() => take(task)}>
      <span class="channel">${icon(task.channel)}<span class="said">${texts.channels[task.channel]}</span></span>
      <span class="who">
        <span class="name">${nameOf(task, texts)}</span>
        <span class="muted small">${task.reasons[0]?.text}</span>
      </span>
      <span class="when small">${renderUrgency(task, telling, true)}</span>
    </button>
  </li>`;
  const told = (task: TaskView): unknown => {
    const bestIsAhead = (bestHourOf(task, now)?.at ?? 0) > now;
    const seen = [task, texts, tag, Math.floor(now / QUARTER), urgencyOf(task, now).kind, bestIsAhead];
    return guard(seen, () => row(task));
  };
  return html`<ol class="rows">
    ${repeat(tasks, ({ id }) => id, told)}
  </ol>`;
}

export interface EntryActs {
  /** Where to sign in. */
  readonly signInHref: string | undefined;
  retry(entry: Entry): void;
  drop(entry: Entry): void;
}

/** What was logged here and has not arrived: never dropped silently, never blocking the next card. */
export function renderEntries(entries: readonly Entry[], texts: TaskListTexts, acts: EntryActs): TemplateResult {
  return html`${entries.map((entry) => {
    const name = nameOf(entry.task, texts);
    if (entry.state.kind === 'unsent') {
      return html`<div class="entry" role="alert">
        ${icon('cut')}
        <p>
          ${texts.unsent(texts.dispositions[entry.disposition], name)}
          <span class="muted">${texts.failure[entry.state.failure.kind]}</span>
        </p>
        ${
          entry.state.failure.kind === 'signedOut' && acts.signInHref
            ? html`<a class="button" href=${acts.signInHref}>${texts.signIn}</a>`
            : html`<button type="button" @click=${() => acts.retry(entry)}>${texts.tryAgain}</button>`
        }
      </div>`;
    }
    if (entry.state.kind === 'refused') {
      return html`<div class="entry" role="alert">
        ${icon('alarm')}
        <p>${texts.refused(name)} ${tellRefusal(entry.state.why, texts)}</p>
        <button type="button" @click=${() => acts.drop(entry)}>${texts.drop}</button>
      </div>`;
    }
    return nothing;
  })}`;
}
