import { decideTrial, startTrial, type TrialPhase, trial, type ViewerResult, viewer } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { press, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing, StubApi } from '../../test/support/stub-api.ts';
import { makeTrial as make, REPORT, type ShownTrial as Shown } from '../../test/support/trial-make.ts';
import { Trial } from './trial.ts';

let api: StubApi;
let shown: Shown | null;
let reader: NonNullable<ViewerResult['viewer']>;
beforeEach(() => {
  shown = make();
  reader = {
    member: { id: 'paula', name: 'Paula', role: 'principal' },
    group: { id: 'g', name: 'Cedar' },
    stores: [
      { id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' },
      { id: 'store-2', name: 'Cedar Kia', zone: 'America/Chicago' },
    ],
    capabilities: ['storeBoard', 'groupBoard', 'managePlan'],
  };
  api = new StubApi()
    .on(viewer, () => ({ viewer: reader }))
    .on(trial, () => ({ trial: shown }))
    .on(startTrial, () => {
      shown = make({ day: 1 });
      return { startTrial: { __typename: 'TrialChangeSuccess' as const, trial: shown } };
    })
    .on(decideTrial, ({ input }) => {
      const phase: TrialPhase = input.verdict;
      const word = { decidedAt: '2027-02-25T16:10:00Z', decidedBy: { name: 'Paula' } };
      const free = phase === 'go' ? { locked: null, waiting: null } : {};
      shown = make({ phase, ...word, decidedWhy: input.why, ...free });
      return { decideTrial: { __typename: 'TrialChangeSuccess' as const, trial: shown } };
    });
});

function element(): Trial {
  const made = new Trial();
  made.client = api.client();
  return made;
}

async function show(words = 'Who keeps to it'): Promise<Trial> {
  const made = element();
  made.locale = 'en';
  mount(made);
  await until(made, words);
  return made;
}

const asManager = () => {
  reader = {
    ...reader,
    member: { id: 'max', name: 'Max', role: 'manager' },
    capabilities: ['storeBoard', 'managePlan'],
  };
};

describe('S14 the trial', () => {
  it('says where it stands, that automation is locked, and what go would change', async () => {
    const made = await show();
    const text = textOf(made);
    expect(text).toContain('It runs Day 12 of 93 Nov 24, 2026 to Feb 24, 2027, begun by Max');
    expect(text).toContain('Automation is locked Not sent: the store lives its plan by hand.');
    expect(text).toContain('12 texts and 1 e-mail, each when its time comes');
    expect(text).toContain('3 are late by now and are not sent any more.');
    await expectAccessible(made);
  });

  it('shows of each person what was due, done and documented, as figures and as bars', async () => {
    const made = await show();
    const text = textOf(made);
    expect(text).toContain('Ana kept to it Steps done 91 of 100 (91%) Calls documented 85 of 91 (93%)');
    expect(text).toContain('Bo did not keep to it Steps done 60 of 100 (60%) Calls documented 40 of 60 (67%)');
    // Of few there is no share, and nothing of nothing is no nought.
    expect(text).toContain('too little to judge Steps done 3 of 4 Calls documented none yet');
    const widths = [...(made.shadowRoot?.querySelectorAll('.people li:first-child .part') ?? [])];
    expect(widths.map((bar) => bar.getAttribute('width'))).toEqual(['91%', `${(85 / 91) * 100}%`]);
  });

  it('says what customers answered, and what came in', async () => {
    const text = textOf(await show());
    expect(text).toContain('Buyers who answered 3 of 12 (25%) How happy are you? 4.3 of 5 3 answers 1 low');
    expect(text).toContain('Would you recommend us? none yet');
    expect(text).toContain('Leads 1,240 Deliveries 31');
  });

  it('lets the owner say go once it is over, with a word why and the name, and shows the word', async () => {
    shown = make({ phase: 'undecided', day: 93 });
    const made = await show('It is over and waits for the owner');
    // Not everybody kept to it: the page urges nobody to say go.
    expect(textOf(made)).toContain('Go or no-go Did not keep to the plan: 1 of 2.');
    expect(inside(made, '#go').classList).not.toContain('main');
    press(made, 'Go …');
    await until(made, 'What is late by now is not sent any more. Why');
    await vi.waitFor(() => expect(made.shadowRoot?.activeElement?.id).toBe('ask'));
    press(made, 'Say go as Paula');
    await until(made, 'Say why, in 10 to 1000 characters.');
    expect(api.callsOf(decideTrial)).toEqual([]);
    await expectAccessible(made);
    inside<HTMLTextAreaElement>(made, '#why').value = 'Nine of ten kept to it.';
    press(made, 'Say go as Paula');
    await until(made, 'Go, said by Paula on Feb 25, 2027, 10:10 AM Nine of ten kept to it.');
    expect(textOf(made)).toContain('Go. Automation is free.');
    expect(textOf(made)).toContain('The figures are those of that moment.');
    expect(textOf(made)).toContain('Begin a trial');
    expect(api.callsOf(decideTrial).map(({ variables }) => variables)).toMatchObject([
      { input: { key: expect.any(String), storeId: 'store-1', verdict: 'go', why: 'Nine of ten kept to it.' } },
    ]);
    await expectAccessible(made);
  });

  it('gives its advice once: beside the choice, and where nothing is to be chosen any more beside the figures', async () => {
    const advice = () => textOf(made).split('Did not keep to the plan: 1 of 2.').length - 1;
    const made = await show();
    expect(advice()).toBe(1);
    shown = make({ phase: 'noGo', decidedAt: '2027-02-25T16:10:00Z' });
    made.refresh();
    await until(made, 'No-go, said on');
    expect(advice()).toBe(1);
    expect(inside(made, 'section[aria-labelledby=who]').innerText).toContain('Did not keep to the plan: 1 of 2.');
  });

  it('offers no go while it runs, but no-go and calling it off; who changes his mind comes back', async () => {
    const made = await show();
    expect(textOf(made)).toContain('Go can be said after Feb 24, 2027, no-go at any time.');
    expect([...(made.shadowRoot?.querySelectorAll('#deciding ~ .buttons button') ?? [])].map(({ id }) => id)).toEqual([
      'noGo',
      'calledOff',
    ]);
    press(made, 'Call it off …');
    await until(made, 'As if nobody had begun it');
    press(made, 'Not yet');
    await vi.waitFor(() => expect(made.shadowRoot?.activeElement?.id).toBe('calledOff'));
  });

  it('keeps what was typed when it could not be said, and sends it once more under the same key', async () => {
    const made = await show();
    api.on(decideTrial, () => failing('server', 'x', 500));
    press(made, 'No-go …');
    await until(made, 'The trial ends');
    inside<HTMLTextAreaElement>(made, '#why').value = 'Nobody kept to it at all.';
    press(made, 'Say no-go as Paula');
    await until(made, 'It was not done. Something went wrong at the server.');
    expect(inside<HTMLTextAreaElement>(made, '#why').value).toBe('Nobody kept to it at all.');
    press(made, 'Say no-go as Paula');
    await vi.waitFor(() => expect(api.callsOf(decideTrial)).toHaveLength(2));
    const keys = api.callsOf(decideTrial).map(({ variables }) => (variables['input'] as { key: string }).key);
    expect(keys[0]).toBe(keys[1]);
  });

  it('says why the rules refuse it', async () => {
    api.on(decideTrial, () => ({
      decideTrial: {
        __typename: 'RefusedError' as const,
        message: 'x',
        reasons: [{ code: 'trial.decided', text: 'This trial was decided on Nov 25.' }],
      },
    }));
    const made = await show();
    press(made, 'No-go …');
    await until(made, 'The trial ends');
    inside<HTMLTextAreaElement>(made, '#why').value = 'Nobody kept to it at all.';
    press(made, 'Say no-go as Paula');
    await until(made, 'It was not done. This trial was decided on Nov 25.');
  });

  it('leaves the word to the owner, and after it another beginning too', async () => {
    asManager();
    const made = await show();
    expect(textOf(made)).toContain('The owner decides.');
    expect(made.shadowRoot?.querySelector('#noGo')).toBeNull();
    shown = make({ phase: 'noGo', decidedAt: '2027-02-25T16:10:00Z' });
    made.refresh();
    await until(made, 'No-go, said on Feb 25, 2027, 10:10 AM');
    expect(textOf(made)).toContain('Automation is locked');
    expect(textOf(made)).not.toContain('Go would');
    expect(textOf(made)).toContain('only the owner begins another.');
    expect(made.shadowRoot?.querySelector('#start')).toBeNull();
  });

  it('lets a manager begin the first one, for so many months, asked twice', async () => {
    asManager();
    shown = null;
    const made = await show('This store was never in a trial.');
    await expectAccessible(made);
    const months = inside<HTMLSelectElement>(made, '#months');
    expect(months.value).toBe('3');
    months.value = '2';
    months.dispatchEvent(new Event('change'));
    press(made, 'Begin …');
    await until(made, 'Begin now, for 2 months? Automation is locked until the owner says go.');
    press(made, 'Begin the trial');
    await until(made, 'Day 1 of 93');
    expect(textOf(made)).toContain('The trial has begun. Automation is locked.');
    expect(api.callsOf(startTrial).map(({ variables }) => variables)).toMatchObject([
      { input: { storeId: 'store-1', months: 2 } },
    ]);
  });

  it('shows another store by the reader’s choice and by its address', async () => {
    const made = await show();
    const heard = vi.fn();
    made.addEventListener('beback-navigate', ({ path }) => heard(path));
    const store = inside<HTMLSelectElement>(made, '#store');
    store.value = 'store-2';
    store.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(api.callsOf(trial).at(-1)?.variables).toMatchObject({ storeId: 'store-2' }));
    expect(heard).toHaveBeenCalledWith('store/store-2');
  });

  it('says of which store it is what became of a word, to whoever has turned to another one', async () => {
    const answers: ((answer: object) => void)[] = [];
    api.on(decideTrial, () => new Promise<never>((resolve) => answers.push(resolve as (answer: object) => void)));
    const made = await show();
    const refused = {
      decideTrial: { __typename: 'RefusedError', message: 'x', reasons: [{ code: 'x', text: 'No.' }] },
    };
    const done = { decideTrial: { __typename: 'TrialChangeSuccess', trial: shown } };
    for (const [there, back, answer, told] of [
      ['store-2', 'store-1', done, 'Cedar Ford: No-go. Automation stays locked.'],
      ['store-2', 'store-1', refused, 'Cedar Ford: It was not done.'],
    ] as const) {
      press(made, 'No-go …');
      await until(made, 'The trial ends');
      inside<HTMLTextAreaElement>(made, '#why').value = 'Nobody kept to it at all.';
      press(made, 'Say no-go as Paula');
      await until(made, 'Saying so …');
      made.path = `store/${there}`;
      await vi.waitFor(() => expect(api.callsOf(trial).at(-1)?.variables).toMatchObject({ storeId: there }));
      answers.pop()?.(answer);
      await until(made, told);
      expect(made.shadowRoot?.querySelector('[role=alert]')).toBeNull();
      made.path = `store/${back}`;
      await vi.waitFor(() => expect(api.callsOf(trial).at(-1)?.variables).toMatchObject({ storeId: back }));
      await until(made, 'Who keeps to it');
    }
  });

  it('says what it waits for, what failed, and that a session has ended', async () => {
    api.on(trial, () => new Promise(() => {}));
    await show('Fetching the trial …');
    api.on(trial, () => failing('server', 'x', 500));
    const made = await show('The trial could not be fetched. Something went wrong at the server.');
    await expectAccessible(made);
    api.on(trial, () => ({ trial: shown }));
    press(made, 'Try again');
    await until(made, 'Who keeps to it');
    api.on(trial, () => failing('signedOut'));
    made.signInHref = '/signin/';
    made.refresh();
    await until(made, 'Your session has ended. Sign in to go on.');
    reader = { ...reader, stores: [] };
    await show('You answer for no store.');
  });

  it('names of what go would change only what there is', async () => {
    shown = make({ waiting: { texts: 0, emails: 40, late: 1 } });
    const text = textOf(await show());
    expect(text).toContain('what is open now: 40 e-mails, each when its time comes');
    expect(text).toContain('1 is late by now and is not sent any more.');
  });

  it('says when nobody had anything to do, and when automation has nothing open', async () => {
    shown = make({
      waiting: { texts: 0, emails: 0, late: 0 },
      report: { ...REPORT, people: [], questions: REPORT.questions.slice(1) },
    });
    const text = textOf(await show());
    expect(text).toContain('Nobody had anything to do yet.');
    expect(text).toContain('Nobody has answered the survey yet.');
    expect(text).toContain('Nothing of automation’s is open now.');
  });

  itBearsAnyPage({
    make: element,
    ready: (made) => vi.waitFor(() => inside(made, '.people')),
    words: { en: 'Who keeps to it', es: 'Quién lo cumple', fr: 'Qui le suit' },
  });
});
