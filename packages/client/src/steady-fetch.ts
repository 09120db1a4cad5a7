import { backOff, wait } from './wait.ts';

export interface SteadyFetchOptions {
  /** One try of a request may take so long, its body included. */
  readonly timeoutMilliseconds: number;
  /** How often a request is tried in all; 1: once. */
  readonly attempts: number;
}

/** The longest pause between two tries, also when a server asks for a longer one by `Retry-After`. */
const LONGEST_PAUSE_MILLISECONDS = 5_000;

/** Answers that say "not now": a proxy without a server behind it, a server that is starting or is asked too much. */
const WORTH_REPEATING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * A `fetch` that does not wait for ever and repeats what failed on the way, a bounded number of times. Only for
 * requests that may arrive twice: queries, and mutations that carry a client key.
 */
export function steadyFetch(base: typeof fetch, options: SteadyFetchOptions): typeof fetch {
  return async (input, init) => {
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= options.attempts;
      let pause = backOff(attempt, LONGEST_PAUSE_MILLISECONDS);
      try {
        const response = await base(input, { ...init, signal: limited(init?.signal, options.timeoutMilliseconds) });
        if (last || !WORTH_REPEATING.has(response.status)) return response;
        pause = Math.max(pause, retryAfter(response));
        await response.body?.cancel();
      } catch (error) {
        if (last || init?.signal?.aborted) throw error;
      }
      await wait(pause, init?.signal);
      init?.signal?.throwIfAborted();
    }
  };
}

function limited(signal: AbortSignal | null | undefined, milliseconds: number): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST_PAUSE_MILLISECONDS) : 0;
}
