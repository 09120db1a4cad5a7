import {
  type KeyInResultResult,
  type KeyInResultVariables,
  keyInResult,
  type PaperTasksResult,
  paperTasks,
  storeToday,
  viewer,
} from '@beback/client';
import { userEvent } from 'vitest/browser';
import { KeyIn } from '../../src/key-in/key-in.ts';
import { at } from './make.ts';
import { makePerson, until } from './morning-stage.ts';
import { inside, mount } from './page.ts';
import { StubApi } from './stub-api.ts';

type PaperTask = PaperTasksResult['paperTasks']['tasks'][number];
type Answer = KeyInResultResult['keyInResult'];

const task = (sheetCode: string, customerName: string, over: Partial<PaperTask> = {}): PaperTask => ({
  id: `task-${sheetCode}-${customerName}`,
  sheetCode,
  channel: 'call',
  state: 'due',
  deadline: at('18:00'),
  customerName,
  vehicle: '2024 Ford Bronco',
  reasons: [],
  lastActivity: null,
  ...over,
});

/** The server has taken a row. */
export function keyedIn(): Answer {
  return {
    __typename: 'KeyInResultSuccess',
    activity: { id: 'activity-1', at: at('10:00'), recordedAt: at('10:00'), disposition: 'noAnswer' },
    task: { id: 'task', state: 'done' },
  };
}

/** A manager who keys sheets in, and the server that takes them. */
export class KeyInStage {
  readonly tasks: readonly PaperTask[] = [
    task('7KQ2', 'Ann Lee'),
    task('0A1B', 'Bo Ruiz', { channel: 'email' }),
    task('M4TZ', 'Cy Adler', { state: 'done' }),
    task('SAME', 'Dee Park'),
    task('SAME', 'Eli Stone'),
  ];
  answer: (input: KeyInResultVariables['input']) => Answer | Response = keyedIn;
  /** What a sheet waits for. */
  held: Promise<void> = Promise.resolve();
  readonly api = new StubApi()
    .on(viewer, () => ({
      viewer: {
        member: { id: 'max', name: 'Max', role: 'manager' as const },
        group: { id: 'group-1', name: 'Northway' },
        stores: [{ id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' }],
        capabilities: ['ownDay', 'storeBoard', 'manageDay'] as const,
      },
    }))
    .on(storeToday, () => ({
      storeToday: {
        day: '2026-11-21',
        asOf: at('10:00'),
        store: null,
        people: [makePerson('Ann'), makePerson('Bob')],
        findings: [],
      },
    }))
    .on(paperTasks, async ({ day, memberId }) => {
      await this.held;
      return {
        paperTasks: {
          day: day ?? '2026-11-21',
          today: '2026-11-21',
          zone: 'America/Chicago',
          member: { id: memberId ?? 'max', name: memberId ?? 'Max' },
          tasks: this.tasks,
        },
      };
    })
    .on(keyInResult, ({ input }) => {
      const result = this.answer(input);
      return result instanceof Response ? result : { keyInResult: result };
    });

  /** What was sent to be saved. */
  inputs(): readonly KeyInResultVariables['input'][] {
    return this.api.callsOf(keyInResult).map(({ variables }) => variables['input'] as KeyInResultVariables['input']);
  }

  element(): KeyIn {
    const element = new KeyIn();
    element.client = this.api.client();
    return element;
  }

  async show(): Promise<KeyIn> {
    const element = this.element();
    element.locale = 'en';
    mount(element);
    await until(element, 'have no result yet');
    return element;
  }
}

export function fieldOf(element: KeyIn, name: string): HTMLInputElement {
  return inside<HTMLInputElement>(element, `#${name}`);
}

/** As it is done at a desk: the keyboard alone. */
export async function type(element: KeyIn, code: string, number: string): Promise<void> {
  fieldOf(element, 'code').focus();
  await userEvent.keyboard(`${code}{Tab}${number}{Enter}`);
}
