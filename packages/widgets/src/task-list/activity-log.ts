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
import { afterPaint } from '../base/after-paint.ts';
import { refusalOf } from '../staff/refusal.ts';
import type { Agreed } from './agreement.ts';
import { type Entry, type EntryState, unsettled } from './day-view.ts';
import type { KeptDay } from './kept-day.ts';

type Taken = Extract<LogActivityResult['logActivity'], { readonly __typename: 'LogActivitySuccess' }>;

export interface ActivityLogOptions {
  readonly client: NonNullable<MutationControllerOptions<unknown, unknown>['client']>;
  readonly language: () => Locale;
  readonly kept: KeptDay;
  /** The server has it: the day has changed. */
  readonly onTaken: (entry: Entry, taken: Taken) => void;
  /** The server does not have it, or will not take it. */
  readonly onTrouble: () => void;
}

/**
 * What was logged here and is not in the server's list yet. An entry that was held back is tried again under the same
 * key: when the server answers again, when the browser is online again, when the person says so, on the page that is
 * loaded next. None is dropped silently.
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

  get signedOut(): boolean {
    return this.entries.some(({ state }) => state.kind === 'unsent' && state.failure.kind === 'signedOut');
  }

  /** @param at - the server's time, epoch milliseconds */
  add(task: TaskView, disposition: Disposition, note: string, at: number, agreed?: Agreed): void {
    const said = { task, key: newKey(), disposition, note, at, ...(agreed && { agreed }) };
    const entry: Entry = { ...said, state: { kind: 'sending' } };
    for (const other of this.entries) if (other.task.id === task.id) this.drop(other);
    this.#set([...this.entries, entry]);
    this.#options.kept.keep(entry);
    afterPaint(() => void this.#send(entry, null));
  }

  /** Tries once more, with the time of the first try: the records are searched around it. */
  retry(entry: Entry): Promise<void> {
    return this.#send(entry, new Date(entry.at).toISOString());
  }

  drop(entry: Entry): void {
    this.#set(this.entries.filter((other) => other.key !== entry.key));
    this.#options.kept.forget(entry);
  }

  /** Somebody is signed in: what they logged before and the server does not have is theirs again. */
  recall(): void {
    const cut: EntryState = { kind: 'unsent', failure: { kind: 'offline', message: '' } };
    this.#set(
      this.#options.kept.entries.map((entry) => (entry.state.kind === 'refused' ? entry : { ...entry, state: cut })),
    );
  }

  /** A new list is here: what it shows needs no entry any more, and the way is open for what waits. */
  settle(plan: WorkPlanResult['workPlan']): void {
    this.#set(unsettled(plan, this.entries));
    this.#retryAll();
  }

  async #send(entry: Entry, at: string | null): Promise<void> {
    this.#mark(entry, { kind: 'sending' });
    const { key, disposition, note, agreed } = entry;
    const input = { key, taskId: entry.task.id, disposition, note: note || null, at, ...agreed };
    const outcome = await this.#logging.run({ input, locale: this.#options.language() });
    if (!outcome.ok) {
      this.#mark(entry, { kind: 'unsent', failure: outcome.failure });
      this.#options.onTrouble();
      return;
    }
    const answer = outcome.data.logActivity;
    if (answer.__typename === 'LogActivitySuccess') {
      this.#mark(entry, { kind: 'taken' });
      this.#options.kept.forget(entry);
      this.#options.onTaken(entry, answer);
      return;
    }
    const state: EntryState = { kind: 'refused', why: refusalOf(answer) };
    this.#mark(entry, state);
    this.#options.kept.keep({ ...entry, state });
    this.#options.onTrouble();
  }

  #mark(entry: Entry, state: EntryState): void {
    this.#set(this.entries.map((other) => (other.key === entry.key ? { ...other, state } : other)));
  }

  #set(entries: readonly Entry[]): void {
    this.entries = entries;
    this.#host.requestUpdate();
  }

  readonly #retryAll = (): void => {
    for (const entry of this.entries) if (entry.state.kind === 'unsent') void this.retry(entry);
  };
}
