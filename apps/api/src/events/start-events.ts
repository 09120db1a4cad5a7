import { EVENT_CHANNEL } from '../database/create-gateway.ts';
import type { Gateway } from '../database/gateway.ts';
import { boundedQueue } from './bounded-queue.ts';
import { type BebackEvent, decodeEvent, type HeardEvent } from './event.ts';

/** Events of all processes, after their COMMIT. Published by `tx.notify`. */
export interface Events {
  /**
   * Hears what a group's transactions publish, from now on. A reader that falls behind by `limit` events, or a lost
   * connection, yields one `missed` in place of what is lost: fetch anew.
   *
   * @example
   * for await (const event of events.subscribe(groupId, (event) => event.memberId === memberId)) push(event);
   */
  subscribe(
    groupId: string,
    wanted: (event: BebackEvent) => boolean,
    options?: { readonly limit?: number; readonly signal?: AbortSignal },
  ): AsyncIterableIterator<HeardEvent>;
  /** Ends all subscriptions. */
  stop(): Promise<void>;
}

const USUAL_LIMIT = 256;

interface Subscriber {
  readonly groupId: string;
  readonly wanted: (event: BebackEvent) => boolean;
  readonly push: (event: HeardEvent) => void;
  readonly end: () => void;
}

export async function startEvents(gateway: Gateway): Promise<Events> {
  const subscribers = new Set<Subscriber>();

  const heard = (payload: string): void => {
    const message = decodeEvent(payload);
    if (message === undefined) return;
    for (const { groupId, wanted, push } of subscribers) {
      if (groupId === message.groupId && wanted(message.event)) push(message.event);
    }
  };
  const missed = (): void => {
    for (const { push } of subscribers) push({ kind: 'missed' });
  };
  const stopListening = await gateway.listen(EVENT_CHANNEL, heard, missed);

  return {
    subscribe: (groupId, wanted, { limit = USUAL_LIMIT, signal } = {}) => {
      const leave = (): void => {
        subscribers.delete(subscriber);
        signal?.removeEventListener('abort', queue.end);
      };
      const queue = boundedQueue<HeardEvent>(limit, { kind: 'missed' }, leave);
      const subscriber: Subscriber = { groupId, wanted, push: queue.push, end: queue.end };
      subscribers.add(subscriber);
      signal?.addEventListener('abort', queue.end, { once: true });
      if (signal?.aborted) queue.end();
      return queue;
    },
    stop: async () => {
      for (const { end } of [...subscribers]) end();
      await stopListening();
    },
  };
}
