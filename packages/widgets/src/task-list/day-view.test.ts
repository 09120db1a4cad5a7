import { describe, expect, it } from 'vitest';
import { makePlan, makeTasks, NOW } from '../../test/support/make.ts';
import { type Entry, type EntryState, unsettled, viewDay } from './day-view.ts';

const TASKS = makeTasks(3);
const [first, second] = TASKS;
const plan = (tasks = TASKS, done = 2) => makePlan(tasks, { done, left: tasks.length }).workPlan;

function entryOf(index: number, state: EntryState): Entry {
  const task = TASKS[index];
  if (task === undefined) throw new Error(`no task ${index}`);
  return { task, key: `key-${index}`, disposition: 'spoke', note: '', at: NOW, state };
}

describe('viewDay', () => {
  it('shows the first task, and the others after it in their order', () => {
    const view = viewDay(plan(), [], undefined);
    expect(view.current).toBe(first);
    expect(view.next.map((task) => task.id)).toEqual(['task-2', 'task-3']);
    expect([view.done, view.left]).toEqual([2, 3]);
  });

  it.each<EntryState>([
    { kind: 'sending' },
    { kind: 'taken' },
    { kind: 'unsent', failure: { kind: 'offline', message: '' } },
  ])('counts what was logged here before the server’s list does, while it is $kind', (state) => {
    const view = viewDay(plan(), [entryOf(0, state)], undefined);
    expect(view.current).toBe(second);
    expect([view.done, view.left]).toEqual([3, 2]);
  });

  it('puts a task back whose entry was refused', () => {
    const view = viewDay(plan(), [entryOf(0, { kind: 'refused', why: { reasons: [] } })], undefined);
    expect(view.current).toBe(first);
    expect([view.done, view.left]).toEqual([2, 3]);
  });

  it('does not count twice what the server has counted already', () => {
    const view = viewDay(plan(TASKS.slice(1), 3), [entryOf(0, { kind: 'taken' })], undefined);
    expect([view.done, view.left]).toEqual([3, 2]);
  });

  it('keeps the pinned task though another one is first, with what the server says of it now', () => {
    const pinned = makeTasks(2)[1];
    if (pinned === undefined) throw new Error('two tasks');
    const view = viewDay(plan(), [], { task: pinned, engaged: false });
    expect(view.current).toBe(second);
    expect(view.next.map((task) => task.id)).toEqual(['task-1', 'task-3']);
  });

  it.each([
    [true, 'task-1', true],
    [false, 'task-2', false],
  ])('with a pinned task gone, engaged %s, shows %s', (engaged, current, settled) => {
    if (first === undefined) throw new Error('a task');
    const view = viewDay(plan(TASKS.slice(1)), [], { task: first, engaged });
    expect(view.current?.id).toBe(current);
    expect(view.settledElsewhere).toBe(settled);
  });

  it('has no card and nothing left on an empty day', () => {
    const view = viewDay(plan([]), [], undefined);
    expect(view).toEqual({ current: undefined, next: [], done: 2, left: 0, settledElsewhere: false });
  });
});

describe('unsettled', () => {
  it('forgets what the server has taken and no longer lists, and nothing else', () => {
    const entries = [
      entryOf(0, { kind: 'taken' }),
      entryOf(1, { kind: 'taken' }),
      entryOf(2, { kind: 'unsent', failure: { kind: 'timeout', message: '' } }),
    ];
    expect(unsettled(plan(TASKS.slice(1, 2)), entries).map((entry) => entry.key)).toEqual(['key-1', 'key-2']);
  });
});
