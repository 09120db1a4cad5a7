import type { Disposition, TaskView } from '@beback/client';
import { DISPOSITIONS_OF_CHANNEL } from '@beback/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dialAddress, phoneInWords } from '../format/phone.ts';
import { dayAndTime, span, type TimeStyle, timeNear } from '../format/time.ts';
import { type IconName, icon } from '../icons/icons.ts';
import { clockSaysMore } from '../lead-clock/render-lead-clock.ts';
import { ledgerPath } from '../ledger/ledger-path.ts';
import { bestHourOf, saysHour } from './best-hour.ts';
import type { TaskListTexts } from './task-list-words.ts';
import { lawfulnessOf, urgencyOf } from './urgency.ts';

/** How a task is written: words, times, and the moment by which minutes are counted. */
export interface Telling {
  readonly texts: TaskListTexts;
  readonly tag: string;
  readonly now: number;
  /** The page that holds customers' ledgers. */
  readonly ledgerHref: string | undefined;
  styleOf(task: TaskView): TimeStyle;
  /** The running clock of the task's lead, where it has one. */
  clockOf(task: TaskView): TemplateResult | typeof nothing;
}

const AT_HAND = 4;

export interface CardState {
  readonly task: TaskView;
  readonly chosen: Disposition | undefined;
  readonly note: string;
  /** The rare dispositions are in sight. */
  readonly unfolded: boolean;
  /** The card has just been swapped by itself and hears no taps for a moment. */
  readonly settling: boolean;
  readonly settledElsewhere: boolean;
  /** The appointment that stands, with the tap that confirms it. */
  readonly standing: TemplateResult | typeof nothing;
  /** When the appointment is that was set. */
  readonly appointment: TemplateResult | typeof nothing;
  /** When to call, where that was promised. */
  readonly promise: TemplateResult;
  reach(): void;
  unfold(unfolded: boolean): void;
  choose(disposition: Disposition): void;
  write(note: string): void;
  log(): void;
  goOn(): void;
}

export function nameOf(task: TaskView, texts: TaskListTexts): string {
  return task.customerName || texts.nobodyNamed;
}

/** The one next card. Its parts keep their places whatever the task is: nothing moves under the finger. */
export function renderCard(card: CardState, telling: Telling): TemplateResult {
  const { task } = card;
  const { texts } = telling;
  const facts = [task.vehicle, task.storeName].filter((fact) => fact);
  return html`
    <article class="card" aria-labelledby="customer">
      <div class="told">
        <p class="kind">
          <span class="channel">${icon(task.channel)} ${texts.channels[task.channel]}</span>
          <span class="muted">${texts.purposes[task.purpose]}</span>
        </p>
        <h3 id="customer" tabindex="-1">${nameOf(task, texts)}</h3>
        ${facts.length > 0 ? html`<p class="muted">${facts.join(' · ')}</p>` : nothing}
        ${clockSaysMore(task.firstResponse, telling.now) ? nothing : renderUrgency(task, telling)}
        ${telling.clockOf(task)} ${renderBestHour(task, telling.now)}
        <h4>${texts.why}</h4>
        ${renderReasons(task, telling)}
        <h4>${texts.last}</h4>
        ${renderLast(task, telling)}
      </div>
      ${card.settledElsewhere ? renderSettled(card, telling) : renderAnswer(card, telling)}
    </article>
  `;
}

/** Why it is there, at a glance; for whoever asks, where it ranks, what the law says, which plan asks for it. */
function renderReasons({ reasons, planNumber, opportunityId }: TaskView, telling: Telling): TemplateResult {
  const { texts, ledgerHref } = telling;
  const [first, ...others] = reasons.filter((reason) => !saysHour(reason));
  return html`<p>${first?.text}</p>
    <details>
      <summary>${texts.moreReasons}</summary>
      <ul>
        ${others.map((reason) => html`<li>${reason.text}</li>`)}
        <li>${texts.aroseUnder(planNumber)}</li>
        ${ledgerHref ? html`<li><a href="${ledgerHref}#${ledgerPath(opportunityId)}">${texts.toLedger}</a></li>` : nothing}
      </ul>
    </details>`;
}

/** When it is best done, and why then. */
function renderBestHour(task: TaskView, now: number): TemplateResult | typeof nothing {
  const hour = bestHourOf(task, now);
  if (hour === undefined) return nothing;
  return html`<p class="state small best">
    ${icon(task.channel)}<span>${hour.reasons.map(({ text }) => text).join(' ')}</span>
  </p>`;
}

/** How it stands to its time; `brief` where there is little room. */
export function renderUrgency(task: TaskView, telling: Telling, brief = false): TemplateResult {
  const { texts, tag, now } = telling;
  const style = telling.styleOf(task);
  const urgency = urgencyOf(task, now);
  const near = (at: number): string => timeNear(at, now, style);
  switch (urgency.kind) {
    case 'later':
      return state('wait', texts.from(near(urgency.from)));
    case 'due':
      if (brief && (bestHourOf(task, now)?.at ?? 0) > now)
        return state('wait', texts.bestBrief(near(Date.parse(task.best))));
      return state(
        'wait',
        brief
          ? texts.dueBrief(near(urgency.deadline))
          : texts.due(near(urgency.deadline), span(urgency.leftMilliseconds, tag)),
      );
    case 'late':
      return state(
        'alarm',
        brief
          ? texts.lateBrief(near(urgency.deadline))
          : texts.late(near(urgency.deadline), span(urgency.lateMilliseconds, tag)),
      );
  }
}

function state(shape: IconName, text: string): TemplateResult {
  return html`<p class="state ${shape}">${icon(shape)}<span>${text}</span></p>`;
}

function renderLast(task: TaskView, telling: Telling): TemplateResult {
  const { texts } = telling;
  const last = task.lastActivity;
  if (last === null) return html`<p>${texts.lastNone}</p>`;
  const when = dayAndTime(Date.parse(last.at), telling.styleOf(task));
  return html`<p>
    ${texts.channels[last.channel]}, ${texts.dispositions[last.disposition]}, ${when}
    ${last.note ? html`<span class="note">“${last.note}”</span>` : nothing}
  </p>`;
}

function renderAnswer(card: CardState, telling: Telling): TemplateResult {
  const { task, chosen, note } = card;
  const { texts } = telling;
  return html`
    <div class="reach" ?inert=${card.settling}>
      ${renderLaw(task, telling)} ${renderReach(card, telling)} ${card.standing}
    </div>
    <form
      class="answer"
      ?inert=${card.settling}
      @submit=${(event: Event) => {
        event.preventDefault();
        card.log();
      }}
    >
      ${renderDispositions(card, texts)} ${card.appointment}
      <div class="close">
        <label class="said" for="note">${texts.note}</label>
        <input
          id="note"
          type="text"
          autocomplete="off"
          maxlength="500"
          placeholder=${texts.note}
          .value=${note}
          @input=${(event: Event) => card.write((event.target as HTMLInputElement).value)}
        />
        <button class="main" type="submit" aria-disabled=${chosen === undefined ? 'true' : 'false'}>
          ${chosen === undefined ? texts.log : texts.logAs(texts.dispositions[chosen])}
        </button>
      </div>
      ${card.promise}
    </form>
  `;
}

/** The four that come most often, and the rare ones behind a fold. */
function renderDispositions(card: CardState, texts: TaskListTexts): TemplateResult {
  const { chosen } = card;
  const all: readonly Disposition[] = DISPOSITIONS_OF_CHANNEL[card.task.channel];
  const rare = all.slice(AT_HAND);
  const choose = (one: Disposition): void => {
    if (rare.includes(one)) card.unfold(true);
    card.choose(one);
  };
  const choices = (some: readonly Disposition[]): TemplateResult => html`<div class="dispositions">
    ${some.map(
      (one) => html`<label class="disposition">
        <input
          type="radio"
          name="disposition"
          value=${one}
          .checked=${chosen === one}
          @change=${() => choose(one)}
        />
        <span>${texts.dispositions[one]}</span>
      </label>`,
    )}
  </div>`;
  return html`<fieldset>
    <legend>${texts.disposition}</legend>
    ${choices(all.slice(0, AT_HAND))}
    ${
      rare.length === 0
        ? nothing
        : html`<details
          .open=${card.unfolded || (chosen !== undefined && rare.includes(chosen))}
          @toggle=${(event: Event) => card.unfold((event.currentTarget as HTMLDetailsElement).open)}
        >
          <summary>${texts.moreDispositions}</summary>
          ${choices(rare)}
        </details>`
    }
  </fieldset>`;
}

function renderLaw(task: TaskView, telling: Telling): TemplateResult {
  const { texts, now } = telling;
  const style = telling.styleOf(task);
  const law = lawfulnessOf(task, now);
  if (law.kind === 'allowed') return state('law', texts.lawfulUntil(timeNear(law.until, now, style)));
  if (law.next === undefined) return state('alarm', texts.notLawful);
  return state('alarm', texts.notLawfulUntil(timeNear(law.next, now, style)));
}

/** The link that dials or writes; no link while the law forbids it. */
function renderReach({ task, reach }: CardState, telling: Telling): TemplateResult {
  const { texts, now } = telling;
  const written = task.channel === 'email' || task.channel === 'video' || task.channel === 'letter';
  const address = written ? task.email : task.phone;
  if (!address) return html`<p class="button off">${texts.noAddress}</p>`;
  const label = written ? texts.write(address) : texts.dial(phoneInWords(address));
  if (lawfulnessOf(task, now).kind !== 'allowed') return html`<p class="button off">${label}</p>`;
  const scheme = written ? `mailto:${encodeURIComponent(address)}` : dialAddress(address);
  const href = task.channel === 'text' ? scheme.replace(/^tel:/, 'sms:') : scheme;
  return html`<a class="button dial" href=${href} @click=${reach}>${icon(task.channel)} ${label}</a>`;
}

function renderSettled(card: CardState, { texts }: Telling): TemplateResult {
  return html`<div class="settled" role="alert">
    <p>${texts.elsewhere}</p>
    <button type="button" @click=${card.goOn}>${texts.goOn}</button>
  </div>`;
}
