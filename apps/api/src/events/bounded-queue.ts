/** Hands over items in order to one reader; when the reader is too slow, all that waits becomes one notice of it. */
export interface BoundedQueue<T> extends AsyncIterableIterator<T> {
  push(item: T): void;
  /** What waits is still handed over, then the iteration ends. */
  end(): void;
}

/**
 * @param limit - so many items may wait.
 * @param overflow - the one item that takes their place when there are more.
 * @param onEnd - called once, when the reader leaves or the queue was ended.
 */
export function boundedQueue<T>(limit: number, overflow: T, onEnd: () => void): BoundedQueue<T> {
  let items: T[] = [];
  let waiting: ((result: IteratorResult<T>) => void)[] = [];
  let ended = false;

  const finish = (): void => {
    if (ended) return;
    ended = true;
    for (const hand of waiting) hand({ value: undefined, done: true });
    waiting = [];
    onEnd();
  };
  const queue: BoundedQueue<T> = {
    push: (item) => {
      if (ended) return;
      const hand = waiting.shift();
      if (hand !== undefined) {
        hand({ value: item, done: false });
      } else if (items.length < limit) {
        items.push(item);
      } else {
        items = [overflow];
      }
    },
    end: finish,
    next: () => {
      const item = items.shift();
      if (item !== undefined) return Promise.resolve({ value: item, done: false });
      if (ended) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve) => waiting.push(resolve));
    },
    return: () => {
      items = [];
      finish();
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]: () => queue,
  };
  return queue;
}
