import { type BebackClient, createBebackClient, type Outcome, type ViewerResult, viewer } from '@beback/client';

/** The way to this server, with the browser's session. */
export const client: BebackClient = createBebackClient({ url: '/graphql' });

export type SignedIn = NonNullable<ViewerResult['viewer']>;

/** Who is signed in; null when nobody is. */
export async function whoIsSignedIn(): Promise<Outcome<SignedIn | null>> {
  const outcome = await client.query(viewer, {});
  return outcome.ok ? { ok: true, data: outcome.data.viewer } : outcome;
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
