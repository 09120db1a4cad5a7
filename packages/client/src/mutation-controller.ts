import type { ReactiveController } from 'lit';
import type { BebackClient } from './beback-client.ts';
import { ClientSource, type ControllerHost } from './client-context.ts';
import type { Outcome } from './failure.ts';
import type { Operation } from './operation.ts';
import type { QueryState } from './query-state.ts';

export interface MutationControllerOptions<Result, Variables> {
  readonly operation: Operation<Result, Variables>;
  readonly client?: () => BebackClient | undefined;
}

/** Runs one kind of mutation for an element and keeps the state of the latest run. */
export class MutationController<Result, Variables> implements ReactiveController {
  state: QueryState<Result> = { status: 'idle' };

  readonly #host: ControllerHost;
  readonly #options: MutationControllerOptions<Result, Variables>;
  readonly #source: ClientSource;
  #run = 0;

  constructor(host: ControllerHost, options: MutationControllerOptions<Result, Variables>) {
    this.#host = host;
    this.#options = options;
    this.#source = new ClientSource(
      host,
      () => options.client?.(),
      () => {},
    );
    host.addController(this);
  }

  /** @returns the answer, also when a later run overtook it in {@link state} */
  async run(variables: Variables): Promise<Outcome<Result>> {
    const client = this.#source.client;
    if (client === undefined) throw new Error('MutationController: there is no client, by property or by context');
    const run = ++this.#run;
    this.#set({ status: 'loading' });
    const outcome = await client.mutate(this.#options.operation, variables);
    if (run === this.#run) {
      this.#set(outcome.ok ? { status: 'ready', data: outcome.data } : { status: 'failed', failure: outcome.failure });
    }
    return outcome;
  }

  hostConnected(): void {}

  #set(state: QueryState<Result>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
