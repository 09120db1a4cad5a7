import type { OpenDaysResult, QueryController } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { dayNarrow, timeOfDay } from '../format/time.ts';
import type { AgreementTexts } from './agreement.texts.ts';
import type { Picked } from './agreement.ts';
import type { Telling } from './task-card.ts';
import { slotsOf } from './time-slots.ts';

interface Picking {
  /** Tells two pickers of one card apart. */
  readonly name: string;
  readonly legend: string;
  retry(): void;
  pick(picked: Picked): void;
}

/** Two taps and a time: the next days on which the store is open, then its half hours. */
export function renderTimePicker(
  state: QueryController<OpenDaysResult, unknown>['state'],
  picked: Picked,
  texts: AgreementTexts,
  telling: Telling,
  picking: Picking,
): TemplateResult {
  const failed = state.status === 'failed';
  const answer = state.status === 'ready' || state.status === 'stale' ? state.data.openDays : undefined;
  return html`<fieldset class="when">
    <legend>${picking.legend}</legend>
    ${
      answer !== undefined
        ? renderChoices(answer, picked, texts, telling, picking)
        : failed
          ? html`<p role="alert">${texts.failed}</p>
            <button type="button" @click=${picking.retry}>${telling.texts.tryAgain}</button>`
          : html`<p class="muted" role="status">${texts.loading}</p>`
    }
  </fieldset>`;
}

function renderChoices(
  { days, zone }: OpenDaysResult['openDays'],
  picked: Picked,
  texts: AgreementTexts,
  { tag }: Telling,
  { name, pick }: Picking,
): TemplateResult {
  const chosen = days.find(({ day }) => day === picked.day);
  const slots = chosen === undefined ? [] : slotsOf(chosen);
  return html`<div class="days">
      ${days.map(
        ({ day }) => html`<label class="disposition">
          <input
            type="radio"
            name=${`${name}-day`}
            value=${day}
            .checked=${day === picked.day}
            @change=${() => pick({ day })}
          />
          <span>${dayNarrow(day, tag)}</span>
        </label>`,
      )}
    </div>
    ${
      chosen === undefined
        ? nothing
        : html`<label class="time">
          <span>${texts.time}</span>
          <select
            @change=${(event: Event) => {
              const { value } = event.currentTarget as HTMLSelectElement;
              pick({ day: picked.day, at: value === '' ? undefined : Number(value) });
            }}
          >
            <option value="" .selected=${picked.at === undefined}>${texts.noTime}</option>
            ${slots.map(
              (at) => html`<option value=${at} .selected=${at === picked.at}>${timeOfDay(at, { tag, zone })}</option>`,
            )}
          </select>
        </label>`
    }`;
}
