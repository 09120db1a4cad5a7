import { evidence, evidenceEntries, evidenceLedgers } from '@beback/client';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { entryPage, ledgerPage, makeEntry, makeFile, makeLedger } from '../../test/support/evidence-make.ts';
import { press, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import { failing, StubApi } from '../../test/support/stub-api.ts';
import { Evidence } from './evidence.ts';

let api: StubApi;
beforeEach(() => {
  api = new StubApi().on(evidence, ({ number }) => ({
    evidence: number === '0000 0000' ? makeFile({ ledgers: ledgerPage([]), entries: entryPage([]) }) : makeFile(),
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
    expect(textOf(element)).toContain('As of Nov 21, 2026, 10:00:00 AM CST, law table 2026-11-21');
    const entries = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.entry') ?? [])].map(({ innerText }) =>
      innerText.replaceAll(/\s+/g, ' '),
    );
    expect(entries).toHaveLength(3);
    expect(entries[0]).toContain('9:40:00 AM CST Inquiry Cedar Ford');
    expect(entries[1]).toContain('Message, E-mail, Offers refused, not sent to rosa@buyers.example');
    expect(entries[1]).toContain('The law forbade it The customer said on Nov 20, 2026');
    expect(entries[1]).toContain('Rule us.federal.revocation, in force since Apr 11, 2025; law table 2026-11-21.');
    expect(entries[2]).toContain(
      'Revocation, Offers, every channel On a call · Ann · Cedar Ford Take me off your list',
    );
    expect(textOf(element)).toContain('Who opened this file Max, Nov 21, 2026, 10:00:00 AM CST');
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
    await vi.waitFor(() => expect(files).toHaveLength(2));
    expect(files.map(({ name }) => name)).toEqual(['evidence-2026-11-21.csv', 'evidence-2026-11-21.json']);
    expect(await files[0]?.blob.text()).toContain('us.federal.revocation');
    const { look: _, ...file } = makeFile();
    const plain = {
      ledgers: file.ledgers.edges.map(({ node }) => node),
      entries: file.entries.edges.map(({ node }) => node),
    };
    expect(JSON.parse((await files[1]?.blob.text()) ?? '')).toEqual({ ...file, ...plain });
  });

  it('looks once, whatever happens to the element after that: another language, another place on the page', async () => {
    const element = await show();
    await ask(element, '(312) 555-7201');
    element.locale = 'es';
    await until(element, 'Abrir el expediente');
    element.remove();
    mount(element);
    element.locale = 'en';
    await until(element, 'File of (312) 555-7201');
    expect(api.callsOf(evidence)).toHaveLength(1);
    await ask(element, '(312) 555-7201');
    await vi.waitFor(() => expect(api.callsOf(evidence)).toHaveLength(2));
  });

  it('shows nothing of it to another person who signs in on the same page', async () => {
    const element = await show();
    await ask(element, '(312) 555-7201');
    element.client = api.client();
    await until(element, 'Open the file');
    expect(element.shadowRoot?.querySelector('#file')).toBeNull();
    expect(api.callsOf(evidence)).toHaveLength(1);
  });

  describe('of many entries and customers', () => {
    const entry = (hour: number) => makeEntry({ at: `2026-11-20T${hour}:00:00.000Z`, words: `Mail of ${hour}` });
    let trouble: boolean;
    beforeEach(() => {
      trouble = false;
      const ledger = (name: string) => makeLedger(true, { opportunityId: `opportunity-${name}`, customerName: name });
      api
        .on(evidence, () => ({
          evidence: makeFile({ entries: entryPage([entry(15)], 'e1'), ledgers: ledgerPage([ledger('Rosa')], 'l1') }),
        }))
        .on(evidenceLedgers, () => ({ evidence: { ledgers: ledgerPage([ledger('Otto'), ledger('Ida')]) } }))
        .on(evidenceEntries, ({ after }) =>
          trouble
            ? failing('limited')
            : { evidence: { entries: after === 'e1' ? entryPage([entry(16)], 'e2') : entryPage([entry(17)]) } },
        );
    });

    it('shows the beginning, says that it is one, and loads the rest as the same look', async () => {
      const element = await show();
      await ask(element, '(312) 555-7201');
      expect(textOf(element)).toContain('Entries 1 to 1, in order of time');
      expect(textOf(element)).toContain('This is the beginning of the file, entries 1 to 1.');
      await expectAccessible(element);
      press(element, 'Load the rest');
      await until(element, '3 entries, in order of time');
      expect(textOf(element)).toContain('Mail of 17');
      expect(textOf(element)).toContain('Ida, Cedar Ford');
      expect(textOf(element)).not.toContain('This is the beginning');
      expect(api.callsOf(evidenceEntries).map(({ variables }) => variables)).toMatchObject([
        { number: '(312) 555-7201', look: 'look-1', after: 'e1' },
        { number: '(312) 555-7201', look: 'look-1', after: 'e2' },
      ]);
      expect(api.callsOf(evidence)).toHaveLength(1);
    });

    it('tells the ledgers of its customers apart: no id is there twice', async () => {
      const element = await show();
      await ask(element, '(312) 555-7201');
      press(element, 'Load the rest');
      await until(element, 'Ida, Cedar Ford');
      const ids = [...(element.shadowRoot?.querySelectorAll('[id]') ?? [])].map(({ id }) => id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
      const sections = [...(element.shadowRoot?.querySelectorAll('[aria-labelledby]') ?? [])];
      const labels = sections.map((section) => section.getAttribute('aria-labelledby') ?? '');
      for (const label of labels) expect(ids).toEqual(expect.arrayContaining(label.split(' ')));
      expect(new Set(labels).size).toBe(labels.length);
      await expectAccessible(element);
    });

    it('prints nothing before all of it is there', async () => {
      const element = await show();
      await ask(element, '(312) 555-7201');
      const printed: number[] = [];
      const { print } = globalThis;
      globalThis.print = () => printed.push(element.shadowRoot?.querySelectorAll('.entry').length ?? 0);
      onTestFinished(() => {
        globalThis.print = print;
      });
      trouble = true;
      press(element, 'Print');
      await vi.waitFor(() => expect(element.shadowRoot?.querySelector('.rest [role="alert"]')).not.toBeNull());
      expect(printed).toEqual([]);
      expect(textOf(element)).toContain('Mail of 15');
      trouble = false;
      press(element, 'Print');
      await vi.waitFor(() => expect(printed).toEqual([3]));
    });
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
    api.on(
      evidence,
      () => new Promise((resolve) => (answer = () => resolve({ evidence: makeFile({ entries: entryPage([]) }) }))),
    );
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
