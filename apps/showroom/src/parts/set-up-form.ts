import { html, nothing, type TemplateResult } from 'lit';
import { renderField } from './field.ts';
import { HOURS_LABEL, readHours, renderHours } from './hours.ts';

/** What the fields are called, by their paths in the input of `setUp`. */
const LABELS = {
  groupName: 'Name of the group',
  'store.name': 'Name of the first store',
  'store.phone': 'Its phone number',
  'store.zone': 'Time zone',
  'store.country': 'Country',
  'administrator.name': 'Your name',
  'administrator.email': 'Your e-mail address: you sign in with it',
  'administrator.password': 'A password',
} as const;

/** What this form calls a field of the input; spans of opening hours go by the name of their group. */
export function setUpLabels(field: string): Readonly<Record<string, string>> {
  return field.startsWith('store.hours') ? { [field]: HOURS_LABEL } : LABELS;
}

/** The first store and the first administrator. */
export function renderSetUpForm(state: {
  readonly busy: boolean;
  readonly fault: string | undefined;
  submit(event: SubmitEvent): void;
}): TemplateResult {
  const required = { required: true } as const;
  return html`<form class="fields" @submit=${state.submit}>
    <section class="card fields">
      ${renderField('groupName', LABELS.groupName, { autocomplete: 'organization', ...required })}
      <div class="pair">
        ${renderField('storeName', LABELS['store.name'], required)}
        ${renderField('phone', LABELS['store.phone'], { type: 'tel', autocomplete: 'tel' })}
      </div>
      <div class="pair">
        <div class="field">
          <label for="country">${LABELS['store.country']}</label>
          <select id="country" name="country">
            <option value="US">United States</option>
            <option value="CA">Canada</option>
          </select>
        </div>
        <div class="field">
          <label for="zone">${LABELS['store.zone']}</label>
          <select id="zone" name="zone">
            ${zones().map((zone) => html`<option ?selected=${zone === ownZone()}>${zone}</option>`)}
          </select>
        </div>
      </div>
      ${renderHours()}
    </section>
    <section class="card fields">
      ${renderField('name', LABELS['administrator.name'], { autocomplete: 'name', ...required })}
      ${renderField('email', LABELS['administrator.email'], { type: 'email', autocomplete: 'username', ...required })}
      ${renderField('password', LABELS['administrator.password'], { type: 'password', autocomplete: 'new-password', ...required })}
    </section>
    <p class="fault" role="alert">${state.fault ?? nothing}</p>
    <button class="main" type="submit" aria-disabled=${state.busy ? 'true' : 'false'}>
      ${state.busy ? 'Setting up …' : 'Set up'}
    </button>
  </form>`;
}

/** The input of `setUp` as the form holds it, but for the token. */
export function readSetUp(data: FormData) {
  const text = (name: string): string => String(data.get(name) ?? '').trim();
  return {
    groupName: text('groupName'),
    store: {
      name: text('storeName'),
      zone: text('zone'),
      country: text('country'),
      phone: text('phone') || null,
      hours: readHours(data),
    },
    administrator: { name: text('name'), email: text('email'), password: String(data.get('password') ?? '') },
  };
}

function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zones of North America, and the reader's own. */
function zones(): readonly string[] {
  const american = Intl.supportedValuesOf('timeZone').filter((zone) => /^(America|Pacific\/Honolulu)/.test(zone));
  return american.includes(ownZone()) ? american : [ownZone(), ...american];
}
