import { dayChanged, type TaskView, workPlan } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DayStage, heading, tap } from '../../test/support/day-stage.ts';
import { at, makePlan, makeTask, makeTasks, NOW } from '../../test/support/make.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { TaskList } from './task-list.ts';

const MINUTE = 60_000;

let day: DayStage;
/** The browser's clock. */
let local: number;

beforeEach(() => {
  day = new DayStage();
  local = Date.parse('2001-01-01T00:00:00Z');
  // A fast clock is looked at each second.
  day.api.on(workPlan, () => ({
    ...makePlan(day.tasks, { done: day.done, day: dayOf(serverNow()) }),
    clock: { now: new Date(serverNow()).toISOString(), rate: 60 },
  }));
});

const START = Date.parse('2001-01-01T00:00:00Z');
const serverNow = (): number => NOW + (local - START) * 60;
const dayOf = (time: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago' }).format(time);
/** So much time passes at the server. */
const pass = (milliseconds: number): void => {
  local += milliseconds / 60;
};
const asked = (): number => day.api.callsOf(workPlan).length;
/** Of which nothing changes by time alone for hours. */
const calm = (id: string, customerName: string): TaskView =>
  makeTask({ id, customerName, deadline: at('18:00'), lawfulUntil: null });
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function show(tasks = makeTasks(2)): Promise<TaskList> {
  const list = day.element();
  list.now = () => local;
  await day.show(tasks, list);
  // The stream has opened, and what it may have missed is asked for.
  await vi.waitFor(() => expect(asked()).toBe(2));
  await wait(50);
  return list;
}

describe('a task list that stays open', () => {
  it.each([
    ['may be made again', { lawfulUntil: null, nextLawful: at('11:00') }, 60],
    ['may not be made any longer', { lawfulUntil: at('10:30'), nextLawful: null }, 30],
    ['is due', { from: at('10:20'), lawfulUntil: null }, 20],
  ])('asks anew once a task %s, and not before', async (_, task, minutes) => {
    await show([makeTask({ deadline: at('18:00'), ...task })]);
    pass((minutes - 1) * MINUTE);
    await wait(1200);
    expect(asked()).toBe(2);
    day.tasks = [makeTask({ deadline: at('18:00') })];
    pass(MINUTE);
    await vi.waitFor(() => expect(asked()).toBe(3), 5000);
    await wait(1200);
    expect(asked()).toBe(3);
  });

  it('shows the number once the law allows it, without a word from the server', async () => {
    const list = await show([makeTask({ lawfulUntil: null, nextLawful: at('11:00') })]);
    expect(textOf(list)).toContain('May not be made before 11:00 AM');
    day.tasks = [makeTask({ lawfulUntil: at('20:00') })];
    pass(60 * MINUTE);
    await vi.waitFor(() => expect(list.shadowRoot?.querySelector('a.dial')).not.toBeNull(), 5000);
  });

  it('asks for the next day when it begins in the day’s own zone', async () => {
    const list = await show([]);
    expect(textOf(list)).toContain('Saturday, November 21');
    pass(14 * 60 * MINUTE - MINUTE);
    await wait(1200);
    expect(asked()).toBe(2);
    pass(MINUTE);
    await vi.waitFor(() => expect(textOf(list)).toContain('Sunday, November 22'), 5000);
    await wait(1200);
    expect(asked()).toBe(3);
  });

  it('says still after a log how old the list is, and that changes do not arrive', async () => {
    const list = await show();
    await tap(list, 'spoke');
    await tap(list, 'Log: spoke');
    expect(textOf(list)).toContain('Logged: spoke, Ann Lee.');
    expect(textOf(list)).toContain('As of 10:00 AM');
    await vi.waitFor(() => expect(asked()).toBe(3));
    day.api.offline = true;
    day.api.cutStreams();
    await vi.waitFor(() => expect(textOf(list)).toContain('Changes do not arrive at the moment: connecting again …'));
    expect(textOf(list)).toContain('Logged: spoke, Ann Lee.');
    await expectAccessible(list);
  });

  it('says after a log why the list could not be fetched anew', async () => {
    const list = await show();
    await tap(list, 'spoke');
    await tap(list, 'Log: spoke');
    await vi.waitFor(() => expect(textOf(list)).toContain('1 done 1 left'));
    day.api.on(workPlan, () => failing('bug'));
    day.tellOfChange();
    await vi.waitFor(() => expect(textOf(list)).toContain('Something went wrong at the server.'));
  });

  it('stops asking for a choice once it is made', async () => {
    const list = await show();
    await tap(list, 'Log');
    expect(textOf(list)).toContain('Choose how it ended first.');
    await tap(list, 'spoke');
    expect(textOf(list)).not.toContain('Choose how it ended first.');
  });

  it('tries by itself when the first answer did not come', async () => {
    day.api.on(workPlan, (_, count) => (count < 3 ? failing('bug') : makePlan(makeTasks(1))));
    day.api.refuseStreams = 'notAllowed';
    const list = mount(day.element());
    list.now = () => local;
    await vi.waitFor(() => expect(textOf(list)).toContain('Your day could not be fetched.'));
    await vi.waitFor(() => expect(asked()).toBe(2));
    local += MINUTE;
    await vi.waitFor(() => expect(heading(list)).toBe('Ann Lee'), 20_000);
  }, 30_000);

  it('says that the server has ended the stream, and asks now and then instead', async () => {
    day.api.refuseStreams = 'notAllowed';
    const list = day.element();
    list.now = () => local;
    await day.show([calm('task-1', 'Ann Lee')], list);
    await vi.waitFor(() =>
      expect(textOf(list)).toContain('Changes do not arrive by themselves: asking once a minute.'),
    );
    await expectAccessible(list);
    const before = asked();
    day.tasks = [calm('task-9', 'Hal Quinn')];
    await wait(1200);
    expect(asked()).toBe(before);
    // A minute of the page, not of the server's fast clock.
    local += MINUTE;
    await vi.waitFor(() => expect(heading(list)).toBe('Hal Quinn'), 5000);
    await wait(1200);
    expect(asked()).toBe(before + 1);
  });

  it('asks now and then while the stream cannot be opened', async () => {
    const list = await show([calm('task-1', 'Ann Lee')]);
    day.api.cutStreams();
    day.api.refuseStreams = 503;
    await vi.waitFor(() => expect(textOf(list)).toContain('connecting again'));
    const before = asked();
    local += MINUTE;
    await vi.waitFor(() => expect(asked()).toBe(before + 1), 5000);
  });

  it.each(['signedOut', 401])(
    'notices by its stream’s end, by %s, that a session is over, and goes on in a new one',
    async (end) => {
      const list = await show();
      const told = vi.fn();
      list.addEventListener('beback-sign-in-needed', told);
      const answer = () => makePlan(day.tasks);
      day.api.on(workPlan, () => failing('signedOut'));
      day.api.refuseStreams = end;
      day.api.cutStreams();
      await vi.waitFor(() => expect(textOf(list)).toContain('Your session has ended.'), 5000);
      expect(told).toHaveBeenCalledOnce();
      day.api.on(workPlan, answer);
      local += MINUTE;
      await vi.waitFor(() => expect(heading(list)).toBe('Ann Lee'), 20_000);
      expect(day.api.callsOf(dayChanged).length).toBeGreaterThan(1);
    },
  );

  it('has no line of its own for what is not said', async () => {
    const list = await show();
    expect(inside(list, '[role=status]').innerText.trim()).toBe('');
  });
});
