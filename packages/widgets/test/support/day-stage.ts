import { dayChanged, type LogActivityResult, logActivity, type TaskView, workPlan } from '@beback/client';
import { expect, vi } from 'vitest';
import { TaskList } from '../../src/task-list/task-list.ts';
import { makePlan, NOW } from './make.ts';
import { mount } from './page.ts';
import { StubApi } from './stub-api.ts';

/** A day as a server keeps it, where logging settles a task, and the list that shows it. */
export class DayStage {
  tasks: readonly TaskView[] = [];
  done = 0;
  readonly api = new StubApi().on(workPlan, () => makePlan(this.tasks, { done: this.done }));

  /** In a fresh tab. */
  constructor() {
    sessionStorage.clear();
    this.takeLogs();
  }

  /** The server takes what is logged. */
  takeLogs(): void {
    this.api.on(logActivity, ({ input }) => {
      this.settle(input.taskId);
      return taken(input.taskId);
    });
  }

  element(): TaskList {
    const list = new TaskList();
    list.locale = 'en';
    list.client = this.api.client();
    list.now = () => NOW;
    return list;
  }

  async show(tasks: readonly TaskView[], list = this.element(), into?: HTMLElement): Promise<TaskList> {
    this.tasks = tasks;
    mount(list, into);
    await vi.waitFor(() => expect(list.shadowRoot?.querySelector('#customer')).not.toBeNull());
    await vi.waitFor(() => expect(this.api.callsOf(dayChanged)).not.toHaveLength(0));
    return list;
  }

  /** Shows the day, and waits for the list that is asked for once the stream of changes is open. */
  async showSettled(tasks: readonly TaskView[], list = this.element()): Promise<TaskList> {
    await this.show(tasks, list);
    await vi.waitFor(() => expect(this.api.callsOf(workPlan).length).toBeGreaterThan(1));
    await this.api.quiet();
    return list;
  }

  settle(taskId: string): void {
    if (this.tasks.some((task) => task.id === taskId)) this.done++;
    this.tasks = this.tasks.filter((task) => task.id !== taskId);
  }

  tellOfChange(): void {
    this.api.push({ dayChanged: { memberId: 'member-1', touchId: null } });
  }
}

export function heading(list: TaskList): string | undefined {
  return list.shadowRoot?.querySelector<HTMLElement>('#customer')?.innerText;
}

/** Taps what bears these words. */
export async function tap(list: TaskList, words: string): Promise<void> {
  const targets = [...(list.shadowRoot?.querySelectorAll<HTMLElement>('button, label') ?? [])];
  // A row that has not been in sight yet is not laid out, and has no text but its content.
  const saidBy = (one: HTMLElement): string => one.innerText || (one.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '');
  const exact = targets.find((one) => saidBy(one).toLowerCase() === words.toLowerCase());
  const target = exact ?? targets.find((one) => saidBy(one).includes(words));
  if (target === undefined) throw new Error(`nothing to tap says ${words}`);
  target.click();
  await list.updateComplete;
}

function taken(taskId: string): LogActivityResult {
  return {
    logActivity: {
      __typename: 'LogActivitySuccess',
      activity: { id: `activity-${taskId}`, at: new Date(NOW).toISOString(), disposition: 'leftMessage' },
      task: { id: taskId, state: 'done' },
      next: null,
    },
  };
}
