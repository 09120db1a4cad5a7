import type { CombinedError } from '@urql/core';

/**
 * Why an answer did not come, by what a person can do about it. Refusals of the rules are no failures: they arrive as
 * data (`RefusedError` and its kin in a result union).
 *
 * - `signedOut`: nobody is signed in (any more): sign in.
 * - `notAllowed`, `notFound`, `input`: this caller will never get it by asking again.
 * - `limited`: too much, too fast: later.
 * - `offline`, `timeout`, `server`: ask again.
 */
export interface Failure {
  readonly kind: FailureKind;
  /** The server's own words, in English; empty where there are none. For logs and details, not for a headline. */
  readonly message: string;
}

export type FailureKind =
  | 'signedOut'
  | 'notAllowed'
  | 'notFound'
  | 'input'
  | 'limited'
  | 'offline'
  | 'timeout'
  | 'server';

/** An answer, or why there is none. */
export type Outcome<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly failure: Failure };

/** What servers and proxies say by a status. A publishable key that nobody knows is 401 too: see the codes. */
const KIND_OF_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'signedOut',
  403: 'notAllowed',
  429: 'limited',
};

/** Codes of our server that have another name than the kind of failure they are. */
const KIND_OF_CODE: Readonly<Record<string, FailureKind>> = { keyUnknown: 'notFound' };

const KINDS: readonly string[] = ['signedOut', 'notAllowed', 'notFound', 'input', 'limited'] satisfies FailureKind[];

/**
 * What kind of failure an answer is, by the `code` of its first error, else by its status; undefined when neither says.
 *
 * @internal
 */
export function kindOfAnswer(code: unknown, status: number | undefined): FailureKind | undefined {
  const name = String(code);
  return KINDS.includes(name) ? (name as FailureKind) : (KIND_OF_CODE[name] ?? KIND_OF_STATUS[status ?? 0]);
}

/** Sorts what urql reports. A GraphQL error's `code` says more than the status of the response that carried it. */
export function failureOf(error: CombinedError): Failure {
  const [first] = error.graphQLErrors;
  const response = error.response ?? (error.networkError as { readonly response?: unknown } | undefined)?.response;
  const status = (response as { readonly status?: number } | undefined)?.status;
  const kind = kindOfAnswer(first?.extensions?.['code'], status);
  if (first !== undefined) return { kind: kind ?? 'server', message: first.message };
  return { kind: kind ?? kindOfNetworkError(error.networkError), message: error.message };
}

/** Sorts what a transport throws: a time-out, or no connection. */
export function kindOfNetworkError(error: unknown): FailureKind {
  const name = (error as { readonly name?: unknown } | undefined)?.name;
  return name === 'TimeoutError' ? 'timeout' : name === 'TypeError' ? 'offline' : 'server';
}
