import { Client, createRequest, fetchExchange, makeOperation, mapExchange, subscriptionExchange } from '@urql/core';
import { openEventStream, type StreamWatcher } from './event-stream.ts';
import { type Failure, failureOf, type Outcome } from './failure.ts';
import { type ViewerResult, viewer } from './generated/viewer.ts';
import type { Operation } from './operation.ts';
import { steadyFetch } from './steady-fetch.ts';

export interface BebackClientOptions {
  /** The server's GraphQL address, absolute or relative to the page: `https://beback.example/graphql`. */
  readonly url: string;
  /** A member token, or what fetches one; without it the browser's session cookie speaks. */
  readonly token?: string | (() => string | Promise<string>);
  /** Defaults to the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** How long one try may take. @defaultValue 15 000 */
  readonly timeoutMilliseconds?: number;
  /** How often a query, or a mutation with a client key, is tried in all. @defaultValue 3 */
  readonly attempts?: number;
  /** How long an event stream may be silent before it is opened again. @defaultValue 40 000 */
  readonly silenceMilliseconds?: number;
}

/** What a subscription reports. */
export interface SubscriptionObserver<Result> extends StreamWatcher {
  next(data: Result): void;
  /** The server refused: nothing more will come. */
  failed?(failure: Failure): void;
}

/** The way to one server as one caller. */
export interface BebackClient {
  query<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables): Promise<Outcome<Result>>;
  /**
   * Tried again by itself only when `variables.input.key` names the wish (see {@link newKey}); the server answers a
   * repetition with its first answer.
   */
  mutate<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables): Promise<Outcome<Result>>;
  /** @returns a function that ends the subscription */
  subscribe<Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: Variables,
    observer: SubscriptionObserver<Result>,
  ): () => void;
  /** The urql client underneath, for operations of one's own. It has no cache. */
  readonly urql: Client;
}

/**
 * A client for the staff's side of the API: typed operations, time-outs, bounded repetition of what may be repeated,
 * subscriptions that come back by themselves.
 *
 * @example
 * const client = createBebackClient({ url: '/graphql' });
 * const outcome = await client.query(workPlan, { locale: 'en' });
 * if (outcome.ok) console.log(outcome.data.workPlan.left);
 */
export function createBebackClient(options: BebackClientOptions): BebackClient {
  const base = authorized(options.fetch ?? ((input, init) => fetch(input, init)), options.token);
  const timeoutMilliseconds = options.timeoutMilliseconds ?? 15_000;
  const once = steadyFetch(base, { timeoutMilliseconds, attempts: 1 });
  const repeating = steadyFetch(base, { timeoutMilliseconds, attempts: options.attempts ?? 3 });
  const credentials = options.token === undefined ? 'include' : 'omit';
  const stream = {
    url: options.url,
    fetch: base,
    credentials,
    silenceMilliseconds: options.silenceMilliseconds ?? 40_000,
  } as const;

  const urql = new Client({
    url: options.url,
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetchOptions: { credentials },
    exchanges: [
      mapExchange({
        onOperation: (operation) =>
          makeOperation(operation.kind, operation, {
            ...operation.context,
            fetch: operation.kind === 'query' || hasKey(operation.variables) ? repeating : once,
          }),
      }),
      subscriptionExchange({
        forwardSubscription: (request, operation) => ({
          subscribe: (sink) => {
            const watcher = operation.context['watcher'] as StreamWatcher | undefined;
            const params = { query: request.query ?? '', variables: request.variables ?? {} };
            return { unsubscribe: openEventStream(stream, params, sink as never, watcher) };
          },
        }),
      }),
      fetchExchange,
    ],
  });

  let nextKey = 1;
  return {
    urql,
    query: async (operation, variables) => {
      // A key of its own: urql would answer a second ask with the first one's answer while that is under way, and
      // whoever asks because something changed would get what was true before.
      const ask = async (document: string, values: Record<string, unknown>): Promise<Outcome<never>> =>
        outcomeOf(await urql.executeQuery({ ...createRequest(document, values), key: nextKey++ }));
      const outcome = await ask(operation.document, asRecord(variables));
      // To nobody everything is forbidden: whoever is told so is asked to sign in, not sent away.
      if (outcome.ok || outcome.failure.kind !== 'notAllowed' || operation.name === viewer.name) return outcome;
      const who: Outcome<ViewerResult> = await ask(viewer.document, {});
      if (!who.ok || who.data.viewer !== null) return outcome;
      return { ok: false, failure: { ...outcome.failure, kind: 'signedOut' } };
    },
    mutate: async (operation, variables) => outcomeOf(await urql.mutation(operation.document, asRecord(variables))),
    subscribe(operation, variables, observer) {
      const source = urql.subscription(operation.document, asRecord(variables), { watcher: observer });
      return source.subscribe((result) => {
        if (result.error !== undefined) observer.failed?.(failureOf(result.error));
        else if (result.data !== undefined) observer.next(result.data);
      }).unsubscribe;
    },
  };
}

function outcomeOf(result: {
  readonly data?: unknown;
  readonly error?: Parameters<typeof failureOf>[0] | undefined;
}): Outcome<never> {
  if (result.error !== undefined) return { ok: false, failure: failureOf(result.error) };
  return { ok: true, data: result.data as never };
}

/** The member token on every request, asked for anew each time: a short-lived one may have been replaced. */
function authorized(base: typeof fetch, token: BebackClientOptions['token']): typeof fetch {
  if (token === undefined) return base;
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
    return base(input, { ...init, headers });
  };
}

function hasKey(variables: unknown): boolean {
  const input = (variables as { readonly input?: { readonly key?: unknown } } | undefined)?.input;
  return typeof input?.key === 'string' && input.key !== '';
}

function asRecord(variables: unknown): Record<string, unknown> {
  return variables as Record<string, unknown>;
}
