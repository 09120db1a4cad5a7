import { kindOfAnswer, kindOfNetworkError, type Outcome } from './failure.ts';
import type { PublicOperation } from './operation.ts';

/** Where a public widget's requests go, and on whose behalf. */
export interface PublicTarget {
  /** The server's address, without the path: `https://beback.example`. Empty: the page's own origin. */
  readonly api: string;
  /** A store's publishable key; a survey needs none, its token is in the variables. */
  readonly key?: string | undefined;
  /** Defaults to the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** How long one try may take. @defaultValue 15 000 */
  readonly timeoutMilliseconds?: number;
  /** How often it is tried in all. @defaultValue 3 */
  readonly attempts?: number;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Runs one of the operations that a page of the public may run: by its id, without cookies, repeated a few times when
 * the way was blocked (each of them may arrive twice). Never throws for what a network or a server can do.
 *
 * @example
 * const outcome = await publicFetch(leadForm, { locale: 'en' }, { api: 'https://beback.example', key: 'bb_pub_…' });
 */
export async function publicFetch<Result, Variables>(
  operation: PublicOperation<Result, Variables>,
  variables: Variables,
  target: PublicTarget,
): Promise<Outcome<Result>> {
  try {
    const { text, status } = await patiently(target, `${target.api.replace(/\/+$/, '')}/graphql`, {
      method: 'POST',
      credentials: 'omit',
      headers: {
        'content-type': 'application/json',
        ...(target.key === undefined ? {} : { authorization: `Bearer ${target.key}` }),
      },
      body: JSON.stringify({
        operationName: operation.name,
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: operation.id } },
      }),
    });
    const answer = parsed(text);
    if (answer.data != null && answer.errors === undefined) return { ok: true, data: answer.data as Result };
    const first = answer.errors?.[0];
    const kind = kindOfAnswer(first?.extensions?.code, status) ?? 'server';
    return { ok: false, failure: { kind, message: first?.message ?? '' } };
  } catch (error) {
    return { ok: false, failure: { kind: kindOfNetworkError(error), message: String(error) } };
  }
}

/** A proxy's page is no answer. */
function parsed(text: string): Answer {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/**
 * Waits for an answer to its last byte, not for ever, and asks again a few times when the way was blocked: whoever hears
 * half an answer knows as little as who hears none. Simpler than the staff's `steadyFetch` on purpose: each byte of it is
 * paid for by every page with a form.
 */
async function patiently(
  target: PublicTarget,
  url: string,
  init: RequestInit,
): Promise<{ readonly text: string; readonly status: number }> {
  const { fetch: send = fetch, timeoutMilliseconds = 15_000, attempts = 3 } = target;
  for (let left = attempts - 1; ; left--) {
    try {
      const response = await send(url, { ...init, signal: AbortSignal.timeout(timeoutMilliseconds) });
      const text = await response.text();
      // 502 to 504: a proxy with no server behind it, or one that is starting.
      if (left <= 0 || response.status < 502) return { text, status: response.status };
    } catch (error) {
      if (left <= 0) throw error;
    }
    // Spread, so that the browsers of a whole town do not come back in one wave.
    await new Promise((resolve) => setTimeout(resolve, 300 + 600 * Math.random()));
  }
}
