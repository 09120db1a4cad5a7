import type { TrialRateView } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { count } from '../format/number.ts';
import { type IconName, icon } from '../icons/icons.ts';
import { renderBar } from './bar.ts';
import { type Report, type TrialTelling, tellRate } from './trial-telling.ts';
import type { Keeping } from './trial-words.ts';

type Person = Report['people'][number];
type Question = Report['questions'][number];

/** A state has its shape and its word; the tone comes on top. */
const LOOKS: Readonly<Record<Keeping, { readonly shape: IconName; readonly tone: string }>> = {
  kept: { shape: 'done', tone: 'good' },
  notKept: { shape: 'alarm', tone: 'alarm' },
  tooLittle: { shape: 'wait', tone: '' },
};

/**
 * Who kept to it, what came in, what customers answered.
 *
 * @param advised - the advice stands beside the owner's choice already
 */
export function renderReport(report: Report, advised: boolean, telling: TrialTelling): TemplateResult {
  const { texts } = telling;
  return html`<section class="card" aria-labelledby="who">
      <h2 id="who">${texts.who}</h2>
      ${advised ? nothing : html`<p>${report.advice.text}</p>`}
      <p class="small muted">${texts.judging}</p>
      ${report.people.length === 0 ? html`<p>${texts.nobody}</p>` : renderPeople(report, telling)}
    </section>
    <div class="pair">
      ${renderAnswers(report, telling)} ${renderFigures(report, telling)}
    </div>`;
}

function renderPeople(report: Report, telling: TrialTelling): TemplateResult {
  const { texts } = telling;
  return html`<ul class="people">
    ${report.people.map((person) => renderPerson(person, telling))}
    <li class="all">
      <h3>${texts.everybody}</h3>
      ${renderShare(texts.steps, report.steps, telling)} ${renderShare(texts.documented, report.documented, telling)}
    </li>
  </ul>`;
}

function renderPerson({ member, steps, documented, keeping }: Person, telling: TrialTelling): TemplateResult {
  const { texts } = telling;
  const { shape, tone } = LOOKS[keeping];
  return html`<li>
    <h3>
      ${member?.name ?? texts.unknownPerson}
      <span class="chip ${tone}">${icon(shape)} ${texts.keepings[keeping]}</span>
    </h3>
    ${renderShare(texts.steps, steps, telling)} ${renderShare(texts.documented, documented, telling)}
  </li>`;
}

function renderShare(name: string, rate: TrialRateView, telling: TrialTelling): TemplateResult {
  return html`<div class="share">
    <p class="small"><span>${name}</span> <b>${tellRate(rate, telling)}</b></p>
    ${renderBar(rate.of === 0 ? 0 : rate.done / rate.of, rate.share === null ? 'few' : '')}
  </div>`;
}

function renderAnswers({ questions, surveyed }: Report, telling: TrialTelling): TemplateResult {
  const { texts } = telling;
  const some = questions.some(({ answers }) => answers > 0);
  return html`<section class="card" aria-labelledby="answers">
    <h2 id="answers">${texts.answers}</h2>
    ${surveyed.of === 0 ? nothing : renderShare(texts.surveyed, surveyed, telling)}
    ${
      some
        ? html`<ul class="questions">${questions.map((question) => renderQuestion(question, telling))}</ul>`
        : html`<p>${texts.noAnswers}</p>`
    }
  </section>`;
}

function renderQuestion({ text, answers, mean, scaleTo, low }: Question, telling: TrialTelling): TemplateResult {
  const { texts, tag } = telling;
  const figure = (value: number) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(value);
  return html`<li>
    <p>${text}</p>
    ${
      mean === null
        ? html`<p class="small muted">${texts.noneYet}</p>`
        : html`<p class="small">
              <b>${texts.mean(figure(mean), figure(scaleTo))}</b>
              <span class="muted">${texts.answered(answers)}</span>
              <span class=${low === 0 ? 'muted' : 'alarm'}>${low === 0 ? nothing : icon('alarm')} ${texts.low(low)}</span>
            </p>
            ${renderBar(mean / scaleTo, '')}`
    }
  </li>`;
}

function renderFigures({ leads, deliveries }: Report, { texts, tag }: TrialTelling): TemplateResult {
  return html`<section class="card" aria-labelledby="figures">
    <h2 id="figures">${texts.figures}</h2>
    <dl>
      <div>
        <dt class="small muted">${texts.leads}</dt>
        <dd>${count(leads, tag)}</dd>
      </div>
      <div>
        <dt class="small muted">${texts.deliveries}</dt>
        <dd>${count(deliveries, tag)}</dd>
      </div>
    </dl>
  </section>`;
}
