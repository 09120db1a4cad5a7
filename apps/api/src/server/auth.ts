import { randomUUID } from 'node:crypto';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { bearer } from 'better-auth/plugins';
import type { DirectoryDatabase } from '../database/gateway.ts';
import { membershipOf } from '../modules/access/viewer-of.ts';
import { type Credential, readSession, type SignedIn } from './read-session.ts';

export interface AuthSettings {
  /** Signs the session cookie. */
  readonly secret: string;
  /** Where browsers find us; `https:` makes cookies `Secure`. */
  readonly publicUrl: string;
}

const DAY_SECONDS = 24 * 60 * 60;
/** How long a session holds, and how old it may be before its end is moved. */
export const SESSION_SECONDS = { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS } as const;
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** What the server uses of better-auth: the handler for /auth, the session of a request, and making users. */
export interface Auth {
  handle(request: Request): Promise<Response>;
  /** The user whose session the credential carries; undefined without a valid one. */
  signedIn(credential: Credential): Promise<SignedIn | undefined>;
  /** Hash of a password, as sign-in checks it. */
  hashPassword(password: string): Promise<string>;
}

/**
 * Sign-in by e-mail and password. Nobody signs up: users are made by an administrator, by set-up or by the demo.
 * Sessions run on real time; the settable clock is the domain's.
 */
export async function createAuth(directory: DirectoryDatabase, settings: AuthSettings): Promise<Auth> {
  const auth = betterAuth({
    secret: settings.secret,
    baseURL: settings.publicUrl,
    basePath: '/auth',
    database: prismaAdapter(directory.prisma, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    session: SESSION_SECONDS,
    advanced: {
      cookiePrefix: 'beback',
      database: { generateId: () => randomUUID() },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      // Ours stands in front of every route that a cookie opens (same-origin.ts).
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    // Ours stands in front of sign-in: by address and by account (auth-route.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [bearer()],
  });
  const { authCookies, secret } = await auth.$context;
  const key = { secret, cookieName: authCookies.sessionToken.name };
  const freshSeconds = SESSION_SECONDS.expiresIn - SESSION_SECONDS.updateAge;
  return {
    handle: (request) => auth.handler(request),
    signedIn: async (credential) => {
      const read = await readSession(directory, key, credential, freshSeconds);
      if (read !== undefined) return read;
      const userId = (await auth.api.getSession({ headers: headersOf(credential) }))?.user.id;
      return userId === undefined ? undefined : { userId, membership: await membershipOf(directory, userId) };
    },
    hashPassword: async (password) => (await auth.$context).password.hash(password),
  };
}

/**
 * The one credential that counts. Beside a token the cookie is not looked at: it would be taken where the token is none,
 * and nobody has asked then which page sends it.
 */
function headersOf(credential: Credential): Headers {
  return new Headers(
    'token' in credential ? { authorization: `Bearer ${credential.token}` } : { cookie: credential.cookies },
  );
}
