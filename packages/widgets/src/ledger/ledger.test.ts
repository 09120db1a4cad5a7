import { consents, recordConsent, recordRevocation, type WhyNotResult, whyNot } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { makeLedger } from '../../test/support/evidence-make.ts';
import { NOW } from '../../test/support/make.ts';
import { press, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing, StubApi } from '../../test/support/stub-api.ts';
import { Ledger } from './ledger.ts';

const FOUND: WhyNotResult['whyNot'] = [
  {
    opportunityId: 'opportunity-1',
    customerName: 'Rosa Delgado',
    vehicle: '2026 Ford Bronco',
    storeName: 'Cedar Ford',
    zone: 'America/Chicago',
    onList: true,
    touches: [],
    reasons: [],
  },
];

let api: StubApi;
let stopped: boolean;
beforeEach(() => {
  stopped = false;
  const clock = { now: new Date(NOW).toISOString() };
  api = new StubApi()
    .on(consents, () => ({ clock, consents: makeLedger(stopped) }))
    .on(whyNot, ({ customer }) => ({ whyNot: customer === 'rosa' ? FOUND : [] }))
    .on(recordRevocation, () => {
      stopped = true;
      return { recordRevocation: { __typename: 'RecordActSuccess' as const, ledger: makeLedger(true) } };
    })
    .on(recordConsent, () => ({
      recordConsent: { __typename: 'RecordActSuccess' as const, ledger: makeLedger(stopped) },
    }));
});

function make(path: string | undefined = 'opportunity/opportunity-1'): Ledger {
  const element = new Ledger();
  element.client = api.client();
  element.path = path;
  return element;
}

async function show(path?: string): Promise<Ledger> {
  const element = mount(make(path));
  element.locale = 'en';
  await until(element, path === '' ? 'Which of your customers?' : 'Rosa Delgado');
  return element;
}

const lineOf = (element: Ledger, channel: string, purpose: string): string => {
  const lines = inside(element, `[aria-labelledby="channel-${channel}"]`).querySelectorAll('summary');
  const line = [...lines].find(({ textContent }) => textContent?.includes(purpose));
  return (line?.innerText ?? '').replaceAll(/\s+/g, ' ').trim();
};

describe('S13 <beback-ledger>', () => {
  itBearsAnyPage({
    make,
    ready: (element) => until(element, 'Rosa Delgado'),
    words: { en: 'What you may do now', es: 'Qué puede hacer ahora', fr: 'Ce que vous pouvez faire maintenant' },
  });

  it('tells by channel and purpose what is allowed now, until when, and what is not', async () => {
    const element = await show();
    expect(lineOf(element, 'call', 'Offers')).toBe('Offers until 9:00 PM');
    expect(lineOf(element, 'call', 'Survey')).toBe('Survey not now, from 12:00 PM');
    expect(lineOf(element, 'text', 'Offers')).toBe('Offers needs written consent');
    inside(element, '.fold > summary').click();
    expect(lineOf(element, 'letter', 'Offers')).toBe('Offers allowed');
    await expectAccessible(element);
  });

  it('says why: the sentence, the rule, its source and date, and the fact that it rests on', async () => {
    const element = await show();
    inside(element, '[aria-labelledby="channel-call"] summary').click();
    const because = inside(element, '[aria-labelledby="channel-call"] .because').innerText.replaceAll(/\s+/g, ' ');
    expect(because).toContain('Lawful until 9:00 PM');
    expect(because).toContain('Rule us.federal.hours, in force since Dec 20, 1992; law table 2026-11-21.');
    expect(because).toContain('47 CFR 64.1200(c)(1)');
    expect(because).toContain('Rests on inquiry of Nov 21, 2026, 9:40:00 AM');
  });

  it('writes “take me off your list” down by two taps, and says what it ended', async () => {
    const element = await show();
    press(element, '“Take me off your list”');
    await until(element, 'The customer wants no more');
    expect(element.shadowRoot?.activeElement?.id).toBe('noting');
    press(element, 'Note it');
    await until(element, 'Noted. It holds from now on, in all stores of the group.');
    expect(element.shadowRoot?.activeElement?.id).toBe('told');
    const sent = api.callsOf(recordRevocation);
    expect(sent).toMatchObject([
      {
        variables: {
          input: {
            opportunityId: 'opportunity-1',
            channel: 'all',
            purpose: 'marketing',
            scopeChosen: false,
            how: 'call',
            words: 'Take me off your list',
          },
        },
      },
    ]);
    await until(element, 'stopped by the customer');
    expect(lineOf(element, 'call', 'Offers')).toBe('Offers stopped by the customer');
    expect(textOf(element)).toContain('Stopped: Offers, every channel');
    expect(textOf(element)).toContain('On a call · noted by Ann · Cedar Ford');
    await expectAccessible(element);
  });

  it('tells what was written at the customer of whom it was written, and nowhere else', async () => {
    const element = await show();
    press(element, '“Take me off your list”');
    await until(element, 'The customer wants no more');
    press(element, 'Note it');
    await until(element, 'Noted. It holds from now on');
    element.path = 'opportunity/opportunity-2';
    await vi.waitFor(() =>
      expect(api.callsOf(consents).at(-1)?.variables).toMatchObject({ opportunityId: 'opportunity-2' }),
    );
    await until(element, 'Rosa Delgado');
    expect(textOf(element)).not.toContain('Noted. It holds from now on');
  });

  it('says nothing of a wish that was still under way when another customer was shown', async () => {
    let answer = (): void => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    api.on(recordRevocation, async () => {
      await late;
      return failing('server', 'x', 500);
    });
    const element = await show();
    press(element, '“Take me off your list”');
    await until(element, 'The customer wants no more');
    press(element, 'Note it');
    element.path = 'opportunity/opportunity-2';
    await vi.waitFor(() =>
      expect(api.callsOf(consents).at(-1)?.variables).toMatchObject({ opportunityId: 'opportunity-2' }),
    );
    await until(element, '“Take me off your list”');
    press(element, '“Take me off your list”');
    await until(element, 'The customer wants no more');
    answer();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(textOf(element)).toContain('The customer wants no more');
    expect(textOf(element)).not.toContain('Something went wrong at the server.');
  });

  it('narrows the scope only when somebody says that the customer chose it', async () => {
    const element = await show();
    press(element, '“Take me off your list”');
    await until(element, 'What is to end');
    expect(element.shadowRoot?.querySelector('select[name="channel"]')).toBeNull();
    inside<HTMLInputElement>(element, 'input[value="chosen"]').click();
    await until(element, 'About');
    await userEvent.selectOptions(inside(element, 'select[name="channel"]'), 'text');
    await expectAccessible(element);
    press(element, 'Note it');
    await until(element, 'Noted.');
    expect(api.callsOf(recordRevocation)).toMatchObject([
      { variables: { input: { channel: 'text', purpose: 'marketing', scopeChosen: true } } },
    ]);
  });

  it('writes an express request down by two taps, and opens what was asked for', async () => {
    const element = await show();
    press(element, '“Call me about this car”');
    await until(element, 'The customer asks to be contacted');
    press(element, 'Note it');
    await until(element, 'What was asked for is open again, and nothing else.');
    expect(api.callsOf(recordConsent)).toMatchObject([
      { variables: { input: { channel: 'call', purpose: 'replyToInquiry', how: 'call', written: false } } },
    ]);
  });

  it('tries a wish again under the same key, and another one after a refusal', async () => {
    api.on(recordRevocation, (_variables, count) =>
      count === 1
        ? failing('server', 'broken', 500)
        : { recordRevocation: { __typename: 'InputError' as const, message: '', field: 'words', allowed: 'words' } },
    );
    const element = await show();
    press(element, '“Take me off your list”');
    await until(element, 'Note it');
    press(element, 'Note it');
    await until(element, 'Something went wrong at the server.');
    press(element, 'Note it');
    await until(element, 'The server did not understand');
    press(element, 'Note it');
    await expect.poll(() => api.callsOf(recordRevocation)).toHaveLength(3);
    const [first, again, other] = api
      .callsOf(recordRevocation)
      .map(({ variables }) => (variables['input'] as { key: string }).key);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    await expectAccessible(element);
  });

  it('says so where the name that the store bore in a wording was not kept', async () => {
    const [act] = makeLedger(true).acts.filter(({ wording }) => wording !== null);
    if (act === undefined) throw new Error('no act has a wording');
    const wordingText = 'I agree that [name of the store] may contact me.';
    const acts = [act, { ...act, id: 'act-3', wordingText, wordingComplete: false }];
    const clock = { now: new Date(NOW).toISOString() };
    api.on(consents, () => ({ clock, consents: makeLedger(true, { acts }) }));
    const element = await show();
    const notes = [...(element.shadowRoot?.querySelectorAll('.wording') ?? [])].map(({ textContent }) =>
      textContent?.includes('Which name the store bore that day was not kept.'),
    );
    expect(notes).toEqual([false, true]);
  });

  it('shows the wording that was agreed to and the page, and what was not sent by which rule', async () => {
    stopped = true;
    const element = await show();
    inside(element, '.wording summary').click();
    expect(textOf(element)).toContain('I agree that Cedar Ford may contact me about cars and offers.');
    expect(textOf(element)).toContain('On the page https://www.dealer.example/cars/f1234');
    const refused = inside(element, '[aria-labelledby="refused"]').innerText.replaceAll(/\s+/g, ' ');
    expect(refused).toContain('E-mail, Offers Nov 21, 2026, 9:50:00 AM CST The customer said on Nov 20, 2026');
    expect(refused).toContain('Rule us.federal.revocation, in force since Apr 11, 2025; law table 2026-11-21. 47 CFR');
  });

  it('finds one of the own customers where none is named, and goes there', async () => {
    const element = await show('');
    const navigated: string[] = [];
    element.addEventListener('beback-navigate', ({ path }) => navigated.push(path));
    await userEvent.fill(inside(element, 'input[type="search"]'), 'nobody');
    press(element, 'Look up');
    await until(element, 'None of your customers fits.');
    await userEvent.fill(inside(element, 'input[type="search"]'), 'rosa');
    press(element, 'Look up');
    await until(element, '2026 Ford Bronco');
    await expectAccessible(element);
    inside(element, '.found a').click();
    await until(element, 'What you may do now');
    expect(navigated).toEqual(['opportunity/opportunity-1']);
    expect(element.shadowRoot?.activeElement?.id).toBe('title');
  });

  it('says that it cannot be shown, why, and lets the reader try again', async () => {
    api.offline = true;
    const element = mount(make());
    element.locale = 'en';
    await until(element, 'There is no connection to the server.');
    await expectAccessible(element);
    api.offline = false;
    press(element, 'Try again');
    await until(element, 'Rosa Delgado');
  });

  it('asks who has been signed out to sign in', async () => {
    api.on(consents, () => failing('signedOut'));
    const element = mount(make());
    element.locale = 'en';
    element.signInHref = '/signin/';
    await until(element, 'Your session has ended.');
    expect(inside<HTMLAnchorElement>(element, 'a').getAttribute('href')).toBe('/signin/');
  });
});
