import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server got it. */
export interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly body: { readonly [key: string]: unknown };
}

export interface AnsweringServer extends AsyncDisposable {
  readonly url: string;
  readonly heard: readonly Heard[];
}

/** A real HTTP server that answers the n-th request by `answer(n)`; n starts at 1. */
export async function answeringServer(
  answer: (count: number, response: ServerResponse, heard: Heard) => void,
): Promise<AnsweringServer> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const entry = { headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString() || '{}') };
    heard.push(entry);
    answer(heard.length, response, entry);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** Starts an event stream; `send` writes one result. */
export function stream(response: ServerResponse): { send(result: unknown): void; complete(): void } {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(':\n\n');
  return {
    send: (result) => void response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`),
    complete: () => void response.end('event: complete\ndata:\n\n'),
  };
}
