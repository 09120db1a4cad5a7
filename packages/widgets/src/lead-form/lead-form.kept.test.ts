import { submitLead } from '@beback/client/public';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fillIn, LeadStage, online, press, send, type, until } from '../../test/support/lead-stage.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { LeadForm } from './lead-form.ts';

let store: LeadStage;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  store = new LeadStage();
});

/** A form that has tried to send and could not. */
async function held(): Promise<LeadForm> {
  const form = await store.show();
  await fillIn(form);
  store.api.offline = true;
  await send(form);
  await until(form, 'Not sent yet');
  store.api.offline = false;
  return form;
}

/** The same browser, another day's tab. */
async function nextDay(form: LeadForm): Promise<LeadForm> {
  form.remove();
  sessionStorage.clear();
  store.time += 12 * 60 * 60 * 1000;
  return mount(store.element());
}

const keys = (): readonly string[] =>
  store.api.callsOf(submitLead).map(({ variables }) => (variables['input'] as { readonly key: string }).key);

describe('a message that could not be sent', () => {
  it.each([
    ['limited', () => failing('limited'), 'Too many messages came from here.'],
    ['429', () => new Response('', { status: 429 }), 'Too many messages came from here.'],
    ['500', () => new Response('', { status: 500 }), 'Something went wrong at the server.'],
    ['503', () => new Response('', { status: 503 }), 'Something went wrong at the server.'],
    ['a bug', () => failing('bug'), 'Something went wrong at the server.'],
    ['401', () => new Response('', { status: 401 }), 'its key is not known'],
  ] as const)('stays when it is sent a day later and the answer is %s', async (_, inTheWay, why) => {
    const form = await held();
    store.inTheWay = inTheWay;
    const later = await nextDay(form);
    await until(later, why);
    expect(textOf(later)).toContain('Not sent yet');
    expect(localStorage).toHaveLength(1);
    await expectAccessible(later);
    store.inTheWay = undefined;
    await press(later, 'Send now');
    await until(later, 'Your receipt: BB-7K2M-Q4');
    expect(new Set(keys()).size).toBe(1);
    expect(localStorage).toHaveLength(0);
  });

  it('stays though the page is no longer one that the dealer has listed', async () => {
    const form = await held();
    store.inTheWay = () => failing('notAllowed', 'This origin is not listed', 403);
    const later = await nextDay(form);
    await until(later, 'is not one of them');
    expect(localStorage).toHaveLength(1);
  });

  it('is kept as well when it is the server that fails at the first try', async () => {
    const form = await store.show();
    await fillIn(form);
    store.inTheWay = () => new Response('', { status: 500 });
    await send(form);
    await until(form, 'Not sent yet Something went wrong at the server. Your message is kept on this device');
    expect(form.shadowRoot?.activeElement?.id).toBe('title');
    store.inTheWay = undefined;
    await press(form, 'Send now');
    await until(form, 'Your receipt');
    expect(new Set(keys()).size).toBe(1);
  });

  it('arrives once when the server had it and its answer was lost on the way', async () => {
    const form = await store.show();
    await fillIn(form);
    const taking = store.api.fetch;
    form.fetch = async (...request) => {
      const response = await taking(...request);
      if (!String(request[1]?.body).includes('SubmitLead')) return response;
      return new Response(new ReadableStream({ start: (half) => half.error(new TypeError('cut off')) }));
    };
    await send(form);
    await until(form, 'Not sent yet There is no connection.');
    form.fetch = taking;
    await press(form, 'Send now');
    await until(form, 'Your receipt');
    expect(store.leads.size).toBe(1);
  });

  it('keeps its key as long as it is the same wish', async () => {
    const form = await store.show();
    await fillIn(form);
    store.inTheWay = () => new Response('', { status: 500 });
    for (let tries = 0; tries < 2; tries++) {
      await send(form);
      await until(form, 'Not sent yet');
      await press(form, 'Do not send it');
      store.time += 60_000;
    }
    type(form, 'comment', 'Is it still there?');
    store.inTheWay = undefined;
    await send(form);
    await until(form, 'Your receipt');
    const [first, second, third] = keys();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    await press(form, 'Ask something else');
    await fillIn(form);
    type(form, 'comment', 'Is it still there?');
    await send(form);
    await until(form, 'Your receipt');
    expect(store.leads.size).toBe(2);
  });

  it('goes back into the form when something in it cannot be taken', async () => {
    const form = await held();
    store.api.on(submitLead, () => ({
      submitLead: { __typename: 'InputError' as const, message: 'phone: …', field: 'phone', allowed: 'a phone number' },
    }));
    const later = await nextDay(form);
    await until(later, 'This could not be sent.');
    expect(inside<HTMLInputElement>(later, '#firstName').value).toBe('Ann');
    expect(inside<HTMLInputElement>(later, '#phone').value).toBe('(555) 010-2234');
    expect(inside(later, '#phone-fault').innerText).toBe('This could not be taken. Please check it.');
    expect(localStorage).toHaveLength(0);
    later.remove();
    const reloaded = await store.show();
    expect(inside<HTMLInputElement>(reloaded, '#firstName').value).toBe('Ann');
  });

  it('is not sent when the visitor takes it back, and what was filled in is there again', async () => {
    const form = await held();
    await press(form, 'Do not send it');
    expect(inside<HTMLInputElement>(form, '#firstName').value).toBe('Ann');
    expect(form.shadowRoot?.activeElement?.id).toBe('firstName');
    expect(localStorage).toHaveLength(0);
    const tries = keys().length;
    online();
    form.remove();
    await store.show();
    expect(keys()).toHaveLength(tries);
    expect(store.leads.size).toBe(0);
  });
});

describe('several tabs, or forms, of one store', () => {
  it('send it once, and all that showed it show the receipt', async () => {
    const first = await held();
    store.api.offline = true;
    const second = mount(store.element());
    await until(second, 'Not sent yet There is no connection.');
    store.api.offline = false;
    const tries = keys().length;
    online();
    online();
    await until(first, 'Your receipt: BB-7K2M-Q4');
    await until(second, 'Your receipt: BB-7K2M-Q4');
    expect(keys()).toHaveLength(tries + 1);
    expect(localStorage).toHaveLength(0);
  });

  it('leave another question alone that is being written, whoever sends the first', async () => {
    const writing = await store.show();
    const first = await held();
    type(writing, 'firstName', 'Bo');
    type(writing, 'comment', 'And the blue one?');
    online();
    await until(first, 'Your receipt');
    expect(inside<HTMLTextAreaElement>(writing, '#comment').value).toBe('And the blue one?');
    await send(writing);
    await until(writing, 'Enter a phone number');
    expect(inside<HTMLInputElement>(writing, '#firstName').value).toBe('Bo');
    expect(store.leads.size).toBe(1);
  });

  it('send it though the tab that kept it is closed', async () => {
    const writing = await store.show();
    const first = await held();
    type(writing, 'comment', 'And the blue one?');
    first.remove();
    online();
    await vi.waitFor(() => expect(store.leads.size).toBe(1));
    await vi.waitFor(() => expect(localStorage).toHaveLength(0));
    expect(inside<HTMLTextAreaElement>(writing, '#comment').value).toBe('And the blue one?');
  });

  it('take it back together', async () => {
    const first = await held();
    sessionStorage.clear();
    store.api.offline = true;
    const second = mount(store.element());
    await until(second, 'Not sent yet There is no connection.');
    store.api.offline = false;
    await press(first, 'Do not send it');
    await until(second, 'How shall we answer?');
    const tries = keys().length;
    online();
    await send(second);
    await until(second, 'Enter your name.');
    expect(keys()).toHaveLength(tries);
  });

  it('each keep what they hold', async () => {
    const second = await store.show();
    const first = await held();
    await fillIn(second);
    type(second, 'comment', 'And the blue one?');
    store.api.offline = true;
    await send(second);
    await until(second, 'Not sent yet');
    store.api.offline = false;
    online();
    await until(first, 'Your receipt');
    await until(second, 'Your receipt');
    expect([...store.leads.values()].map(({ comment }) => comment).sort()).toEqual(['', 'And the blue one?']);
    expect(localStorage).toHaveLength(0);
  });
});
