import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './respond.ts';

export const KIBIBYTE = 1024;

/**
 * The most that each kind of JSON body may hold. `upload` is for the members who may upload a phone system's files, and for
 * nobody else: a month of a store's calls (4,000,000 characters) with what JSON adds to them.
 */
export const BODY_LIMITS = { json: 256 * KIBIBYTE, upload: 6 * 1024 * KIBIBYTE } as const;

/**
 * The whole body, bounded while it arrives: neither a false `Content-Length` nor a chunked body gets past the limit.
 *
 * @throws HttpRefusal 415 for a compressed body; 413 that names the limit: the connection is closed, for the rest is not
 * read.
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer<ArrayBuffer>> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw new HttpRefusal(415, 'contentEncoding', 'Content-Encoding: bodies are taken as they are, not compressed', {
      'accept-encoding': 'identity',
      connection: 'close',
    });
  }
  const tooLarge = () =>
    new HttpRefusal(413, 'tooLarge', `Body too large: at most ${limitBytes} bytes are taken`, { connection: 'close' });
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limitBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The body as JSON.
 *
 * @throws HttpRefusal 415 for another content type (a plain HTML form cannot send JSON, so this also keeps forged
 * cross-site forms out), 413, or 400 when it is no JSON.
 */
export async function readJson(request: IncomingMessage, limitBytes: number = BODY_LIMITS.json): Promise<unknown> {
  if (mediaTypeOf(request) !== 'application/json') {
    throw new HttpRefusal(415, 'contentType', 'Content-Type: application/json is taken here');
  }
  const text = (await readBody(request, limitBytes)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, 'json', 'The body is no JSON');
  }
}

/** `text/xml` of `Text/XML; charset=utf-8`; undefined without a Content-Type. */
export function mediaTypeOf(request: IncomingMessage): string | undefined {
  return request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
}
