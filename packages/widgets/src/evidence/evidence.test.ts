import { evidence } from '@beback/client';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { makeFile } from '../../test/support/evidence-make.ts';
import { press, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import { failing, StubApi } from '../../test/support/stub-api.ts';
import { Evidence } from './evidence.ts';

let api: StubApi;
beforeEach(() => {
  api = new StubApi().on(evidence, ({ number }) => ({
    evidence: number === '0000 0000' ? makeFile({ ledgers: [], entries: [] }) : makeFile(),
  }));
});

function make(): Evidence {
  const element = new Evidence();
  element.client = api.client();
  element.ledgerHref = '/consent/';
  return element;
}

async function show(): Promise<Evidence> {
  const element = mount(make());
  element.locale = 'en';
  await until(element, 'Open the file');
  return element;
}

async function ask(element: Evidence, asked: string, words = `File of ${asked}`): Promise<void> {
  await userEvent.fill(inside(element, '#asked'), asked);
  press(element, 'Open the file');
  await until(element, words);
}

describe('S13 <beback-evidence>', () => {
  itBearsAnyPage({
    make,
    ready: (element) => vi.waitFor(() => inside(element, '#asked')),
    words: { en: 'Open the file', es: 'Abrir el expediente', fr: 'Ouvrir le dossier' },
  });

  it('opens no file by itself: each look is kept', async () => {
    await show();
    expect(api.calls).toEqual([]);
  });

  it('asks for a number or an address, in the body and nowhere else', async () => {
    const element = await show();
    const before = location.href;
    await ask(element, '(312) 555-7201');
    await ask(element, 'rosa@buyers.example');
    expect(api.calls.map(({ variables }) => variables)).toMatchObject([
      { number: '(312) 555-7201' },
      { email: 'rosa@buyers.example' },
    ]);
    expect(location.href).toBe(before);
    expect(element.getAttributeNames().map((name) => element.getAttribute(name))).not.toContain('rosa@buyers.example');
  });

  it('shows the file in order of time: who, what, the words, and what the law said at that moment', async () => {
    const element = await show();
    await ask(element, '(312) 555-7201');
    expect(element.shadowRoot?.activeElement?.id).toBe('file');
    expect(textOf(element)).toContain('As of Nov 21, 2026, 10:00:00 AM, law table 2026-11-21');
    const entries = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.entry') ?? [])].map(({ innerText }) =>
      innerText.replaceAll(/\s+/g, ' '),
    );
    expect(entries).toHaveLength(3);
    expect(entries[0]).toContain('9:40:00 AM Inquiry Cedar Ford');
    expect(entries[1]).toContain('Message, E-mail, Offers refused, not sent to rosa@buyers.example');
    expect(entries[1]).toContain('The law forbade it The customer said on Nov 20, 2026');
    expect(entries[1]).toContain('Rule us.federal.revocation, in force since Apr 11, 2025; law table 2026-11-21.');
    expect(entries[2]).toContain(
      'Revocation, Offers, every channel On a call · Ann · Cedar Ford Take me off your list',
    );
    expect(textOf(element)).toContain('Who opened this file Max, Nov 21, 2026, 10:00:00 AM');
    expect(inside<HTMLAnchorElement>(element, '.person a').getAttribute('href')).toBe(
      '/consent/#opportunity/opportunity-1',
    );
    await expectAccessible(element);
  });

  it('fits 320 px with a file in it, in French', async () => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    const element = make();
    element.locale = 'fr';
    page.append(element);
    await until(element, 'Ouvrir le dossier');
    await userEvent.fill(inside(element, '#asked'), '(312) 555-7201');
    press(element, 'Ouvrir le dossier');
    await until(element, 'La loi l’interdisait');
    expectNoOverflow(element);
    await expectAccessible(element);
  });

  it('is handed over as CSV and as JSON, under a name that tells no number', async () => {
    const element = await show();
    await ask(element, '(312) 555-7201');
    const files: { readonly name: string; readonly blob: Blob }[] = [];
    const { createObjectURL } = URL;
    let latest: Blob | undefined;
    URL.createObjectURL = (blob) => {
      latest = blob as Blob;
      return createObjectURL.call(URL, blob);
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (latest !== undefined) files.push({ name: this.download, blob: latest });
    };
    onTestFinished(() => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    });
    press(element, 'Download as CSV');
    press(element, 'Download as JSON');
    expect(files.map(({ name }) => name)).toEqual(['evidence-2026-11-21.csv', 'evidence-2026-11-21.json']);
    expect(await files[0]?.blob.text()).toContain('us.federal.revocation');
    expect(JSON.parse((await files[1]?.blob.text()) ?? '')).toEqual(makeFile());
  });

  it('says so when nothing is kept about a number', async () => {
    const element = await show();
    await ask(element, '0000 0000', 'Nothing is kept about it in your stores.');
    expect(element.shadowRoot?.querySelector('.entry')).toBeNull();
    await expectAccessible(element);
  });

  it('shows nothing of one number under another one’s title, however late the answer is', async () => {
    const element = await show();
    await ask(element, '(312) 555-7201');
    let answer = (): void => {};
    api.on(evidence, () => new Promise((resolve) => (answer = () => resolve({ evidence: makeFile({ entries: [] }) }))));
    await userEvent.fill(inside(element, '#asked'), '(312) 555-7202');
    press(element, 'Open the file');
    await until(element, 'Opening the file …');
    expect(textOf(element)).not.toContain('File of');
    expect(element.shadowRoot?.querySelector('.entry')).toBeNull();
    answer();
    await until(element, 'File of (312) 555-7202');
  });

  it.each(['', 'Rosa', '555'])('asks nobody about %j, and says what it takes', async (asked) => {
    const element = await show();
    await userEvent.fill(inside(element, '#asked'), asked);
    press(element, 'Open the file');
    await until(element, 'That is no phone number');
    expect(inside(element, '#asked').getAttribute('aria-invalid')).toBe('true');
    expect(api.calls).toEqual([]);
    await expectAccessible(element);
  });

  it.each([
    ['notAllowed', 'This is not yours to see or do.'],
    ['input', 'That is no phone number with its area code and no e-mail address.'],
    ['signedOut', 'Your session has ended.'],
  ])('says why there is no file: %s', async (code, words) => {
    api.on(evidence, () => failing(code));
    const element = await show();
    await ask(element, '(312) 555-7201', words);
    await expectAccessible(element);
  });
});
