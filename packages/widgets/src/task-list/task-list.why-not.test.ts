import { type DaySumResult, daySum, type WhyNotResult, whyNot, workPlan } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DayStage, tap } from '../../test/support/day-stage.ts';
import { makePlan, makeTasks } from '../../test/support/make.ts';
import { expectAccessible, expectNoOverflow, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { TaskList } from './task-list.ts';

type Answer = WhyNotResult['whyNot'][number];
type Step = Answer['touches'][number];
type Share = DaySumResult['daySum'][number];

let day: DayStage;

beforeEach(() => {
  day = new DayStage();
});

describe('S05 Why somebody is not on the list', () => {
  it('finds a customer by name, and says in whose hands the step is, and why', async () => {
    day.api.on(whyNot, () => ({ whyNot: [makeAnswer()] }));
    const list = await day.show(makeTasks(2));
    await ask(list, 'week');
    await said(list, '1 found');
    expect(textOf(list)).toContain('Week Nr7 2024 Ford Bronco · Cedar Ford');
    expect(textOf(list)).toContain('With the BDC: Bea Call');
    expect(textOf(list)).toContain('Handed over: no room left today. First call on day 1.');
    expect(day.api.callsOf(whyNot)[0]?.variables).toEqual({ customer: 'week', locale: 'en' });
    await expectAccessible(list);
  });

  it.each<[string, Partial<Step>, string]>([
    ['handed to a manager', { member: { id: 'max', name: 'Max', role: 'manager' } }, 'With a manager: Max'],
    ['left to the system', { placement: 'automated', member: null }, 'Left to the system'],
    ['put off', { placement: 'deferred', deferredTo: '2026-11-23' }, 'Put off to Mon, Nov 23'],
    ['forbidden', { placement: 'blocked' }, 'Not allowed today'],
    ['not due', { placement: 'deferred', from: '2026-11-27T14:00:00Z' }, 'Not due before Fri, Nov 27'],
    ['over', { state: 'missed', placement: null }, 'Its time has passed'],
    ['listed', { placement: 'listed', member: { id: 'member-1', name: 'Sam', role: 'salesperson' } }, 'On your list'],
  ])('tells what is %s', async (_what, step, words) => {
    day.api.on(whyNot, () => ({ whyNot: [makeAnswer(step)] }));
    const list = await day.show([]);
    await ask(list, 'week');
    await said(list, words);
  });

  it('says when nothing is asked for, and when nobody is meant', async () => {
    const reasons = [{ code: 'workday.nothingAsked', text: 'The plan asks for nothing.' }];
    day.api.on(whyNot, ({ customer }) => ({
      whyNot: customer === 'zoe' ? [] : [{ ...makeAnswer(), touches: [], reasons }],
    }));
    const list = await day.show([]);
    await ask(list, 'week');
    await said(list, 'Nothing is asked for The plan asks for nothing.');
    await ask(list, 'zoe');
    await said(list, 'None of your customers: “zoe”');
    expect(textOf(list)).not.toContain('Nothing is asked for');
  });

  it('says what a search needs, that it failed, and asks once more', async () => {
    day.api.on(whyNot, () => failing('input'));
    const list = await day.show([]);
    await ask(list, 'w');
    await said(list, 'At least two letters of a name, or four digits of a number.');
    day.api.on(whyNot, () => failing('internal', 'x', 500));
    await ask(list, 'week');
    await said(list, 'This could not be looked up. Something went wrong at the server.');
    await expectAccessible(list);
    day.api.on(whyNot, () => ({ whyNot: [makeAnswer()] }));
    await tap(list, 'Look up');
    await said(list, '1 found');
  });

  it('says that there are more than it shows', async () => {
    day.api.on(whyNot, () => ({ whyNot: Array.from({ length: 10 }, () => makeAnswer()) }));
    const list = await day.show([]);
    await ask(list, 'week');
    await said(list, 'These are the latest ten: say more of the name.');
  });

  it('keeps its answer true while the day changes, and asks nothing before it is asked', async () => {
    day.api.on(whyNot, () => ({ whyNot: [makeAnswer()] }));
    const list = await day.show(makeTasks(1));
    expect([day.api.callsOf(whyNot), day.api.callsOf(daySum)]).toEqual([[], []]);
    await ask(list, 'week');
    await said(list, 'With the BDC: Bea');
    day.api.on(whyNot, () => ({ whyNot: [makeAnswer({ placement: 'automated', member: null })] }));
    day.tellOfChange();
    await said(list, 'Left to the system');
  });

  it('asks about the list of whose day it is', async () => {
    day.api.on(whyNot, () => ({ whyNot: [] })).on(daySum, () => ({ daySum: SHARES }));
    const list = day.element();
    list.memberId = 'member-7';
    await day.show([], list);
    await ask(list, 'week');
    await unfold(list);
    await vi.waitFor(() => expect(day.api.callsOf(daySum)[0]?.variables).toEqual({ memberId: 'member-7' }));
    expect(day.api.callsOf(whyNot)[0]?.variables).toMatchObject({ memberId: 'member-7' });
  });

  it('adds up where all of the day went', async () => {
    day.api.on(daySum, () => ({ daySum: SHARES }));
    const list = await day.show(makeTasks(1));
    await unfold(list);
    await said(
      list,
      '140 steps are still to be done. They stand: Put off to Sun, Nov 22 40 Left to the system 32 With the BDC: Bea 30 On your list 21 With a manager: Max 17',
    );
    await expectAccessible(list);
  });

  it('says that it could not be added up, and tries again', async () => {
    day.api.on(daySum, () => failing('internal', 'x', 500));
    const list = await day.show([]);
    await unfold(list);
    await said(list, 'This could not be added up. Something went wrong at the server.');
    day.api.on(daySum, () => ({ daySum: SHARES }));
    await tap(list, 'Try again');
    await said(list, '140 steps');
  });

  it('warns that more was promised than gets done', async () => {
    const text = '30 promises, while 25 tasks get done.';
    day.api.on(workPlan, () => makePlan(makeTasks(30), { overload: [{ code: 'finding.overload', text }] }));
    const list = await day.show([]);
    expect(textOf(list)).toContain('More is promised for today than gets done.');
    expect(textOf(list)).toContain(text);
    await expectAccessible(list);
  });

  it.each(['ltr', 'rtl'] as const)('fits 320 px with all of it open, written %s', async (direction) => {
    day.api.on(daySum, () => ({ daySum: SHARES })).on(whyNot, () => ({ whyNot: [makeAnswer(), makeAnswer()] }));
    const overload = [{ code: 'finding.overload', text: 'More is promised for one day than fits into it.' }];
    day.api.on(workPlan, () => makePlan(makeTasks(4), { overload }));
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    page.dir = direction;
    const list = day.element();
    list.locale = 'fr';
    await day.show([], list, page);
    await unfold(list);
    await ask(list, 'week');
    await said(list, '2 trouvés');
    await said(list, '140 étapes');
    expectNoOverflow(list);
  });
});

// Helpers

const BEA = { id: 'bea', name: 'Bea', role: 'bdcAgent' } as const;

function makeAnswer(step: Partial<Step> = {}): Answer {
  const reasons = [
    { code: 'workday.ownerFull', text: 'Handed over: no room left today.' },
    { code: 'touch.firstCall', text: 'First call on day 1.' },
  ];
  return {
    opportunityId: 'opportunity-7',
    customerName: 'Week Nr7',
    vehicle: '2024 Ford Bronco',
    storeName: 'Cedar Ford',
    zone: 'America/Chicago',
    onList: false,
    touches: [
      {
        taskId: 'task-7',
        channel: 'call',
        state: 'due',
        from: '2026-11-21T14:00:00Z',
        placement: 'handedOver',
        deferredTo: null,
        member: BEA,
        reasons,
        ...step,
      },
    ],
    reasons,
  };
}

const share = (placement: Share['placement'], count: number, over: Partial<Share> = {}): Share => ({
  placement,
  count,
  deferredTo: null,
  member: null,
  ...over,
});

const SHARES: readonly Share[] = [
  share('deferred', 40, { deferredTo: '2026-11-22' }),
  share('automated', 32),
  share('handedOver', 30, { member: BEA }),
  share('listed', 21, { member: { id: 'member-1', name: 'Sam Ortiz', role: 'salesperson' } }),
  share('handedOver', 17, { member: { id: 'max', name: 'Max', role: 'manager' } }),
];

async function ask(list: TaskList, customer: string): Promise<void> {
  const input = inside<HTMLInputElement>(list, 'input[type=search]');
  input.value = '';
  input.focus();
  await userEvent.keyboard(`${customer}{Enter}`);
}

async function unfold(list: TaskList): Promise<void> {
  inside(list, '.why-not summary').click();
  await list.updateComplete;
}

function said(list: TaskList, words: string): Promise<void> {
  return vi.waitFor(() => expect(textOf(list)).toContain(words));
}
