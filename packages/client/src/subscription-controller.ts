import type { ReactiveController } from 'lit';
import type { BebackClient, SubscriptionObserver } from './beback-client.ts';
import { ClientSource, type ControllerHost } from './client-context.ts';
import type { Failure } from './failure.ts';
import type { Operation } from './operation.ts';

/** `stale`: the stream was lost and is being opened again. */
export type StreamState =
  | { readonly status: 'idle' | 'loading' | 'ready' | 'stale' }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface SubscriptionControllerOptions<Result, Variables> {
  readonly operation: Operation<Result, Variables>;
  /** What to listen to; undefined: nothing yet. Read before each update of the host. */
  readonly variables: () => Variables | undefined;
  readonly onEvent: (data: Result) => void;
  /** The stream is open, for the first time or again: what happened before was not heard, ask for the whole. */
  readonly onOpen: () => void;
  readonly client?: () => BebackClient | undefined;
}

/** Keeps one subscription open while its element is on the page: anew when its variables or its client change. */
export class SubscriptionController<Result, Variables> implements ReactiveController {
  state: StreamState = { status: 'idle' };

  readonly #host: ControllerHost;
  readonly #options: SubscriptionControllerOptions<Result, Variables>;
  readonly #source: ClientSource;
  #asked: string | undefined;
  #askedOf: BebackClient | undefined;
  #connected = false;
  #release: (() => void) | undefined;

  constructor(host: ControllerHost, options: SubscriptionControllerOptions<Result, Variables>) {
    this.#host = host;
    this.#options = options;
    this.#source = new ClientSource(
      host,
      () => options.client?.(),
      () => this.hostUpdate(),
    );
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stop();
  }

  hostUpdate(): void {
    const client = this.#source.client;
    if (!this.#connected || client === undefined) return;
    const variables = this.#options.variables();
    const asked = variables === undefined ? undefined : JSON.stringify(variables);
    if (asked === this.#asked && client === this.#askedOf) return;
    this.#stop();
    this.#asked = asked;
    this.#askedOf = client;
    if (variables === undefined) return;
    this.#set({ status: 'loading' });
    this.#release = client.subscribe(this.#options.operation, variables, this.#observer());
  }

  #observer(): SubscriptionObserver<Result> {
    return {
      next: (data) => this.#options.onEvent(data),
      opened: () => {
        this.#set({ status: 'ready' });
        this.#options.onOpen();
      },
      lost: () => this.#set({ status: 'stale' }),
      failed: (failure) => this.#set({ status: 'failed', failure }),
    };
  }

  #stop(): void {
    this.#release?.();
    this.#release = undefined;
    this.#asked = undefined;
    this.state = { status: 'idle' };
  }

  #set(state: StreamState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
