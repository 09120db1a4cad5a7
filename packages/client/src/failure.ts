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

/** @internal */
export const KIND_OF_CODE: Readonly<Record<string, FailureKind>> = {
  signedOut: 'signedOut',
  UNAUTHENTICATED: 'signedOut',
  notAllowed: 'notAllowed',
  FORBIDDEN: 'notAllowed',
  notFound: 'notFound',
  input: 'input',
  BAD_USER_INPUT: 'input',
  limited: 'limited',
  originNotListed: 'notAllowed',
  trustedOnly: 'notAllowed',
  crossOrigin: 'notAllowed',
  keyUnknown: 'notFound',
};

/** @internal */
export const KIND_OF_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'signedOut',
  403: 'notAllowed',
  408: 'timeout',
  429: 'limited',
};

/** Sorts what urql reports. A GraphQL error's `code` says more than the status of the response that carried it. */
export function failureOf(error: CombinedError): Failure {
  const [first] = error.graphQLErrors;
  if (first !== undefined) {
    const code = first.extensions?.['code'];
    const kind = typeof code === 'string' ? KIND_OF_CODE[code] : undefined;
    return { kind: kind ?? kindOfResponse(error.response) ?? 'server', message: first.message };
  }
  const response = error.response ?? (error.networkError as { readonly response?: unknown } | undefined)?.response;
  return { kind: kindOfResponse(response) ?? kindOfNetworkError(error.networkError), message: error.message };
}

/** Sorts what a transport throws: a time-out, or no connection. */
export function kindOfNetworkError(error: unknown): FailureKind {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'TimeoutError') return 'timeout';
  return name === 'TypeError' ? 'offline' : 'server';
}

function kindOfResponse(response: unknown): FailureKind | undefined {
  const status = (response as { readonly status?: unknown } | undefined)?.status;
  return typeof status === 'number' ? KIND_OF_STATUS[status] : undefined;
}
