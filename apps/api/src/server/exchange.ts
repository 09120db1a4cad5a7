import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

/** One request on its way through a route. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly requestId: string;
  /** Keyed hash of the client's address: limits and evidence need to tell addresses apart, not to know them. */
  readonly addressKey: string;
  readonly log: Logger;
  /** What the line in the log says beside route, status and duration: ids alone. */
  readonly notes: Record<string, string | number>;
}

/** Answers, or throws an HttpRefusal. */
export type Route = (exchange: Exchange) => Promise<void>;
