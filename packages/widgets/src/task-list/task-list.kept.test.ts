import { type LogActivityVariables, logActivity, workPlan } from '@beback/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DayStage, heading, tap } from '../../test/support/day-stage.ts';
import { at, makePlan, makeTask, makeTasks, NOW } from '../../test/support/make.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import type { TaskList } from './task-list.ts';

let day: DayStage;

beforeEach(() => {
  day = new DayStage();
});

const inputs = (): readonly LogActivityVariables['input'][] =>
  day.api.callsOf(logActivity).map(({ variables }) => (variables as unknown as LogActivityVariables).input);

/** The page is loaded anew in the same tab, after all that was under way on it has been answered. */
async function reload(list: TaskList): Promise<TaskList> {
  await day.api.quiet();
  list.remove();
  const anew = mount(day.element());
  await vi.waitFor(() => expect(textOf(anew)).toContain('done'));
  await day.api.quiet();
  return anew;
}

/** Logs both of two tasks while there is no network. */
async function logOffline(): Promise<TaskList> {
  const list = await day.showSettled(makeTasks(3));
  day.api.offline = true;
  await tap(list, 'no answer');
  await tap(list, 'Log: no answer');
  await tap(list, 'spoke');
  await tap(list, 'Log: spoke');
  await vi.waitFor(() => expect(textOf(list).match(/Not logged yet/g)).toHaveLength(2));
  return list;
}

describe('what a task list keeps', () => {
  it('is written once the next card is there, and before the page goes', async () => {
    const list = await day.showSettled(makeTasks(3));
    day.api.offline = true;
    await tap(list, 'no answer');
    const kept = (): string => sessionStorage.getItem('beback:day') ?? '';
    await vi.waitFor(() => expect(kept()).toContain('"chosen":"noAnswer"'));
    await tap(list, 'Log: no answer');
    expect(kept()).not.toContain('"key"');
    dispatchEvent(new Event('pagehide'));
    expect(kept()).toContain('"key"');
    expect(kept()).not.toContain('"chosen"');
    await vi.waitFor(() => expect(inputs()).toHaveLength(1));
  });

  it('is written before the telephone takes the place of the page', async () => {
    const list = await day.showSettled(makeTasks(3));
    // No frame comes any more, and no timer, before the page is thrown out.
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation(() => 0);
    const timers = vi.spyOn(globalThis, 'setTimeout').mockImplementation((() => 0) as never);
    inside(list, '.disposition input[value=noAnswer]').click();
    document.dispatchEvent(new Event('visibilitychange'));
    timers.mockRestore();
    frames.mockRestore();
    expect(sessionStorage.getItem('beback:day') ?? '').toContain('"chosen"');
  });

  it('sends what was logged without a network after a reload, each once under its key and with its time', async () => {
    const before = await logOffline();
    const keys = inputs().map(({ key }) => key);
    day.api.offline = false;
    const list = await reload(before);
    await vi.waitFor(() => expect(inputs()).toHaveLength(4));
    await day.api.quiet();
    expect(textOf(list)).toContain('2 done 1 left');
    const sent = inputs().slice(2);
    expect(sent.map(({ key, taskId, disposition }) => [key, taskId, disposition])).toEqual([
      [keys[0], 'task-1', 'noAnswer'],
      [keys[1], 'task-2', 'spoke'],
    ]);
    // Later it would be claimed for a minute in which the phone system has no call.
    expect(sent.map((input) => input.at)).toEqual([at('10:00'), at('10:00')]);
    expect(textOf(list)).not.toContain('Not logged yet');
    await reload(list);
    expect(inputs()).toHaveLength(4);
  });

  it('lets the server say when it was, while nothing stands between', async () => {
    const list = await day.showSettled(makeTasks(2));
    await tap(list, 'spoke');
    await tap(list, 'Log: spoke');
    await vi.waitFor(() => expect(inputs()).toMatchObject([{ at: null }]));
  });

  it('sends what is waiting as soon as the server answers, whatever the browser thinks of its network', async () => {
    const list = await logOffline();
    day.api.offline = false;
    day.tellOfChange();
    await vi.waitFor(() => expect(textOf(list)).toContain('2 done 1 left'));
    await vi.waitFor(() => expect(textOf(list)).not.toContain('Not logged yet'));
    expect(new Set(inputs().map(({ key }) => key)).size).toBe(2);
  });

  it('forgets what somebody else logged in the same tab, and sends none of it', async () => {
    const before = await logOffline();
    day.api.offline = false;
    const { viewer, ...rest } = makePlan(day.tasks);
    const alex = { id: 'member-2', name: 'Alex Kim' };
    day.api.on(workPlan, () => ({ ...rest, viewer: viewer && { ...viewer, member: alex } }));
    const list = await reload(before);
    expect(textOf(list)).toContain('0 done 3 left');
    expect(inputs()).toHaveLength(2);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('task-1');
  });

  it('still says after a reload why the server refused, and does not ask again', async () => {
    const before = await day.showSettled(makeTasks(2));
    const reasons = [{ code: 'x', text: 'The opportunity is lost.' }];
    day.api.on(logActivity, () => ({ logActivity: { __typename: 'RefusedError' as const, message: '', reasons } }));
    await tap(before, 'spoke');
    await tap(before, 'Log: spoke');
    await vi.waitFor(() => expect(textOf(before)).toContain('The opportunity is lost.'));
    const list = await reload(before);
    expect(textOf(list)).toContain('Not logged for Ann Lee: The opportunity is lost.');
    await tap(list, 'Drop it');
    expect(textOf(await reload(list))).not.toContain('Not logged for');
    expect(inputs()).toHaveLength(1);
  });

  it('offers to sign in when a session has ended before the log, tells the page, and logs it afterwards', async () => {
    const before = day.element();
    before.signInHref = '/signin/';
    const told = vi.fn();
    before.addEventListener('beback-sign-in-needed', told);
    await day.showSettled(makeTasks(2), before);
    day.api.on(logActivity, () => failing('signedOut'));
    await tap(before, 'spoke');
    inside<HTMLInputElement>(before, '#note').value = 'wants blue';
    inside(before, '#note').dispatchEvent(new Event('input'));
    await tap(before, 'Log: spoke');
    await vi.waitFor(() => expect(textOf(before)).toContain('Not logged yet: spoke, Ann Lee. You are signed out.'));
    expect(inside<HTMLAnchorElement>(before, '.entry a').getAttribute('href')).toBe('/signin/');
    expect(told).toHaveBeenCalledOnce();
    await expectAccessible(before);

    day.takeLogs();
    const list = await reload(before);
    await vi.waitFor(() => expect(textOf(list)).toContain('1 done 1 left'));
    await vi.waitFor(() => expect(inputs()).toHaveLength(2));
    expect(inputs().at(-1)).toMatchObject({ key: inputs()[0]?.key, note: 'wants blue' });
  });

  it('shows what waits beside the request to sign in', async () => {
    const list = await logOffline();
    day.api.offline = false;
    day.api.on(workPlan, () => failing('signedOut'));
    day.tellOfChange();
    await vi.waitFor(() => expect(textOf(list)).toContain('Your session has ended.'));
    expect(textOf(list)).toContain('Not logged yet: spoke, Bo Ruiz.');
  });

  it('comes back to the card that was dialled from, with what was begun on it, though another is first now', async () => {
    const before = await day.showSettled(makeTasks(2));
    before.addEventListener('click', (event) => event.preventDefault());
    inside(before, 'a.dial').click();
    inside<HTMLInputElement>(before, '#note').value = 'wants blue';
    inside(before, '#note').dispatchEvent(new Event('input'));
    day.tasks = [makeTask({ id: 'task-9', customerName: 'Hal Quinn' }), ...day.tasks];
    const list = await reload(before);
    expect(heading(list)).toBe('Ann Lee');
    expect(inside<HTMLInputElement>(list, '#note').value).toBe('wants blue');
    day.settle('task-1');
    day.tellOfChange();
    await vi.waitFor(() => expect(textOf(list)).toContain('This has been settled elsewhere meanwhile.'));
  });

  it('begins with the first card after a reload when nothing was begun, or it was logged', async () => {
    const before = await day.showSettled(makeTasks(3));
    await tap(before, 'spoke');
    await tap(before, 'Log: spoke');
    await vi.waitFor(() => expect(inputs()).toHaveLength(1));
    day.tasks = [makeTask({ id: 'task-9', customerName: 'Hal Quinn' }), ...day.tasks];
    expect(heading(await reload(before))).toBe('Hal Quinn');
    expect({ ...sessionStorage }).toEqual({});
  });

  it('says of an entry that came late when it was logged by the server’s clock, not the browser’s', async () => {
    const list = day.element();
    list.now = () => Date.parse('2001-01-01T00:00:00Z');
    await day.showSettled(makeTasks(2), list);
    day.api.offline = true;
    await tap(list, 'spoke');
    await tap(list, 'Log: spoke');
    await vi.waitFor(() => expect(textOf(list)).toContain('Not logged yet'));
    day.api.offline = false;
    globalThis.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(inputs()).toHaveLength(2));
    expect(inputs()[1]?.at).toBe(new Date(NOW).toISOString());
  });

  it('keeps the card in hand to the day that it is of, when the page shows somebody else’s', async () => {
    const theirs = [makeTask({ id: 'task-9', customerName: 'Hal Quinn' })];
    day.api.on(workPlan, ({ memberId }) =>
      memberId === 'member-2'
        ? makePlan(theirs, { member: { id: 'member-2', name: 'Alex Kim' } })
        : makePlan(day.tasks, { member: { id: 'member-1', name: 'Sam Ortiz' } }),
    );
    const list = await day.showSettled(makeTasks(2));
    await tap(list, 'Bo Ruiz');
    await tap(list, 'spoke');
    list.memberId = 'member-2';
    await vi.waitFor(() => expect(heading(list)).toBe('Hal Quinn'));
    expect(textOf(list)).not.toContain('Log: spoke');
    list.memberId = 'member-1';
    await vi.waitFor(() => expect(heading(list)).toBe('Bo Ruiz'));
    expect(textOf(list)).toContain('Log: spoke');
  });
});
