import { operationText, workPlan } from '@beback/client';

const VARIABLES = { locale: 'en' };

/** The ways to ask for a person's day, as whole HTTP requests. */
export interface DayRequests {
  readonly trusted: Buffer;
  readonly adHoc: Buffer;
  /** As PostGraphile is asked by its own schema, for the same person. */
  readonly postgraphile: (query: string, memberId: string) => Buffer;
}

/** Signs in over HTTP, as a program does that holds no cookies. */
export async function dayRequests(port: number, email: string, password: string): Promise<DayRequests> {
  const response = await fetch(`http://127.0.0.1:${port}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const signed = response.headers.get('set-auth-token');
  if (signed === null) throw new Error(`dayRequests: ${response.status} ${await response.text()}`);
  // The session's own token, without its signature: what the floor looks up too.
  const token = decodeURIComponent(signed).split('.')[0] ?? '';
  return {
    trusted: post(token, {
      variables: VARIABLES,
      extensions: { persistedQuery: { version: 1, sha256Hash: workPlan.id } },
    }),
    adHoc: post(token, { query: await operationText(workPlan), variables: VARIABLES }),
    postgraphile: (query, memberId) => post(token, { query, variables: { memberId } }),
  };
}

function post(token: string, body: object): Buffer {
  const text = JSON.stringify(body);
  const head = [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}
