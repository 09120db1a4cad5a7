import {
  type BebackClient,
  createBebackClient,
  type DayChangedResult,
  dayChanged,
  type Operation,
  type PublicOperation,
} from '@beback/client';
import { expect, vi } from 'vitest';

type AnyOperation<Result, Variables> = Operation<Result, Variables> | PublicOperation<Result, Variables>;
type Answer<Result> = Result | Response | Promise<Result | Response>;

export interface Call {
  readonly name: string;
  /** By which the operation was named; undefined: it came in words. */
  readonly id: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly authorization: string | null;
}

interface Asked {
  readonly operationName?: string;
  readonly variables?: object;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash: string } };
}

/**
 * The server as a page sees it, at the transport's edge: a `fetch` whose answers are typed by the operations. What the
 * client, the controllers and the elements make of them is the real thing.
 */
export class StubApi {
  readonly calls: Call[] = [];
  /** No way to the server: every request fails as on a dead network. */
  offline = false;
  /** The code of the error, or the status, with which streams are refused; undefined: they are opened. */
  refuseStreams: string | number | undefined;
  readonly #answers = new Map<string, (variables: never, count: number) => Answer<unknown>>();
  /** Answers that are still to be given or to be read. */
  #unread = 0;
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();

  on<Result, Variables>(
    operation: AnyOperation<Result, Variables>,
    answer: (variables: Variables, count: number) => Answer<Result>,
  ): this {
    this.#answers.set(operation.name, answer);
    return this;
  }

  client(): BebackClient {
    return createBebackClient({ url: '/graphql', fetch: this.fetch, attempts: 1 });
  }

  callsOf(operation: { readonly name: string }): readonly Call[] {
    return this.calls.filter((call) => call.name === operation.name);
  }

  /** Waits until every answer has been given and read, and what follows from it at once is done. */
  async quiet(): Promise<void> {
    await vi.waitFor(() => expect(this.#unread).toBe(0));
  }

  /** Sends an event to every open stream. */
  push(data: DayChangedResult): void {
    const text = `event: next\ndata: ${JSON.stringify({ data })}\n\n`;
    for (const stream of this.#streams) stream.enqueue(new TextEncoder().encode(text));
  }

  cutStreams(): void {
    for (const stream of this.#streams) stream.error(new TypeError('cut'));
    this.#streams.clear();
  }

  readonly fetch: typeof fetch = async (_input, init) => {
    const body = JSON.parse(String(init?.body)) as Asked;
    const name = body.operationName ?? '';
    const headers = new Headers(init?.headers);
    this.calls.push({
      name,
      id: body.extensions?.persistedQuery?.sha256Hash,
      variables: { ...body.variables },
      authorization: headers.get('authorization'),
    });
    if (this.offline) throw new TypeError('Failed to fetch');
    if (name === dayChanged.name)
      return this.refuseStreams === undefined ? this.#stream() : refusing(this.refuseStreams);
    const answer = this.#answers.get(name);
    if (answer === undefined) throw new Error(`the test has no answer for ${name}`);
    const count = this.calls.filter((call) => call.name === name).length;
    this.#unread++;
    const result = await answer((body.variables ?? {}) as never, count);
    return this.#noticed(result instanceof Response ? result : Response.json({ data: result }));
  };

  /** Notices when the answer has been read. */
  #noticed(response: Response): Response {
    const text = response.text.bind(response);
    response.text = async () => {
      const said = await text();
      // By then what waited for the text has run.
      setTimeout(() => this.#unread--);
      return said;
    };
    return response;
  }

  #stream(): Response {
    let own: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        own = controller;
        this.#streams.add(controller);
        controller.enqueue(new TextEncoder().encode(':\n\n'));
      },
      cancel: () => void this.#streams.delete(own),
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  }
}

/** A GraphQL error as the server sends it. */
export function failing(code: string, message = code, status = 200): Response {
  return Response.json({ data: null, errors: [{ message, extensions: { code } }] }, { status });
}

/** A stream that a server ends at once, with an error. */
function refusing(code: string | number): Response {
  if (typeof code === 'number') return new Response(null, { status: code });
  const result = { errors: [{ message: code, extensions: { code } }] };
  const text = `event: next\ndata: ${JSON.stringify(result)}\n\nevent: complete\ndata:\n\n`;
  return new Response(text, { headers: { 'content-type': 'text/event-stream' } });
}
