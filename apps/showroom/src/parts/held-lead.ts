import type { LeadsResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';

export type HeldLead = LeadsResult['leads']['edges'][number]['node'];
export type HeldStatus = 'needsEyes' | 'awaitsReview';

/** Who a lead is from, as its reader has typed it in. */
export interface TypedPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
}

export interface HeldLeadState {
  /** The store's zone, by whose wall clock the lead came. */
  readonly zone: string | undefined;
  /** Why the last decision was not taken. */
  readonly fault: string | undefined;
  readonly busy: boolean;
  accept(person: TypedPerson): void;
  dismiss(): void;
}

const FIELDS = [
  { name: 'firstName', label: 'First name', type: 'text' },
  { name: 'lastName', label: 'Last name', type: 'text' },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'email', label: 'E-mail', type: 'email' },
] as const satisfies readonly { readonly name: keyof TypedPerson; readonly label: string; readonly type: string }[];

/** What the fields are called, by their names in the input. */
export const HELD_LEAD_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  FIELDS.map(({ name, label }) => [name, label]),
);

/**
 * A lead that waits for a person: what is known of it, the whole of it as it arrived, and what can be done. Whatever a
 * stranger has written is shown as text.
 */
export function renderHeldLead(lead: HeldLead, state: HeldLeadState): TemplateResult {
  const at = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone: state.zone });
  const unread = lead.status === 'needsEyes';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!state.busy) state.accept(personOf(new FormData(event.currentTarget as HTMLFormElement)));
  };
  return html`<li class="held">
    <h3>${lead.vehicle ?? 'No vehicle named'}</h3>
    <p class="muted small">${lead.source ? `From ${lead.source}, ` : ''}${at.format(Date.parse(lead.receivedAt))}</p>
    ${lead.reasons.map(({ text }) => html`<p>${text}</p>`)}
    ${lead.comment ? html`<blockquote>${lead.comment}</blockquote>` : nothing}
    ${
      lead.raw === null
        ? nothing
        : html`<details>
          <summary>As it arrived</summary>
          <pre tabindex="0">${lead.raw}</pre>
        </details>`
    }
    <form class="fields" @submit=${submit}>
      ${unread ? renderFields(lead.id) : nothing}
      <div class="tools">
        <button class="main" type="submit" aria-disabled=${state.busy ? 'true' : 'false'}>
          ${unread ? 'Make a lead of it' : 'It is a lead'}
        </button>
        <button type="button" aria-disabled=${state.busy ? 'true' : 'false'} @click=${() => !state.busy && state.dismiss()}>
          ${unread ? 'Nobody is in it' : 'It is none'}
        </button>
      </div>
      <p class="fault" role="alert">${state.fault ?? nothing}</p>
    </form>
  </li>`;
}

function renderFields(id: string): TemplateResult {
  return html`<fieldset class="fields">
    <legend>Who is it from?</legend>
    <div class="pair">
      ${FIELDS.map(
        ({ name, label, type }) => html`<div class="field">
          <label for="${name}-${id}">${label}</label>
          <input id="${name}-${id}" name=${name} type=${type} autocomplete="off" />
        </div>`,
      )}
    </div>
  </fieldset>`;
}

function personOf(data: FormData): TypedPerson {
  const text = (name: keyof TypedPerson): string => String(data.get(name) ?? '').trim();
  return { firstName: text('firstName'), lastName: text('lastName'), phone: text('phone'), email: text('email') };
}
