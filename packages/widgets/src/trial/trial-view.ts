import type { TrialPhase } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { count } from '../format/number.ts';
import { type IconName, icon } from '../icons/icons.ts';
import { renderBar } from './bar.ts';
import { type Trial, type TrialTelling, tellDate, tellMoment } from './trial-telling.ts';

const LOOKS: Readonly<Record<TrialPhase, { readonly shape: IconName; readonly tone: string }>> = {
  running: { shape: 'loop', tone: '' },
  undecided: { shape: 'wait', tone: 'wait' },
  go: { shape: 'done', tone: 'good' },
  noGo: { shape: 'stop', tone: 'alarm' },
  calledOff: { shape: 'none', tone: '' },
};

/** Where the trial stands: its phase, its day, who began it. */
export function renderProgress(trial: Trial, telling: TrialTelling): TemplateResult {
  const { texts, tag } = telling;
  const { phase, from, until, day, days, startedBy } = trial;
  const { shape, tone } = LOOKS[phase];
  const begun = startedBy === null ? '' : `, ${texts.begunBy(startedBy.name)}`;
  return html`<section class="card" aria-labelledby="progress">
    <h2 id="progress"><span class="chip ${tone}">${icon(shape)} ${texts.phases[phase]}</span></h2>
    <p class="line">
      <b>${texts.dayOf(count(day, tag), count(days, tag))}</b>
      <span class="muted">${texts.lasts(tellDate(from, telling), tellDate(until, telling))}${begun}</span>
    </p>
    ${renderBar(day / days, 'time')} ${renderWord(trial, telling)}
  </section>`;
}

/** The owner's word, with name, time and why. */
function renderWord(trial: Trial, telling: TrialTelling): TemplateResult | typeof nothing {
  const { texts } = telling;
  const { phase, decidedAt, decidedBy, decidedWhy } = trial;
  if (decidedAt === null || phase === 'running' || phase === 'undecided') return nothing;
  return html`<figure class="word">
    <figcaption>${texts.decided[phase](decidedBy?.name, tellMoment(decidedAt, telling))}</figcaption>
    ${decidedWhy === null ? nothing : html`<blockquote>${decidedWhy}</blockquote>`}
    <p class="small muted">${texts.figuresOfThen}</p>
  </figure>`;
}

/** Whether automation is locked, why, and what go would change. */
export function renderLock({ phase, locked, waiting }: Trial, telling: TrialTelling): TemplateResult {
  const { texts } = telling;
  if (locked === null)
    return html`<section class="card lock free" aria-labelledby="lock">
      <h2 id="lock">${icon('done')} ${texts.free}</h2>
      <p>${texts.freeBecause}</p>
    </section>`;
  // Of what was refused nobody says go any more.
  const mayGo = phase === 'running' || phase === 'undecided';
  return html`<section class="card lock" aria-labelledby="lock">
    <h2 id="lock">${icon('stop')} ${texts.locked}</h2>
    <p>${locked.text}</p>
    ${mayGo && waiting !== null ? renderWaiting(waiting, telling) : nothing}
  </section>`;
}

function renderWaiting(
  { texts: messages, emails, late }: NonNullable<Trial['waiting']>,
  { texts }: TrialTelling,
): TemplateResult {
  return html`<p>${messages + emails === 0 ? texts.nothingWaits : texts.goWould(messages, emails)}</p>
    ${late === 0 ? nothing : html`<p class="muted">${texts.late(late)}</p>`}`;
}
