/** How many of something a key may hold open at once, in this process. */
export interface OpenLimit {
  /** Opens one more; answers what closes it again (once, however often it is called), undefined beyond the limit. */
  open(key: string): (() => void) | undefined;
}

/**
 * Counts what is open for each key.
 *
 * @example
 * const streams = openLimit(20);
 * const close = streams.open(memberId); // undefined: 20 are open
 */
export function openLimit(most: number): OpenLimit {
  const counts = new Map<string, number>();
  return {
    open(key) {
      const count = counts.get(key) ?? 0;
      if (count >= most) return undefined;
      counts.set(key, count + 1);
      let closed = false;
      return () => {
        if (closed) return;
        closed = true;
        const left = (counts.get(key) ?? 1) - 1;
        if (left === 0) counts.delete(key);
        else counts.set(key, left);
      };
    },
  };
}
