import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One text as the carrier took it in. */
export interface SentText {
  readonly to: string;
  readonly from: string;
  readonly body: string;
}

export interface TextServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** All texts that were taken, in order of arrival. */
  readonly texts: readonly SentText[];
  /** Requests so far, refused ones too. */
  readonly requests: () => number;
  /** What the next requests are answered with, instead of being taken: HTTP status and the carrier's own code. */
  readonly refuse: (...answers: readonly { readonly status: number; readonly code?: number }[]) => void;
  readonly stop: () => Promise<void>;
}

const [ACCOUNT_SID, AUTH_TOKEN] = ['AC00000000000000000000000000000000', 'an auth token of the tests'] as const;

/**
 * Starts a real HTTP server on 127.0.0.1 that speaks Twilio's form of sending a text (POST …/Messages.json, Basic
 * authorization, a form of To, From, Body) and keeps each in memory.
 *
 * @example
 * const carrier = await startTextServer();
 * carrier.refuse({ status: 503 }, { status: 400, code: 21610 });
 */
export async function startTextServer(): Promise<TextServer> {
  const texts: SentText[] = [];
  const answers: { readonly status: number; readonly code?: number }[] = [];
  let requests = 0;
  const authorization = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests++;
      const answer = (status: number, body: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };
      const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
      const [to, from, body] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Body') ?? ''];
      const path = `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`;
      const refusal = answers.shift();
      if (request.method !== 'POST' || request.url !== path) return answer(404, { code: 20404 });
      if (request.headers.authorization !== authorization) return answer(401, { code: 20003 });
      if (refusal !== undefined) return answer(refusal.status, { code: refusal.code });
      if (!/^\+\d{8,15}$/.test(to) || body === '') return answer(400, { code: 21211 });
      texts.push({ to, from, body });
      answer(201, { sid: `SM${String(texts.length).padStart(32, '0')}`, status: 'queued' });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    texts,
    requests: () => requests,
    refuse: (...next) => void answers.push(...next),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
