import { randomUUID } from 'node:crypto';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { bearer } from 'better-auth/plugins';
import type { DirectoryDatabase } from '../database/gateway.ts';

export interface AuthSettings {
  /** Signs the session cookie. */
  readonly secret: string;
  /** Where browsers find us; `https:` makes cookies `Secure`. */
  readonly publicUrl: string;
}

const DAY_SECONDS = 24 * 60 * 60;
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** What the server uses of better-auth: the handler for /auth, the session of a request, and making users. */
export interface Auth {
  handle(request: Request): Promise<Response>;
  /** The user whose session the headers carry (cookie or bearer); undefined without a valid one. */
  userIdOf(headers: Headers): Promise<string | undefined>;
  /** Hash of a password, as sign-in checks it. */
  hashPassword(password: string): Promise<string>;
}

/**
 * Sign-in by e-mail and password. Nobody signs up: users are made by an administrator, by set-up or by the demo.
 * Sessions run on real time; the settable clock is the domain's.
 */
export function createAuth(directory: DirectoryDatabase, settings: AuthSettings): Auth {
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
    session: { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS },
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
  return {
    handle: (request) => auth.handler(request),
    userIdOf: async (headers) => (await auth.api.getSession({ headers }))?.user.id,
    hashPassword: async (password) => (await auth.$context).password.hash(password),
  };
}
