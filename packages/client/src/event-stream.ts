import { createClient, NetworkError, type RequestParams } from 'graphql-sse';
import { type FailureKind, kindOfAnswer } from './failure.ts';
import { backOff, wait } from './wait.ts';
import { watchedStream } from './watched-stream.ts';

/** What happens to a stream besides its results. */
export interface StreamWatcher {
  /** The stream is open. `again`: it had been lost, and what happened meanwhile was missed. */
  opened?(again: boolean): void;
  /** The stream was lost; it is being opened again. */
  lost?(): void;
}

/** One message of a stream: data, or why there is none. */
export interface StreamResult {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: object }[] | undefined;
}

export interface StreamSink {
  next(result: StreamResult): void;
  error(error: unknown): void;
  complete(): void;
}

export interface EventStreamOptions {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly credentials: 'omit' | 'include';
  /** A stream without a byte for so long is opened again. The server pings every 12 s. */
  readonly silenceMilliseconds: number;
}

/** What a stream is opened for. */
export interface StreamQuestion {
  /** Sent at each opening. */
  params(): RequestParams | Promise<RequestParams>;
  /** The server does not know what was asked. @returns whether it is asked in another way from now on */
  unknown?(): boolean;
}

const LONGEST_PAUSE_MILLISECONDS = 30_000;
/** A stream that lived so long was a good one: the next loss starts with short pauses again. */
const GOOD_LIFE_MILLISECONDS = 10_000;
const NOT_FOUND = 404;
/** This caller would be refused again. Everything else passes: a busy server, a bug, a proxy with nobody behind it. */
const FINAL: ReadonlySet<FailureKind | undefined> = new Set(['signedOut', 'notAllowed', 'notFound', 'input']);

/**
 * Keeps one subscription open over GraphQL-SSE (distinct connections) until it is released: a lost stream, also one
 * that a stopping server completes or that an error ended, is opened again after growing pauses. Only a refusal ends it.
 *
 * @returns a function that releases the stream
 */
export function openEventStream(
  options: EventStreamOptions,
  question: StreamQuestion,
  sink: StreamSink,
  watcher: StreamWatcher = {},
): () => void {
  const released = new AbortController();
  const client = createClient({
    url: options.url,
    credentials: options.credentials,
    fetchFn: watchedStream(options.fetch, options.silenceMilliseconds),
    retryAttempts: 0,
  });
  let attempt = 0;
  let openedBefore = false;
  let openedAt = 0;

  const connect = async (): Promise<void> => {
    let over = false;
    const end = (error?: unknown): void => {
      if (over || released.signal.aborted) return;
      over = true;
      if (statusOf(error) === NOT_FOUND && question.unknown?.()) void connect();
      else if (FINAL.has(kindOfAnswer(undefined, statusOf(error)))) sink.error(error);
      else void again();
    };
    let params: RequestParams;
    try {
      params = await question.params();
    } catch (error) {
      return end(error);
    }
    if (released.signal.aborted) return;
    const stop = client.subscribe(
      params,
      {
        next(result: StreamResult) {
          if (over) return;
          if (result.errors === undefined || result.data != null) return sink.next(result);
          stop();
          if (!FINAL.has(kindOfAnswer(codeOf(result.errors[0]?.extensions), undefined))) return end();
          over = true;
          sink.next(result);
          sink.complete();
        },
        error: end,
        complete: () => end(),
      },
      {
        connected() {
          openedAt = performance.now();
          watcher.opened?.(openedBefore);
          openedBefore = true;
        },
      },
    );
    released.signal.addEventListener('abort', stop, { once: true });
  };

  const again = async (): Promise<void> => {
    watcher.lost?.();
    attempt = openedAt > 0 && performance.now() - openedAt > GOOD_LIFE_MILLISECONDS ? 1 : attempt + 1;
    openedAt = 0;
    await wait(backOff(attempt, LONGEST_PAUSE_MILLISECONDS), released.signal);
    if (!released.signal.aborted) await connect();
  };

  void connect();
  return () => {
    released.abort();
    client.dispose();
  };
}

function codeOf(extensions: object | undefined): unknown {
  return extensions !== undefined && 'code' in extensions ? extensions.code : undefined;
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof NetworkError)) return undefined;
  return (error.response as { readonly status?: number } | undefined)?.status;
}
