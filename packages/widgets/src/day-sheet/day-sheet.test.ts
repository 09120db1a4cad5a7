import { type DaySheetResult, daySheet } from '@beback/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { at, makeTask, NOW } from '../../test/support/make.ts';
import { until } from '../../test/support/morning-stage.ts';
import { expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import { failing, StubApi } from '../../test/support/stub-api.ts';
import { DaySheet } from './day-sheet.ts';

type Printed = DaySheetResult['workPlan'];
type PrintedTask = Printed['tasks'][number];

const printed = (sheetCode: string, over: Partial<PrintedTask> = {}): PrintedTask => ({
  ...makeTask(),
  ...over,
  sheetCode,
});

let tasks: readonly PrintedTask[];
let api: StubApi;
beforeEach(() => {
  tasks = [
    printed('7KQ2'),
    printed('M4TZ', {
      id: 'task-2',
      channel: 'email',
      customerName: 'Bo Ruiz',
      lawfulUntil: null,
      nextLawful: at('11:00'),
      appointmentAt: at('16:30'),
      lastActivity: {
        at: at('09:00'),
        channel: 'call',
        disposition: 'spoke',
        note: `Wants ${'a blue one '.repeat(40)}`,
      },
    }),
  ];
  api = new StubApi().on(daySheet, ({ day = '2026-11-21' }) => ({ workPlan: plan({ day: day ?? '' }) }));
});

function plan(over: Partial<Printed> = {}): Printed {
  return {
    day: '2026-11-21',
    zone: 'America/Chicago',
    asOf: new Date(NOW).toISOString(),
    overload: [],
    member: { id: 'member-1', name: 'Sam Ortiz' },
    tasks,
    ...over,
  };
}

function make(): DaySheet {
  const element = new DaySheet();
  element.client = api.client();
  return element;
}

async function show(words = 'Sam Ortiz'): Promise<DaySheet> {
  const element = make();
  element.locale = 'en';
  mount(element);
  await until(element, words);
  return element;
}

const rowsOf = (element: DaySheet) => [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])];

describe('S14 the day sheet', () => {
  it('says whose day it is, and of each task its code, customer, number and reason', async () => {
    const element = await show();
    expect(inside(element, 'h2').textContent).toBe('Sam Ortiz, Saturday, November 21');
    const [first] = rowsOf(element);
    for (const word of ['7KQ2', 'Ann Lee', '(555) 010-2234', '2024 Ford Bronco', 'First call', 'Allowed until 8:00 PM'])
      expect(first?.textContent).toContain(word);
  });

  it('has a numbered box for each outcome of the channel, and lines for time, appointment and the next call', async () => {
    const [call, email] = rowsOf(await show());
    const boxes = (row: Element | undefined) =>
      [...(row?.querySelectorAll('.box') ?? [])].map(({ textContent }) => textContent?.trim());
    expect(boxes(call)).toEqual([
      '1 Spoke',
      '2 Left message',
      '3 No answer',
      '4 Wrong number',
      '6 Appointment set',
      '7 Not interested',
    ]);
    expect(boxes(email)).toEqual(['5 Sent', '6 Appointment set', '7 Not interested']);
    const lines = [...(call?.querySelectorAll('.line') ?? [])].map(({ textContent }) => textContent);
    expect(lines).toEqual(['Time', 'Appointment', 'Call again']);
  });

  it('says before when not to call, which appointment stands, and of long last words the beginning', async () => {
    const [, email] = rowsOf(await show());
    for (const word of ['ann@example.com', 'Not before 11:00 AM', 'Appointment: Sat, Nov 21, 4:30 PM', 'Last: spoke'])
      expect(email?.textContent).toContain(word);
    expect(email?.textContent).toMatch(/“Wants a blue one.{100,170} …”/);
  });

  it('asks for the day and the person it is set to', async () => {
    const element = make();
    element.locale = 'en';
    element.memberId = 'member-9';
    element.day = '2026-11-23';
    mount(element);
    await until(element, 'Monday, November 23');
    expect(api.calls.at(-1)?.variables).toMatchObject({ memberId: 'member-9', day: '2026-11-23' });
  });

  it('gives each part of a row the whole width of a phone', async () => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    const element = make();
    element.locale = 'en';
    page.append(element);
    await until(element, 'Sam Ortiz');
    expectNoOverflow(element);
    const [row] = rowsOf(element);
    const parts = [...(row?.querySelectorAll('.code, .who, .came') ?? [])];
    const widths = parts.map((part) => part.getBoundingClientRect().width);
    expect(widths).toEqual(parts.map(() => row?.getBoundingClientRect().width));
  });

  it('marks itself as empty where nothing stands on the list', async () => {
    tasks = [];
    const element = await show('Nothing stands');
    expect(element.hasAttribute('empty')).toBe(true);
  });

  it('says on which paper the page prints while it prints, and leaves the page as it was', async () => {
    const element = await show();
    const pageRule = () =>
      document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText));
    dispatchEvent(new Event('beforeprint'));
    expect(pageRule()).toEqual(['@page { size: a4; margin: 12mm; }']);
    element.paper = 'letter';
    dispatchEvent(new Event('beforeprint'));
    expect(pageRule()).toEqual(['@page { size: letter; margin: 12mm; }']);
    dispatchEvent(new Event('afterprint'));
    expect(pageRule()).toEqual([]);
    element.remove();
    dispatchEvent(new Event('beforeprint'));
    expect(pageRule()).toEqual([]);
  });

  it('says why the day does not come, and asks again', async () => {
    let broken = true;
    api.on(daySheet, () => (broken ? failing('boom') : { workPlan: plan() }));
    const element = await show('The day could not be fetched');
    broken = false;
    inside(element, 'button').click();
    await until(element, '7KQ2');
    expect(textOf(element)).not.toContain('could not');
  });

  it('tells the page when it did not come, also where one from before is still shown', async () => {
    const element = await show('7KQ2');
    expect([element.settled, element.failed, element.empty]).toEqual([true, false, false]);
    api.on(daySheet, () => failing('boom'));
    element.refresh();
    expect(element.settled).toBe(false);
    await until(element, 'The day could not be fetched.');
    expect([element.settled, element.failed, element.empty]).toEqual([true, true, false]);
    expect(textOf(element)).toContain('7KQ2');
    api.on(daySheet, () => ({ workPlan: plan() }));
    inside(element, '.screen button').click();
    await expect.poll(() => element.failed).toBe(false);
    expect(textOf(element)).not.toContain('could not');
  });

  it('is nothing to print before it is there, and when it does not come', async () => {
    api.on(daySheet, () => failing('boom'));
    const element = make();
    element.locale = 'en';
    mount(element);
    await element.updateComplete;
    expect(element.hasAttribute('empty')).toBe(true);
    await until(element, 'could not be fetched');
    expect([element.settled, element.failed, element.hasAttribute('empty')]).toEqual([true, true, true]);
  });

  itBearsAnyPage({
    make,
    ready: (element) => until(element, 'Sam Ortiz'),
    words: { en: 'What came of it', es: 'Resultado', fr: 'Résultat' },
  });
});
