import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost, ReactiveElement } from 'lit';
import type { BebackClient } from './beback-client.ts';

/**
 * The client that elements below a provider use.
 *
 * @example
 * new ContextProvider(document.body, { context: clientContext, initialValue: client });
 */
export const clientContext = createContext<BebackClient>(Symbol('beback client'));

/** What a controller needs of its element. */
export type ControllerHost = ReactiveControllerHost & Partial<EventTarget>;

/** Where a controller gets its client from: the element's own property when set, else the context. */
export class ClientSource implements ReactiveController {
  readonly #explicit: () => BebackClient | undefined;
  readonly #consumer: { readonly value?: BebackClient | undefined } | undefined;

  constructor(host: ControllerHost, explicit: () => BebackClient | undefined, changed: () => void) {
    this.#explicit = explicit;
    this.#consumer =
      typeof host.dispatchEvent === 'function'
        ? new ContextConsumer(host as ReactiveElement, { context: clientContext, subscribe: true, callback: changed })
        : undefined;
  }

  get client(): BebackClient | undefined {
    return this.#explicit() ?? this.#consumer?.value;
  }

  hostConnected(): void {}
}
