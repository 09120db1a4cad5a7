import { html, nothing, type TemplateResult } from 'lit';
import type { LeadFormWords } from './lead-form-words.ts';
import { CHANNELS, type FaultTexts, type FieldName, type LeadValues } from './lead-values.ts';

export interface FieldsState {
  readonly texts: LeadFormWords;
  readonly values: LeadValues;
  readonly faults: FaultTexts;
}

interface TextField {
  readonly name: Extract<FieldName, 'firstName' | 'lastName' | 'phone' | 'email'>;
  readonly type: 'text' | 'tel' | 'email';
  readonly autocomplete: AutoFill;
  readonly longest: number;
}

const NAME_FIELDS: readonly TextField[] = [
  { name: 'firstName', type: 'text', autocomplete: 'given-name', longest: 100 },
  { name: 'lastName', type: 'text', autocomplete: 'family-name', longest: 100 },
];
const REACH_FIELDS: readonly TextField[] = [
  { name: 'phone', type: 'tel', autocomplete: 'tel', longest: 30 },
  { name: 'email', type: 'email', autocomplete: 'email', longest: 254 },
];
const LONGEST_COMMENT = 4000;

/** Native inputs in one root: what a browser or a password manager fills, it fills here too. */
export function renderFields(state: FieldsState): TemplateResult {
  const { texts, values } = state;
  return html`
    <div class="pair">${NAME_FIELDS.map((field) => renderField(field, state))}</div>
    <div class="pair">${REACH_FIELDS.map((field) => renderField(field, state, 'reach'))}</div>
    <p id="reach" class="muted small hint">${texts.reach}</p>
    <fieldset>
      <legend>${texts.prefer}</legend>
      <div class="choices">
        ${CHANNELS.map(
          (channel) => html`<label class="choice">
            <input
              type="radio"
              name="preferredChannel"
              value=${channel}
              .checked=${values.preferredChannel === channel}
            />
            <span>${texts.channels[channel]}</span>
          </label>`,
        )}
      </div>
    </fieldset>
    <div class="field">
      <label for="comment">${texts.comment}</label>
      <textarea
        id="comment"
        name="comment"
        rows="3"
        maxlength=${LONGEST_COMMENT}
        .value=${values.comment}
        aria-invalid=${state.faults.comment ? 'true' : 'false'}
        aria-describedby="comment-fault"
      ></textarea>
      ${renderFault('comment', state)}
    </div>
  `;
}

function renderField(field: TextField, state: FieldsState, hint?: string): TemplateResult {
  const { name, type, autocomplete, longest } = field;
  const fault = state.faults[name];
  return html`<div class="field">
    <label for=${name}>${state.texts[name]}</label>
    <input
      id=${name}
      name=${name}
      type=${type}
      autocomplete=${autocomplete}
      maxlength=${longest}
      .value=${state.values[name]}
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby=${[hint, `${name}-fault`].filter(Boolean).join(' ')}
    />
    ${renderFault(name, state)}
  </div>`;
}

function renderFault(name: FieldName, { faults }: FieldsState): TemplateResult {
  const fault = faults[name];
  return html`<p id="${name}-fault" class="fault">${fault ?? nothing}</p>`;
}

/** What the form's inputs hold now, filled in by a hand or by a browser. */
export function readValues(form: HTMLFormElement): LeadValues {
  const data = new FormData(form);
  const text = (name: FieldName): string => String(data.get(name) ?? '');
  return {
    firstName: text('firstName'),
    lastName: text('lastName'),
    phone: text('phone'),
    email: text('email'),
    preferredChannel: CHANNELS.find((channel) => channel === text('preferredChannel')) ?? '',
    comment: text('comment'),
  };
}
