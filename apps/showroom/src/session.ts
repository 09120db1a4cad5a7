import { type BebackClient, createBebackClient, type ViewerResult, viewer } from '@beback/client';

/** The way to this server, with the browser's session. */
export const client: BebackClient = createBebackClient({ url: '/graphql' });

export type SignedIn = NonNullable<ViewerResult['viewer']>;

/** Who is signed in; null when nobody is, undefined when the server cannot be asked. */
export async function whoIsSignedIn(): Promise<SignedIn | null | undefined> {
  const outcome = await client.query(viewer, {});
  return outcome.ok ? outcome.data.viewer : undefined;
}

/** Where to sign in and then come back to the page at hand. */
export function signInAddress({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  return `/signin/?${new URLSearchParams({ next: pathname + search + hash })}`;
}

/** How signing in ended. */
export type SignInOutcome = 'signedIn' | 'wrong' | 'tooOften' | 'offline' | 'failed';

const OUTCOME_OF_STATUS: Readonly<Record<number, SignInOutcome>> = {
  400: 'wrong',
  401: 'wrong',
  403: 'failed',
  429: 'tooOften',
};

export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const answer = await post('/auth/sign-in/email', { email, password });
  if (answer === undefined) return 'offline';
  return answer.ok ? 'signedIn' : (OUTCOME_OF_STATUS[answer.status] ?? 'failed');
}

export async function signOut(): Promise<void> {
  await post('/auth/sign-out', {});
}

async function post(path: string, body: object): Promise<Response | undefined> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return undefined;
  }
}

/** Where somebody's work is. */
export function homeOf({ capabilities }: SignedIn): string {
  if (capabilities.includes('groupBoard')) return '/board/';
  if (capabilities.includes('storeBoard')) return '/board/';
  return capabilities.includes('ownDay') ? '/day/' : '/';
}

/** A page of ours to go on to; nothing else, whatever an address asks for. */
export function safeNext(next: string | null, { origin }: Pick<Location, 'origin'>): string | undefined {
  const url = next === null ? null : URL.parse(next, origin);
  return url?.origin === origin ? url.pathname + url.search + url.hash : undefined;
}
