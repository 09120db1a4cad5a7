import {
  type ControllerHost,
  type Disposition,
  type Locale,
  type LogActivityResult,
  logActivity,
  MutationController,
  type MutationControllerOptions,
  newKey,
  type TaskView,
  type WorkPlanResult,
} from '@beback/client';
import { type Entry, type EntryState, unsettled } from './day-view.ts';

type Taken = Extract<LogActivityResult['logActivity'], { readonly __typename: 'LogActivitySuccess' }>;

export interface ActivityLogOptions {
  readonly client: NonNullable<MutationControllerOptions<unknown, unknown>['client']>;
  readonly language: () => Locale;
  /** The server has it: the day has changed. */
  readonly onTaken: (entry: Entry, taken: Taken) => void;
  /** The server does not have it, or will not take it. */
  readonly onTrouble: () => void;
}

/**
 * What was logged on this page and is not in the server's list yet. An entry that a dead network kept is tried again,
 * under the same key, when the browser is online again or when the person says so; none is dropped silently.
 */
export class ActivityLog {
  entries: readonly Entry[] = [];

  readonly #host: ControllerHost;
  readonly #options: ActivityLogOptions;
  readonly #logging: MutationController<LogActivityResult, Parameters<NonNullable<typeof logActivity.types>>[0]>;

  constructor(host: ControllerHost, options: ActivityLogOptions) {
    this.#host = host;
    this.#options = options;
    this.#logging = new MutationController(host, { operation: logActivity, client: options.client });
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('online', this.#retryAll);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('online', this.#retryAll);
  }

  add(task: TaskView, disposition: Disposition, note: string): void {
    const entry: Entry = { task, key: newKey(), disposition, note, state: { kind: 'sending' } };
    this.#set([...this.entries.filter((other) => other.task.id !== task.id), entry]);
    void this.send(entry);
  }

  async send(entry: Entry): Promise<void> {
    this.#mark(entry, { kind: 'sending' });
    const input = { key: entry.key, taskId: entry.task.id, disposition: entry.disposition, note: entry.note || null };
    const outcome = await this.#logging.run({ input, locale: this.#options.language() });
    if (!outcome.ok) {
      this.#mark(entry, { kind: 'unsent', failure: outcome.failure });
      this.#options.onTrouble();
      return;
    }
    const answer = outcome.data.logActivity;
    if (answer.__typename === 'LogActivitySuccess') {
      this.#mark(entry, { kind: 'taken' });
      this.#options.onTaken(entry, answer);
      return;
    }
    const refused =
      answer.__typename === 'RefusedError' ? answer.reasons.map((reason) => reason.text) : [answer.message];
    this.#mark(entry, { kind: 'refused', texts: refused });
    this.#options.onTrouble();
  }

  drop(entry: Entry): void {
    this.#set(this.entries.filter((other) => other.key !== entry.key));
  }

  /** A new list is here: what it shows needs no entry any more. */
  settle(plan: WorkPlanResult['workPlan']): void {
    this.#set(unsettled(plan, this.entries));
  }

  #mark(entry: Entry, state: EntryState): void {
    this.#set(this.entries.map((other) => (other.key === entry.key ? { ...other, state } : other)));
  }

  #set(entries: readonly Entry[]): void {
    this.entries = entries;
    this.#host.requestUpdate();
  }

  readonly #retryAll = (): void => {
    for (const entry of this.entries) if (entry.state.kind === 'unsent') void this.send(entry);
  };
}
