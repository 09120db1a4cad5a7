import { logActivity, workPlan } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DayStage, heading, tap } from '../../test/support/day-stage.ts';
import { at, makePlan, makeTask, makeTasks, NOW } from '../../test/support/make.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { ActivityLoggedEvent } from '../events/activity-logged-event.ts';

let day: DayStage;

beforeEach(() => {
  day = new DayStage();
});

describe('<beback-task-list>', () => {
  it('shows one next card: who, why now, until when it may lawfully be made, and the number to dial', async () => {
    const list = await day.show([
      makeTask({ lastActivity: { at: at('09:00'), channel: 'email', disposition: 'sent', note: 'asked for blue' } }),
    ]);
    const text = textOf(list);
    expect(text).toContain('Ann Lee');
    expect(text).toContain('2024 Ford Bronco · Cedar Ford');
    expect(text).toContain('First call, due by 10:05 AM.');
    expect(text).toContain('Due by 10:05 AM, 5 min left');
    expect(text).toContain('May be made until 8:00 PM');
    expect(text).toContain('E-mail, sent, Sat, Nov 21, 9:00 AM “asked for blue”');
    const dial = inside<HTMLAnchorElement>(list, 'a.dial');
    expect(dial.getAttribute('href')).toBe('tel:+15550102234');
    expect(dial.innerText).toContain('Call (555) 010-2234');
  });

  it('tells each task’s times in the zone of its store, though another store has the same name', async () => {
    const there = makeTask({ id: 'task-2', customerName: 'Bo Ruiz', zone: 'America/Denver', deadline: at('11:05') });
    const list = await day.show([makeTask(), there]);
    expect(textOf(list)).toContain('Due by 10:05 AM, 5 min left');
    await tap(list, 'Bo Ruiz');
    expect(textOf(list)).toContain('Due by 10:05 AM, 1 hr 5 min left');
    expect(textOf(list)).toContain('May be made until 7:00 PM');
  });

  it('tells the time of the day itself in the day’s own zone', async () => {
    day.api.on(workPlan, () => makePlan([makeTask()], { zone: 'America/New_York' }));
    const list = await day.show([]);
    expect(textOf(list)).toContain('As of 11:00 AM');
  });

  it('logs in two taps, shows the next card at once and tells the server once', async () => {
    const list = await day.show(makeTasks(5));
    const logged = new Promise<ActivityLoggedEvent>((resolve) =>
      list.addEventListener('beback-activity-logged', resolve, { once: true }),
    );
    await tap(list, 'left message');
    await tap(list, 'Log: left message');
    expect(heading(list)).toBe('Bo Ruiz');
    expect(textOf(list)).toContain('Logged: left message, Ann Lee.');
    expect(textOf(list)).toContain('1 done 4 left');
    expect((await logged).taskId).toBe('task-1');
    expect(day.api.callsOf(logActivity)).toHaveLength(1);
    expect(day.api.callsOf(logActivity)[0]?.variables).toMatchObject({
      input: { taskId: 'task-1', disposition: 'leftMessage', note: null },
    });
  });

  it('has the rare dispositions behind a fold, which is shut again on the next card', async () => {
    const list = await day.show(makeTasks(2));
    const radios = () =>
      [...(list.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])]
        .filter((radio) => radio.checkVisibility())
        .map((radio) => radio.value);
    const fold = inside<HTMLDetailsElement>(list, 'fieldset details');
    expect(radios()).toEqual(['spoke', 'leftMessage', 'noAnswer', 'wrongNumber']);
    inside(list, 'fieldset summary').click();
    await vi.waitFor(() => expect(radios()).toContain('notInterested'));
    await tap(list, 'not interested');
    await tap(list, 'Log: not interested');
    expect(heading(list)).toBe('Bo Ruiz');
    expect(fold.open).toBe(false);
    await vi.waitFor(() =>
      expect(day.api.callsOf(logActivity)[0]?.variables).toMatchObject({ input: { disposition: 'notInterested' } }),
    );
  });

  it('S15 tells who asks for more on why under which version of the plan it arose', async () => {
    const list = await day.show([makeTask({ planNumber: 3 })]);
    const more = inside<HTMLDetailsElement>(list, '.told details');
    expect(more.open).toBe(false);
    inside(list, '.told summary').click();
    await vi.waitFor(() => expect(more.innerText).toContain('It arose under version 3 of the follow-up plan.'));
  });

  it('keeps the fold open under the finger, whatever is chosen then', async () => {
    const list = await day.show(makeTasks(1));
    const fold = inside<HTMLDetailsElement>(list, 'fieldset details');
    inside(list, 'fieldset summary').click();
    for (const words of ['not interested', 'spoke']) {
      await tap(list, words);
      await list.updateComplete;
      expect(fold.open).toBe(true);
    }
  });

  it.each([
    ['text', ['sent', 'wrongNumber', 'appointmentSet', 'notInterested']],
    ['video', ['sent', 'spoke', 'noAnswer', 'appointmentSet', 'notInterested']],
    ['inPerson', ['spoke', 'noAnswer', 'appointmentSet', 'notInterested']],
  ] as const)('offers for %s all that the server takes', async (channel, expected) => {
    const list = await day.show([makeTask({ channel })]);
    const radios = list.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [];
    expect([...radios].map((radio) => radio.value)).toEqual(expected);
  });

  it('does not log on the first tap, and says what is missing when nothing was chosen', async () => {
    const list = await day.show(makeTasks(2));
    await tap(list, 'Log');
    expect(textOf(list)).toContain('Choose how it ended first.');
    await tap(list, 'spoke');
    expect(day.api.callsOf(logActivity)).toHaveLength(0);
  });

  it('asks anew, and shows the next touch in place, when the day changed elsewhere', async () => {
    const list = await day.show(makeTasks(1));
    day.settle('task-1');
    day.tasks = [makeTask({ id: 'task-9', customerName: 'Hal Quinn' })];
    day.tellOfChange();
    await vi.waitFor(() => expect(heading(list)).toBe('Hal Quinn'));
  });

  it('asks anew after the stream was lost', async () => {
    const list = await day.show(makeTasks(1));
    day.tasks = [makeTask({ id: 'task-9', customerName: 'Hal Quinn' })];
    day.api.cutStreams();
    await vi.waitFor(() => expect(heading(list)).toBe('Hal Quinn'), 5000);
  });

  it('never swaps a card that somebody has begun to answer', async () => {
    const list = await day.show(makeTasks(2));
    await tap(list, 'spoke');
    day.settle('task-1');
    day.tellOfChange();
    await vi.waitFor(() => expect(textOf(list)).toContain('This has been settled elsewhere meanwhile.'));
    expect(heading(list)).toBe('Ann Lee');
    await tap(list, 'Go on');
    expect(heading(list)).toBe('Bo Ruiz');
  });

  it('never swaps a card whose number somebody has dialled', async () => {
    const list = await day.show(makeTasks(2));
    list.addEventListener('click', (event) => event.preventDefault());
    inside(list, 'a.dial').click();
    day.settle('task-1');
    day.tellOfChange();
    await vi.waitFor(() => expect(textOf(list)).toContain('This has been settled elsewhere meanwhile.'));
    expect(heading(list)).toBe('Ann Lee');
    await tap(list, 'Go on');
    day.settle('task-2');
    day.tellOfChange();
    await vi.waitFor(() => expect(textOf(list)).toContain('Nothing left for today'));
  });

  it('announces something more urgent instead of swapping the card', async () => {
    const list = await day.show(makeTasks(2).map((task) => ({ ...task, deadline: at('15:00') })));
    day.tasks = [makeTask({ id: 'task-9', customerName: 'Hal Quinn' }), ...day.tasks];
    day.tellOfChange();
    await vi.waitFor(() => expect(textOf(list)).toContain('More urgent now: Hal Quinn'));
    expect(heading(list)).toBe('Ann Lee');
    await tap(list, 'Show');
    expect(heading(list)).toBe('Hal Quinn');
  });

  it('hears no tap for a moment when a card was swapped by itself', async () => {
    const list = await day.show(makeTasks(2));
    day.settle('task-1');
    day.tellOfChange();
    await vi.waitFor(() => expect(heading(list)).toBe('Bo Ruiz'));
    const deaf = () => [inside(list, '.reach').inert, inside(list, 'form').inert];
    expect(deaf()).toEqual([true, true]);
    await vi.waitFor(() => expect(deaf()).toEqual([false, false]), 3000);
  });

  it('keeps what a dead network held back, says so, and logs it later under the same key', async () => {
    const list = await day.show(makeTasks(2));
    day.api.offline = true;
    await tap(list, 'no answer');
    await tap(list, 'Log: no answer');
    await vi.waitFor(() =>
      expect(textOf(list)).toContain('Not logged yet: no answer, Ann Lee. There is no connection'),
    );
    expect(heading(list)).toBe('Bo Ruiz');
    await expectAccessible(list);
    day.api.offline = false;
    globalThis.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(textOf(list)).not.toContain('Not logged yet'));
    const keys = day.api.callsOf(logActivity).map((call) => (call.variables['input'] as { key: string }).key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('says why the server refused, and puts the task back on the list', async () => {
    const list = await day.show(makeTasks(2));
    day.api.on(logActivity, () => ({
      logActivity: {
        __typename: 'RefusedError' as const,
        message: '',
        reasons: [{ code: 'x', text: 'The opportunity is lost.' }],
      },
    }));
    await tap(list, 'spoke');
    await tap(list, 'Log: spoke');
    await vi.waitFor(() => expect(textOf(list)).toContain('Not logged for Ann Lee: The opportunity is lost.'));
    expect(textOf(list)).toContain('0 done 2 left');
  });

  it('says in its own words why the server would not take it at all', async () => {
    const list = await day.show(makeTasks(2));
    const message = 'This task is somebody else’s';
    day.api.on(logActivity, () => ({ logActivity: { __typename: 'NotAllowedError' as const, message } }));
    await tap(list, 'spoke');
    await tap(list, 'Log: spoke');
    await vi.waitFor(() => expect(textOf(list)).toContain('Not logged for Ann Lee: This is not yours'));
    expect(textOf(list)).not.toContain(message);
  });

  it('offers no number while the law forbids the call', async () => {
    const list = await day.show([makeTask({ lawfulUntil: at('09:59'), nextLawful: at('11:00') })]);
    expect(textOf(list)).toContain('May not be made before 11:00 AM');
    expect(list.shadowRoot?.querySelector('a.dial')).toBeNull();
  });

  it('counts by the server clock, however fast it runs and whatever the browser says', async () => {
    let local = Date.parse('2001-01-01T00:00:00Z');
    day.tasks = [makeTask()];
    day.api.on(workPlan, () => ({ ...makePlan(day.tasks), clock: { now: new Date(NOW).toISOString(), rate: 60 } }));
    const list = day.element();
    list.now = () => local;
    mount(list);
    await vi.waitFor(() => expect(textOf(list)).toContain('5 min left'));
    local += 6000;
    await vi.waitFor(() => expect(textOf(list)).toContain('Late: was due 10:05 AM, 1 min ago'), 15_000);
  }, 20_000);

  it('says that nothing is left, and shows what comes without a reload', async () => {
    day.done = 3;
    const list = await day.show([]);
    expect(textOf(list)).toContain('Nothing left for today 3 tasks are done.');
    await expectAccessible(list);
    day.tasks = makeTasks(1);
    day.tellOfChange();
    await vi.waitFor(() => expect(heading(list)).toBe('Ann Lee'));
  });

  it('folds away what is more than the next three', async () => {
    const list = await day.show(makeTasks(140));
    expect(list.shadowRoot?.querySelectorAll('section > ol > li')).toHaveLength(3);
    expect(textOf(list)).toContain('136 more today');
    inside<HTMLDetailsElement>(list, 'section > details').open = true;
    expect(textOf(list)).toContain('76 more today');
  });

  it('takes another task when it is chosen from the list', async () => {
    const list = await day.show(makeTasks(4));
    await tap(list, 'Cy Adler');
    expect(heading(list)).toBe('Cy Adler');
    day.tellOfChange();
    await vi.waitFor(() => expect(day.api.callsOf(workPlan).length).toBeGreaterThan(1));
    expect(heading(list)).toBe('Cy Adler');
    expect(textOf(list)).not.toContain('More urgent now');
  });

  it('says what it waits for, why it failed, and tries again', async () => {
    day.api.offline = true;
    const list = mount(day.element());
    await list.updateComplete;
    expect(textOf(list)).toContain('Fetching your day …');
    await vi.waitFor(() => expect(textOf(list)).toContain('Your day could not be fetched. There is no connection'));
    await expectAccessible(list);
    day.api.offline = false;
    day.tasks = makeTasks(1);
    await tap(list, 'Try again');
    await vi.waitFor(() => expect(heading(list)).toBe('Ann Lee'));
  });

  it('tells a signed-out person to sign in, once, and the page too', async () => {
    day.api.on(workPlan, () => failing('signedOut'));
    const list = day.element();
    list.signInHref = '/signin/';
    const told = vi.fn();
    list.addEventListener('beback-sign-in-needed', told);
    mount(list);
    await vi.waitFor(() => expect(textOf(list)).toContain('Your session has ended.'));
    expect(inside<HTMLAnchorElement>(list, 'a').getAttribute('href')).toBe('/signin/');
    expect(told).toHaveBeenCalledOnce();
    await expectAccessible(list);
  });
});
