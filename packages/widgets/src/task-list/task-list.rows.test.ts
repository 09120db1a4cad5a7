import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DayStage, heading, tap } from '../../test/support/day-stage.ts';
import { makeTask, makeTasks, NOW } from '../../test/support/make.ts';
import type { TaskList } from './task-list.ts';

let day: DayStage;

beforeEach(() => {
  day = new DayStage();
});

const MINUTE = 60_000;
const rows = (list: TaskList): readonly HTMLElement[] => [
  ...(list.shadowRoot?.querySelectorAll<HTMLElement>('.rows li') ?? []),
];

describe('the rows below the card', () => {
  it('stay the same when a task is logged, but for the one that goes: none is written again', async () => {
    const list = await day.showSettled(makeTasks(12));
    const before = rows(list);
    const written: Node[] = [];
    const observer = new MutationObserver((changes) => written.push(...changes.map(({ target }) => target)));
    for (const row of before) observer.observe(row, { subtree: true, childList: true, characterData: true });
    await tap(list, 'no answer');
    await tap(list, 'Log: no answer');
    // The next card is there first: nobody waits for it because of rows.
    expect(heading(list)).not.toBe('Ann Lee');
    expect(rows(list)).toEqual(before);
    await vi.waitFor(() => expect(rows(list)).toHaveLength(10));
    const after = rows(list);
    // The first has become the card; the fourth has come out of the fold, into another list.
    expect(after.map((row) => before.indexOf(row))).toEqual([1, 2, -1, 4, 5, 6, 7, 8, 9, 10]);
    observer.takeRecords().forEach(({ target }) => {
      written.push(target);
    });
    expect(written.filter((node) => after.some((row) => row.contains(node)))).toEqual([]);
  });

  it('tell it when a task is late by now, and when it is no longer of today', async () => {
    const later = makeTask({ id: 'task-2', deadline: new Date(NOW + 5 * MINUTE).toISOString() });
    const list = await day.showSettled([makeTask(), later]);
    const said = (): string | undefined => rows(list)[0]?.querySelector<HTMLElement>('.when')?.textContent?.trim();
    const due = said();
    list.now = () => NOW + 6 * MINUTE;
    list.requestUpdate();
    await list.updateComplete;
    const late = said();
    expect(late).not.toBe(due);
    list.now = () => NOW + 24 * 60 * MINUTE;
    list.requestUpdate();
    await list.updateComplete;
    expect(said()).not.toBe(late);
  });

  it('take the task of their own into hand, after others were logged too', async () => {
    const list = await day.showSettled(makeTasks(6));
    await tap(list, 'no answer');
    await tap(list, 'Log: no answer');
    await vi.waitFor(() => expect(rows(list)).toHaveLength(4));
    rows(list)[1]?.querySelector('button')?.click();
    await list.updateComplete;
    expect(list.shadowRoot?.querySelector('#customer')?.textContent).toBe('Dee Park');
  });
});
