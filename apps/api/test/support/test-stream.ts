import type { TestBrowser } from './test-client.ts';

/** A subscription over server-sent events, as a browser keeps one. */
export interface TestStream {
  /** The next result; waits for it. Undefined when the server has completed the stream. */
  next(): Promise<unknown>;
  close(): void;
}

/**
 * Opens a subscription; resolves once the server has begun to stream, so that nothing after it is missed.
 *
 * @param asked - the operation's text, or what a body says in its place.
 */
export async function openStream(
  url: string,
  { cookie }: Pick<TestBrowser, 'cookie'>,
  asked: string | object,
  variables: unknown = {},
): Promise<TestStream> {
  const abort = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', cookie, origin: url },
    body: JSON.stringify({ ...(typeof asked === 'string' ? { query: asked } : asked), variables }),
    signal: abort.signal,
  });
  if (!response.ok || response.body === null)
    throw new Error(`openStream: ${response.status} ${await response.text()}`);
  const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<unknown> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await chunks.read();
        if (done) return undefined;
        text += value;
        continue;
      }
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      if (/^event: complete$/m.test(event)) return undefined;
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (data !== undefined) return JSON.parse(data);
    }
  };
  return { next, close: () => abort.abort() };
}
