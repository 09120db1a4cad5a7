import { operationText, workPlan } from '@beback/client';
import { LISTED_DAY, LISTED_DAY_ID } from './listed-day.ts';

/** The ways to ask for a person's day, as whole HTTP requests. */
export interface DayRequests {
  /** By the id of a trusted operation. */
  readonly trusted: Buffer;
  /** The same operation as a text. */
  readonly adHoc: Buffer;
  readonly floor: Buffer;
  /** As PostGraphile is asked by its own schema, for the same person. */
  readonly postgraphile: (query: string, memberId: string) => Buffer;
}

export interface AllRequests {
  /** `LISTED_DAY` */
  readonly listed: DayRequests;
  /** The operation of the task list itself. */
  readonly whole: DayRequests;
}

/** Signs in over HTTP, as a program does that holds no cookies. */
export async function dayRequests(port: number, email: string, password: string): Promise<AllRequests> {
  const response = await fetch(`http://127.0.0.1:${port}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const signed = response.headers.get('set-auth-token');
  if (signed === null) throw new Error(`dayRequests: ${response.status} ${await response.text()}`);
  // The session's own token, without its signature: what the floor looks up too.
  const token = decodeURIComponent(signed).split('.')[0] ?? '';
  const requestsOf = (floorPath: string, id: string, query: string, variables: object): DayRequests => ({
    trusted: post(token, { variables, extensions: { persistedQuery: { version: 1, sha256Hash: id } } }),
    adHoc: post(token, { query, variables }),
    floor: post(token, {}, floorPath),
    postgraphile: (peerQuery, memberId) => post(token, { query: peerQuery, variables: { memberId } }),
  });
  return {
    listed: requestsOf('/listed', LISTED_DAY_ID, LISTED_DAY, {}),
    whole: requestsOf('/rows', workPlan.id, await operationText(workPlan), { locale: 'en' }),
  };
}

function post(token: string, body: object, path = '/graphql'): Buffer {
  const text = JSON.stringify(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}
