import {
  Client,
  fetchExchange,
  type GraphQLRequest,
  makeOperation,
  mapExchange,
  type OperationResult,
  subscriptionExchange,
} from '@urql/core';
import { openEventStream, type StreamQuestion, type StreamWatcher } from './event-stream.ts';
import { type Failure, failureOf, type Outcome } from './failure.ts';
import { type ViewerResult, viewer } from './generated/viewer.ts';
import type { Operation } from './operation.ts';
import { steadyFetch } from './steady-fetch.ts';
import { byId, saysUnknown, wording } from './wording.ts';

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
            const { watcher, question } = operation.context as Partial<StreamContext>;
            const asked = question ?? {
              params: () => ({ query: request.query ?? '', variables: request.variables ?? {} }),
            };
            return { unsubscribe: openEventStream(stream, asked, sink as never, watcher) };
          },
        }),
      }),
      fetchExchange,
    ],
  });

  const wordingOf = wording();
  const run = async (
    operation: AnyOperation,
    variables: Record<string, unknown>,
    execute: (request: GraphQLRequest) => PromiseLike<OperationResult>,
  ): Promise<Outcome<never>> => {
    const question = wordingOf(operation, variables);
    try {
      for (;;) {
        const request = question.request();
        const { data, error } = await execute(request instanceof Promise ? await request : request);
        if (saysUnknown(error) && question.unknown()) continue;
        return error === undefined ? { ok: true, data: data as never } : { ok: false, failure: failureOf(error) };
      }
    } catch (error) {
      // The words lie where the page came from, and are gone when it has a new release.
      return { ok: false, failure: { kind: 'server', message: `The page is older than its server: ${error}` } };
    }
  };
  let nextKey = 1;
  return {
    urql,
    query: async (operation, variables) => {
      // A key of its own: urql would answer a second ask with the first one's answer while that is under way, and
      // whoever asks because something changed would get what was true before.
      const ask = (asked: AnyOperation, values: Record<string, unknown>): Promise<Outcome<never>> =>
        run(asked, values, (request) => urql.executeQuery({ ...request, key: nextKey++ }));
      const outcome = await ask(operation, asRecord(variables));
      // To nobody everything is forbidden: whoever is told so is asked to sign in, not sent away.
      if (outcome.ok || outcome.failure.kind !== 'notAllowed' || operation.name === viewer.name) return outcome;
      const who: Outcome<ViewerResult> = await ask(viewer, {});
      if (!who.ok || who.data.viewer !== null) return outcome;
      return { ok: false, failure: { ...outcome.failure, kind: 'signedOut' } };
    },
    mutate: (operation, variables) => run(operation, asRecord(variables), (request) => urql.executeMutation(request)),
    subscribe(operation, variables, observer) {
      const values = asRecord(variables);
      const question: StreamQuestion = wordingOf(operation, values);
      const source = urql.executeSubscription(byId(operation, values), { watcher: observer, question });
      return source.subscribe((result) => {
        if (result.error !== undefined) observer.failed?.(failureOf(result.error));
        else if (result.data !== undefined) observer.next(result.data);
      }).unsubscribe;
    },
  };
}

type AnyOperation = Pick<Operation<unknown, unknown>, 'kind' | 'name' | 'id'>;

/** What a subscription of ours hands through urql. */
interface StreamContext {
  readonly watcher: StreamWatcher;
  readonly question: StreamQuestion;
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
