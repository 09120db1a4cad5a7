const FIRST_MILLISECONDS = 400;

/**
 * How long to wait before the `attempt`-th repetition (1 is the first): doubling, at most `most`, and spread by up to
 * a half, so that the browsers of a whole store do not come back in one wave.
 */
export function backOff(attempt: number, most: number, spread: () => number = Math.random): number {
  const full = Math.min(most, FIRST_MILLISECONDS * 2 ** (attempt - 1));
  return Math.round(full * (1 - spread() / 2));
}

/** Waits, and gives up waiting when the signal is aborted or the browser says that it is online again. */
export function wait(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      globalThis.removeEventListener?.('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
    globalThis.addEventListener?.('online', done);
  });
}
