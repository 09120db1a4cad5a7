import { readFileSync } from 'node:fs';
import type { SeededMember } from './seed-group.ts';
import { PASSWORD } from './seed-group.ts';

export interface GraphqlError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface GraphqlAnswer<D> {
  readonly status: number;
  readonly data: D | null | undefined;
  readonly errors: readonly GraphqlError[] | undefined;
}

/** A signed-in member, as a browser on our own pages: its cookie and its origin. */
export interface TestBrowser {
  readonly cookie: string;
  graphql<D>(query: string, variables?: unknown): Promise<GraphqlAnswer<D>>;
}

/** Signs in over HTTP. */
export async function signIn(
  url: string,
  { email }: Pick<SeededMember, 'email'>,
  password = PASSWORD,
): Promise<TestBrowser> {
  const response = await post(`${url}/auth/sign-in/email`, { email, password }, { origin: url });
  if (response.status !== 200) throw new Error(`signIn: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  return { cookie, graphql: (query, variables) => graphql(url, query, variables, { cookie, origin: url }) };
}

/** POSTs JSON. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

export async function graphql<D>(
  url: string,
  query: string,
  variables: unknown = {},
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer<D>> {
  const response = await post(`${url}/graphql`, { query, variables }, { accept: 'application/json', ...headers });
  const { data, errors } = (await response.json()) as Pick<GraphqlAnswer<D>, 'data' | 'errors'>;
  return { status: response.status, data, errors };
}

/** Posts an ADF document with a store's intake key. */
export function postAdf(
  url: string,
  intakeKey: string,
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/x-adf+xml',
) {
  return fetch(`${url}/intake/adf`, {
    method: 'POST',
    headers: { authorization: `Bearer ${intakeKey}`, 'content-type': type },
    body,
  });
}

export interface IntakeLead {
  readonly index: number;
  readonly id: string;
  readonly status: string;
}

/** The leads that a 201 names. */
export async function leadsOf(response: Response): Promise<readonly IntakeLead[]> {
  if (response.status !== 201) throw new Error(`leadsOf: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { readonly leads: readonly IntakeLead[] }).leads;
}

const OPERATIONS = new URL('../../../../packages/client/operations/', import.meta.url);

/** An operation as the staff's widgets ship it, with the fragments that it uses. */
export function clientOperation(name: string): string {
  const text = readFileSync(new URL(`${name}.graphql`, OPERATIONS), 'utf8');
  const all = readFileSync(new URL('fragments.graphql', OPERATIONS), 'utf8');
  const fragments = new Map([...all.matchAll(/^fragment (\w+)[\s\S]*?^}/gm)].map(([body, id]) => [id ?? '', body]));
  const used = new Map<string, string>();
  const collect = (source: string): void => {
    for (const [, id = ''] of source.matchAll(/\.\.\.(\w+)/g)) {
      const body = fragments.get(id);
      if (body === undefined || used.has(id)) continue;
      used.set(id, body);
      collect(body);
    }
  };
  collect(text);
  return [text, ...used.values()].join('\n');
}
