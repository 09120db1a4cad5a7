import type { TrialVerdict } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import { type Trial, type TrialTelling, tellDate } from './trial-telling.ts';
import type { TrialAct } from './trial-words.ts';

/** How long a word why is, in characters: the server holds to it too. */
const WHY = { from: 10, to: 1000 } as const;
const MONTHS = { usual: 3, most: 12 } as const;

/** Who looks, and what he or she is about to do. */
export interface TrialActs {
  readonly name: string;
  readonly isOwner: boolean;
  readonly manages: boolean;
  readonly asking: TrialAct | undefined;
  readonly busy: boolean;
  readonly whyFaulty: boolean;
  readonly months: number;
  ask(act: TrialAct | undefined): void;
  choose(months: number): void;
  start(): void;
  decide(verdict: TrialVerdict, why: string): void;
  markWhy(faulty: boolean): void;
}

/** What may be done with a trial that nobody has decided about, or who may do it. */
export function renderDeciding(trial: Trial, acts: TrialActs, telling: TrialTelling): TemplateResult {
  const { texts } = telling;
  const { asking } = acts;
  const verdict = asking === 'start' ? undefined : asking;
  return html`<section class="card" aria-labelledby="deciding">
    <h2 id="deciding">${texts.deciding}</h2>
    <p class="advice">${trial.report.advice.text}</p>
    ${trial.phase === 'running' ? html`<p>${texts.goAfter(tellDate(trial.until, telling))}</p>` : nothing}
    ${acts.isOwner ? (verdict === undefined ? renderChoice(trial, acts, telling) : renderWhy(verdict, acts, telling)) : html`<p>${texts.ownerDecides}</p>`}
  </section>`;
}

/** Go is what the page is for once everybody kept to it; until then one word is as good as the other. */
function renderChoice({ phase, report }: Trial, { ask }: TrialActs, { texts }: TrialTelling): TemplateResult {
  const button = (verdict: TrialVerdict, kind = '') =>
    html`<button id=${verdict} type="button" class=${kind} @click=${() => ask(verdict)}>${texts.acts[verdict]}</button>`;
  return html`<div class="buttons">
    ${phase === 'undecided' ? button('go', report.advice.code === 'trial.allKept' ? 'main' : '') : nothing} ${button('noGo')} ${button('calledOff')}
  </div>`;
}

/** The owner's word: what it does, why, and the name under it. */
function renderWhy(verdict: TrialVerdict, acts: TrialActs, { texts }: TrialTelling): TemplateResult {
  return html`<form
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      submit(event.currentTarget as HTMLFormElement, verdict, acts);
    }}
  >
    <p id="ask" tabindex="-1">${texts.asks[verdict]}</p>
    <div class="field">
      <label for="why">${texts.why}</label>
      <p id="why-hint" class="small muted">${texts.whyHint}</p>
      <textarea
        id="why"
        name="why"
        rows="3"
        maxlength=${WHY.to}
        autocomplete="off"
        aria-describedby="why-hint why-fault"
        aria-invalid=${acts.whyFaulty ? 'true' : 'false'}
      ></textarea>
      <p id="why-fault" class="fault">${acts.whyFaulty ? texts.whyFault : ''}</p>
    </div>
    <div class="buttons">
      <button type="submit" class="main" aria-disabled=${acts.busy ? 'true' : 'false'}>${texts.signs[verdict](acts.name)}</button>
      <button type="button" @click=${() => acts.ask(undefined)}>${texts.notYet}</button>
    </div>
  </form>`;
}

function submit(form: HTMLFormElement, verdict: TrialVerdict, acts: TrialActs): void {
  const why = String(new FormData(form).get('why') ?? '').trim();
  const faulty = why.length < WHY.from || why.length > WHY.to;
  acts.markWhy(faulty);
  if (faulty) form.querySelector<HTMLElement>('#why')?.focus();
  else acts.decide(verdict, why);
}

/** Beginning a trial, or who may. */
export function renderBeginning(trial: Trial | null, acts: TrialActs, telling: TrialTelling): TemplateResult {
  const { texts } = telling;
  // After the owner's word it is the owner's; the server has the last word.
  const mayBegin = trial === null || trial.phase === 'calledOff' ? acts.manages : acts.isOwner;
  return html`<section class="card" aria-labelledby="beginning">
    <h2 id="beginning">${texts.beginning}</h2>
    ${
      mayBegin
        ? html`<p>${texts.beginAbout}</p>
            ${acts.asking === 'start' ? renderSure(acts, telling) : renderLength(acts, telling)}`
        : html`<p>${acts.manages ? texts.ownerBegins : texts.managersBegin}</p>`
    }
  </section>`;
}

function renderLength({ months, choose, ask }: TrialActs, { texts }: TrialTelling): TemplateResult {
  const counts = Array.from({ length: MONTHS.most }, (_, i) => i + 1);
  return html`<div class="length">
    <label for="months">${texts.months}</label>
    <select id="months" @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}>
      ${counts.map((count) => html`<option value=${count} .selected=${count === months}>${texts.monthCount(count)}</option>`)}
    </select>
    <button id="start" type="button" @click=${() => ask('start')}>${texts.begin}</button>
  </div>`;
}

function renderSure({ months, busy, start, ask }: TrialActs, { texts }: TrialTelling): TemplateResult {
  return html`<div class="sure" role="group" aria-labelledby="ask">
    <p id="ask" tabindex="-1">${icon('stop')} ${texts.beginAsk(texts.monthCount(months))}</p>
    <div class="buttons">
      <button type="button" class="main" aria-disabled=${busy ? 'true' : 'false'} @click=${start}>${texts.beginNow}</button>
      <button type="button" @click=${() => ask(undefined)}>${texts.notYet}</button>
    </div>
  </div>`;
}

/** The months that a trial lasts unless somebody says otherwise. */
export const USUAL_MONTHS = MONTHS.usual;
