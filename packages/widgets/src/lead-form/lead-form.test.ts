import { leadForm, submitLead } from '@beback/client/public';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { fillIn, LeadStage, online, ready, SETTINGS, send, type, until } from '../../test/support/lead-stage.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { AscFormEvent } from '../events/asc-form-event.ts';
import type { LeadAcceptedEvent } from '../events/lead-accepted-event.ts';

let store: LeadStage;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  store = new LeadStage();
});

describe('<beback-lead-form>', () => {
  itBearsAnyPage({
    make: () => store.element(),
    ready,
    words: { en: 'How shall we answer?', es: '¿Cómo prefiere la respuesta?', fr: 'Comment vous répondre ?' },
  });

  it('sends what was filled in, with the vehicle, the page and the wording of consent', async () => {
    const form = store.element();
    form.vehicle = '2024 Ford Bronco';
    form.vin = '1FMDE5BH0RLA00001';
    form.stock = 'B1042';
    await store.show(form);
    expect(textOf(form)).toContain('Ask about the 2024 Ford Bronco');
    const accepted = new Promise<LeadAcceptedEvent>((resolve) =>
      form.addEventListener('beback-lead-accepted', resolve, { once: true }),
    );
    await fillIn(form);
    type(form, 'comment', 'Is it still there?');
    store.time += 12_345;
    await send(form);
    await until(form, 'Cedar Ford will answer by 10:15 AM. Your receipt: BB-7K2M-Q4');
    expect(await accepted).toMatchObject({ receipt: 'BB-7K2M-Q4' });
    expect([...store.leads.values()]).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/),
        firstName: 'Ann',
        lastName: 'Lee',
        phone: '(555) 010-2234',
        email: '',
        comment: 'Is it still there?',
        preferredChannel: null,
        vehicle: { vin: '1FMDE5BH0RLA00001', stock: 'B1042', description: '2024 Ford Bronco' },
        consentTicked: false,
        consentVersion: '2026-03',
        pageUrl: location.href.replace(/#.*/, ''),
        trap: '',
        shownForMilliseconds: 12_345,
      },
    ]);
    expect(form.shadowRoot?.activeElement?.id).toBe('title');
    await expectAccessible(form);
  });

  it('says before sending when somebody will answer, and how to call instead', async () => {
    const form = await store.show();
    expect(textOf(form)).toContain('Somebody will answer by 10:15 AM. Or call (555) 010-0000');
  });

  it('has nothing ticked, and hands on a consent that was', async () => {
    const form = await store.show();
    expect(form.shadowRoot?.querySelectorAll('input:checked')).toHaveLength(0);
    await fillIn(form);
    inside(form, '#consent').click();
    await send(form);
    await until(form, 'Your receipt');
    expect([...store.leads.values()][0]?.consentTicked).toBe(true);
  });

  it('says beside each field what is wrong, and puts the reader at the first', async () => {
    const form = await store.show();
    type(form, 'email', 'nobody');
    await send(form);
    await vi.waitFor(() => expect(form.shadowRoot?.activeElement?.id).toBe('firstName'));
    const name = inside<HTMLInputElement>(form, '#firstName');
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(inside(form, '#firstName-fault').innerText).toBe('Enter your name.');
    expect(name.getAttribute('aria-describedby')).toContain('firstName-fault');
    expect(inside(form, '#email-fault').innerText).toBe('Enter an address such as name@example.com.');
    expect(inside(form, '[role=alert]').innerText).toBe('2 fields need your attention.');
    expect(store.api.callsOf(submitLead)).toHaveLength(0);
    await expectAccessible(form);
    type(form, 'firstName', 'Ann');
    await form.updateComplete;
    expect(inside(form, '#firstName-fault').innerText).toBe('');
  });

  it('marks the field that the server could not take', async () => {
    store.api.on(submitLead, () => ({
      submitLead: { __typename: 'InputError' as const, message: 'phone: …', field: 'phone', allowed: 'a phone number' },
    }));
    const form = await store.show();
    await fillIn(form);
    await send(form);
    await until(form, 'This could not be sent.');
    expect(inside(form, '#phone-fault').innerText).toBe('This could not be taken. Please check it.');
    expect(inside<HTMLInputElement>(form, '#phone').value).toBe('(555) 010-2234');
  });

  it('keeps a draft through a reload, without the consent, and counts its time on', async () => {
    const form = await store.show();
    await fillIn(form);
    inside<HTMLInputElement>(form, '#consent').click();
    form.remove();
    store.time += 5000;
    const reloaded = await store.show();
    expect(inside<HTMLInputElement>(reloaded, '#firstName').value).toBe('Ann');
    expect(inside<HTMLInputElement>(reloaded, '#consent').checked).toBe(false);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('onsent');
    await send(reloaded);
    await until(reloaded, 'Your receipt');
    expect([...store.leads.values()][0]?.shownForMilliseconds).toBe(5000);
    expect(sessionStorage).toHaveLength(0);
  });

  it('keeps what a dead network held back and sends it once, under one key, when it is back', async () => {
    const form = await store.show();
    await fillIn(form);
    store.api.offline = true;
    await send(form);
    await until(form, 'Not sent yet');
    await expectAccessible(form);
    form.remove();
    const later = mount(store.element());
    await until(later, 'Not sent yet There is no connection.');
    const tries = store.api.callsOf(submitLead).length;
    store.api.offline = false;
    online();
    await until(later, 'Your receipt: BB-7K2M-Q4');
    online();
    await store.show();
    const sent = store.api.callsOf(submitLead).slice(tries);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.variables['input']).toMatchObject({ key: [...store.leads.keys()][0] });
    expect(localStorage).toHaveLength(0);
  });

  it('does not send a kept message that is older than a day', async () => {
    const form = await store.show();
    await fillIn(form);
    store.api.offline = true;
    await send(form);
    await until(form, 'Not sent yet');
    store.time += 25 * 60 * 60 * 1000;
    form.remove();
    store.api.offline = false;
    const later = await store.show();
    await vi.waitFor(() => expect(localStorage).toHaveLength(0));
    expect(textOf(later)).not.toContain('Not sent yet');
    expect(store.leads.size).toBe(0);
  });

  it('says in plain words when the page is not one that the dealer has listed', async () => {
    store.api.on(leadForm, () => failing('notAllowed', 'This origin is not listed', 403));
    const form = mount(store.element());
    await until(form, `${location.origin} is not one of them`);
    await expectAccessible(form);
    store.api.on(leadForm, () => ({ leadForm: SETTINGS }));
    store.api.on(submitLead, () => ({ submitLead: { __typename: 'NotAllowedError' as const, message: 'No' } }));
    const other = await store.show();
    await fillIn(other);
    await send(other);
    await until(other, 'works only on the web sites that the dealer has listed');
  });

  it('can be filled in and sent though the store could not say anything', async () => {
    store.api.on(leadForm, () => failing('bug'));
    const form = mount(store.element());
    await vi.waitFor(() => expect(store.api.callsOf(leadForm)).toHaveLength(1));
    await fillIn(form);
    await send(form);
    await until(form, 'Your receipt');
    expect([...store.leads.values()][0]).toMatchObject({ consentTicked: false, consentVersion: '' });
  });

  it('does not send twice when the button is pressed twice', async () => {
    const form = await store.show();
    await fillIn(form);
    await send(form);
    await send(form);
    await until(form, 'Your receipt');
    expect(store.api.callsOf(submitLead)).toHaveLength(1);
  });

  it('hides its trap from people and hands on what a robot put into it', async () => {
    const form = await store.show();
    const trap = inside<HTMLInputElement>(form, '[name=website]');
    expect(trap.tabIndex).toBe(-1);
    expect(trap.closest('[aria-hidden=true]')).not.toBeNull();
    expect(trap.closest('div')?.getBoundingClientRect().width).toBe(1);
    await fillIn(form);
    trap.value = 'https://spam.example';
    await send(form);
    await until(form, 'Your receipt');
    expect([...store.leads.values()][0]?.trap).toBe('https://spam.example');
  });

  it('takes another vehicle without a page load, and is ready for another question', async () => {
    const form = store.element();
    form.vehicle = '2024 Ford Bronco';
    await store.show(form);
    await fillIn(form);
    await send(form);
    await until(form, 'Your receipt');
    form.vehicle = '2025 Ford Maverick';
    await until(form, 'Ask about the 2025 Ford Maverick');
    expect(inside<HTMLInputElement>(form, '#firstName').value).toBe('');
  });

  it.each([320, 390, 640])('keeps its height at %i px from the first paint to the receipt', async (width) => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = `${width}px`;
    const form = mount(store.element(), page);
    await form.updateComplete;
    const height = () => form.getBoundingClientRect().height;
    const first = height();
    await ready(form);
    expect(height()).toBe(first);
    await fillIn(form);
    await send(form);
    await until(form, 'Your receipt');
    expect(height()).toBe(first);
  });

  it('is filled in and sent by keyboard alone', async () => {
    const form = await store.show();
    inside(form, '#firstName').focus();
    await userEvent.keyboard('Ann{Tab}Lee{Tab}5550102234{Tab}{Tab} {ArrowRight}{Enter}');
    await until(form, 'Your receipt');
    expect([...store.leads.values()][0]).toMatchObject({
      firstName: 'Ann',
      phone: '5550102234',
      preferredChannel: 'text',
    });
  });

  it("tells the page's analytics in the words of the Automotive Standards Council, and nothing personal", async () => {
    const form = store.element();
    form.vin = '1FMDE5BH0RLA00001';
    await store.show(form);
    const told: AscFormEvent[] = [];
    const listen = (event: AscFormEvent): unknown => told.push(event);
    document.addEventListener('asc_form_engagement', listen as never);
    document.addEventListener('asc_form_submission', listen as never);
    inside(form, '#firstName').focus();
    await fillIn(form);
    await send(form);
    await until(form, 'Your receipt');
    document.removeEventListener('asc_form_engagement', listen as never);
    document.removeEventListener('asc_form_submission', listen as never);
    expect(told.map((event) => event.type)).toEqual(['asc_form_engagement', 'asc_form_submission']);
    expect(told[1]?.detail).toMatchObject({ submission_id: 'BB-7K2M-Q4', page_type: 'item', item_id: form.vin });
    expect(JSON.stringify(told.map((event) => event.detail))).not.toMatch(/Ann|Lee|0102234/);
  });
});
