import { type LeadFormResult, leadForm, type SubmitLeadInput, submitLead } from '@beback/client/public';
import { expect, vi } from 'vitest';
import { LeadForm } from '../../src/lead-form/lead-form.ts';
import { at, NOW } from './make.ts';
import { inside, mount, textOf } from './page.ts';
import { StubApi } from './stub-api.ts';

export const SETTINGS: LeadFormResult['leadForm'] = {
  storeName: 'Cedar Ford',
  phone: '+15550100000',
  zone: 'America/Chicago',
  consentText:
    'I agree that Cedar Ford may call and text me about offers at the number above, also with automated technology. ' +
    'Consent is not a condition of any purchase. Message and data rates may apply. Reply STOP to end.',
  consentVersion: '2026-03',
  answerBy: at('10:15'),
};

/** A store's server as its form sees it. */
export class LeadStage {
  /** Leads by client key: a repeated key is the same lead. */
  readonly leads = new Map<string, SubmitLeadInput>();
  /** What stands in the server's way; undefined: it takes leads. */
  inTheWay: (() => Response) | undefined;
  time = NOW;
  readonly api = new StubApi()
    .on(leadForm, () => ({ leadForm: SETTINGS }))
    .on(submitLead, ({ input }) => {
      if (this.inTheWay !== undefined) return this.inTheWay();
      this.leads.set(input.key, input);
      return { submitLead: { __typename: 'SubmitLeadSuccess' as const, receipt: 'BB-7K2M-Q4', answerBy: at('10:15') } };
    });

  element(): LeadForm {
    const form = new LeadForm();
    form.api = 'https://beback.example';
    form.key = 'bb_pub_cedar';
    form.locale = 'en';
    form.fetch = this.api.fetch;
    form.now = () => this.time;
    return form;
  }

  async show(form = this.element()): Promise<LeadForm> {
    mount(form);
    await ready(form);
    return form;
  }
}

/** The form is there with what its store says. */
export async function ready(form: LeadForm): Promise<void> {
  await vi.waitFor(() => expect(form.shadowRoot?.querySelector('.consent label')).not.toBeNull());
}

export function type(form: LeadForm, name: string, value: string): void {
  const input = inside<HTMLInputElement>(form, `[name=${name}]`);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

export async function send(form: LeadForm): Promise<void> {
  inside(form, 'button[type=submit]').click();
  await form.updateComplete;
}

export async function fillIn(form: LeadForm): Promise<void> {
  type(form, 'firstName', 'Ann');
  type(form, 'lastName', 'Lee');
  type(form, 'phone', '(555) 010-2234');
  await form.updateComplete;
}

export async function until(form: LeadForm, words: string): Promise<void> {
  await vi.waitFor(() => expect(textOf(form)).toContain(words), 8000);
}

/** Presses the button that says this. */
export async function press(form: LeadForm, words: string): Promise<void> {
  const buttons = [...(form.shadowRoot?.querySelectorAll('button') ?? [])];
  const button = buttons.find(({ innerText }) => innerText === words);
  if (button === undefined) throw new Error(`no button says ${words}: ${textOf(form)}`);
  button.click();
  await form.updateComplete;
}

/** The network is back. */
export function online(): void {
  globalThis.dispatchEvent(new Event('online'));
}
