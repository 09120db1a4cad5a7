import { leadForm, submitLead } from '@beback/client/public';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fillIn, LeadStage, press, ready, SETTINGS, send, type, until } from '../../test/support/lead-stage.ts';
import { inside, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { LeadForm } from './lead-form.ts';

const BIRCH = { ...SETTINGS, storeName: 'Birch Honda', consentText: 'I agree that Birch Honda may call me.' };

let store: LeadStage;
let settings: typeof SETTINGS;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  store = new LeadStage();
  settings = SETTINGS;
  store.api.on(leadForm, () => ({ leadForm: settings }));
});

/** A single-page site shows the form of another store. */
async function turnToBirch(form: LeadForm): Promise<void> {
  settings = BIRCH;
  form.key = 'bb_pub_birch';
  await form.updateComplete;
}

const consent = (form: LeadForm) => inside<HTMLInputElement>(form, '#consent');

describe('a form that is given another key', () => {
  it('asks for consent anew: a tick is for the store whose wording stood there', async () => {
    const form = await store.show();
    consent(form).click();
    let answer = (): void => {};
    store.api.on(leadForm, async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { leadForm: BIRCH };
    });
    await turnToBirch(form);
    expect(textOf(form)).not.toContain('Cedar Ford');
    expect(form.shadowRoot?.querySelector('#consent')).toBeNull();
    await vi.waitFor(() => expect(store.api.callsOf(leadForm)).toHaveLength(2));
    answer();
    await until(form, 'I agree that Birch Honda may call me.');
    expect(consent(form).checked).toBe(false);
    await fillIn(form);
    await send(form);
    await until(form, 'Birch Honda will answer');
    expect([...store.leads.values()][0]).toMatchObject({ consentTicked: false });
    expect(store.api.callsOf(submitLead)[0]?.authorization).toBe('Bearer bb_pub_birch');
  });

  it('hands on no version of a wording that was not shown', async () => {
    const form = await store.show();
    store.api.on(leadForm, () => failing('bug'));
    form.key = 'bb_pub_birch';
    await form.updateComplete;
    await fillIn(form);
    await send(form);
    await until(form, 'Your receipt');
    expect([...store.leads.values()][0]).toMatchObject({ consentTicked: false, consentVersion: '' });
  });

  it('is empty, or as that store was last written to', async () => {
    const form = await store.show();
    await fillIn(form);
    await turnToBirch(form);
    expect(inside<HTMLInputElement>(form, '#firstName').value).toBe('');
    type(form, 'firstName', 'Bo');
    settings = SETTINGS;
    form.key = 'bb_pub_cedar';
    await form.updateComplete;
    expect(inside<HTMLInputElement>(form, '#firstName').value).toBe('Ann');
  });

  it('shows no receipt of the store before', async () => {
    const form = await store.show();
    await fillIn(form);
    await send(form);
    await until(form, 'Your receipt');
    await turnToBirch(form);
    await until(form, 'Ask Birch Honda');
    expect(textOf(form)).not.toContain('Your receipt');
  });

  it('works on a page that the store before had not listed', async () => {
    store.api.on(leadForm, () => failing('notAllowed', 'This origin is not listed', 403));
    const form = await store.show().catch(() => document.querySelector('beback-lead-form') as LeadForm);
    await until(form, 'is not one of them');
    store.api.on(leadForm, () => ({ leadForm: settings }));
    await turnToBirch(form);
    await until(form, 'Ask Birch Honda');
  });

  it('lets what was sent to the store before arrive there, and shows nothing of it', async () => {
    const form = await store.show();
    await fillIn(form);
    let answer = (): void => {};
    const taking = store.api.fetch;
    form.fetch = async (...request) => {
      if (String(request[1]?.body).includes('SubmitLead'))
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      return taking(...request);
    };
    const accepted = vi.fn();
    form.addEventListener('beback-lead-accepted', accepted);
    await send(form);
    await until(form, 'Sending');
    await turnToBirch(form);
    type(form, 'firstName', 'Bo');
    await until(form, 'Ask Birch Honda');
    answer();
    await vi.waitFor(() => expect(accepted).toHaveBeenCalled());
    await form.updateComplete;
    expect(store.api.callsOf(submitLead)[0]?.authorization).toBe('Bearer bb_pub_cedar');
    expect(textOf(form)).not.toContain('Your receipt');
    expect(inside<HTMLInputElement>(form, '#firstName').value).toBe('Bo');
  });

  it('keeps for the store before what could not be sent to it', async () => {
    const form = await store.show();
    await fillIn(form);
    store.api.offline = true;
    await send(form);
    await until(form, 'Not sent yet');
    store.api.offline = false;
    await turnToBirch(form);
    await until(form, 'Ask Birch Honda');
    expect(store.leads.size).toBe(0);
    settings = SETTINGS;
    form.key = 'bb_pub_cedar';
    await until(form, 'Your receipt');
    expect(store.api.callsOf(submitLead).at(-1)?.authorization).toBe('Bearer bb_pub_cedar');
    await press(form, 'Ask something else');
    await ready(form);
  });
});

describe('a form that is given another language', () => {
  it('takes the tick away with the words that it stood beside', async () => {
    const form = await store.show();
    consent(form).click();
    settings = { ...SETTINGS, consentText: 'Acepto que Cedar Ford me contacte.', consentVersion: '2026-03.es' };
    form.locale = 'es';
    await until(form, 'Acepto que Cedar Ford me contacte.');
    expect(consent(form).checked).toBe(false);
    consent(form).click();
    await fillIn(form);
    await send(form);
    await vi.waitFor(() => expect(store.leads.size).toBe(1));
    expect([...store.leads.values()][0]).toMatchObject({ consentTicked: true, consentVersion: '2026-03.es' });
  });

  it('keeps a tick beside words that stay as they were', async () => {
    const form = await store.show();
    consent(form).click();
    form.locale = 'en-GB';
    form.api = 'https://beback.example';
    await form.updateComplete;
    expect(consent(form).checked).toBe(true);
  });
});
