import type { ReactiveController } from 'lit';
import type { BebackClient } from './beback-client.ts';
import { ClientSource, type ControllerHost } from './client-context.ts';
import type { Operation } from './operation.ts';
import { dataOf, type QueryState } from './query-state.ts';

export interface QueryControllerOptions<Result, Variables> {
  readonly operation: Operation<Result, Variables>;
  /** What to ask for now; undefined: nothing yet. Read before each update of the host. */
  readonly variables: () => Variables | undefined;
  /** The element's own client, when it has one; else the one from the context is taken. */
  readonly client?: () => BebackClient | undefined;
  /** Called with each answer, before the host renders it. */
  readonly onData?: (data: Result) => void;
}

/**
 * Keeps an element supplied with the answer to one query: asks when the element is connected and whenever its
 * variables or its client change, keeps showing the last answer while it asks again.
 */
export class QueryController<Result, Variables> implements ReactiveController {
  state: QueryState<Result> = { status: 'idle' };

  readonly #host: ControllerHost;
  readonly #options: QueryControllerOptions<Result, Variables>;
  readonly #source: ClientSource;
  #asked: string | undefined;
  /** Who was asked. Another client may be another person. */
  #askedOf: BebackClient | undefined;
  #run = 0;
  #busy = false;
  #again = false;
  #connected = false;

  constructor(host: ControllerHost, options: QueryControllerOptions<Result, Variables>) {
    this.#host = host;
    this.#options = options;
    this.#source = new ClientSource(
      host,
      () => options.client?.(),
      () => this.hostUpdate(),
    );
    host.addController(this);
  }

  get data(): Result | undefined {
    return dataOf(this.state);
  }

  /**
   * Asks again. While an answer is under way the next ask waits for it: whoever asks because something changed gets
   * an answer that was made after the change.
   */
  refetch(): void {
    if (this.#busy) this.#again = true;
    else void this.#ask(this.#options.variables());
  }

  hostConnected(): void {
    this.#connected = true;
    if (this.#asked === undefined) return;
    // Away and back: what is shown may be old, or an answer to somebody else.
    if (this.#askedOf === this.#source.client) this.refetch();
    else this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#run++;
    this.#busy = false;
    this.#again = false;
  }

  hostUpdate(): void {
    const client = this.#source.client;
    if (!this.#connected || client === undefined) return;
    const variables = this.#options.variables();
    const asked = variables === undefined ? undefined : JSON.stringify(variables);
    if (asked === this.#asked && client === this.#askedOf) return;
    this.#asked = asked;
    this.#askedOf = client;
    // Another question: the old answer is not an older answer to it.
    this.#set({ status: 'idle' });
    void this.#ask(variables);
  }

  async #ask(variables: Variables | undefined): Promise<void> {
    const client = this.#source.client;
    const run = ++this.#run;
    if (client === undefined || variables === undefined) return;
    this.#busy = true;
    const before = this.data;
    this.#set(before === undefined ? { status: 'loading' } : { status: 'stale', data: before });
    const outcome = await client.query(this.#options.operation, variables);
    if (run !== this.#run) return;
    this.#busy = false;
    if (outcome.ok) {
      this.#options.onData?.(outcome.data);
      this.#set({ status: 'ready', data: outcome.data });
    } else {
      this.#set(
        before === undefined
          ? { status: 'failed', failure: outcome.failure }
          : { status: 'stale', data: before, failure: outcome.failure },
      );
    }
    if (this.#again) {
      this.#again = false;
      this.refetch();
    }
  }

  #set(state: QueryState<Result>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
