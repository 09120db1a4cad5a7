import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { TextAccount } from './modules/outgoing/text-sender.ts';

/** How this process was asked to run. Read once, at start; nothing else reads the environment. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** PostgreSQL; undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Connections for the groups' rows, per process. */
  readonly databaseConnections: number;
  /** Where the embedded database and a generated secret lie. */
  readonly dataFolder: string;
  /** Key material, newest first; empty: one is generated into the data folder (embedded database only). */
  readonly secrets: readonly string[];
  readonly role: 'api' | 'worker' | 'both';
  readonly clock: 'real' | 'settable';
  /** What links in mails begin with; no slash at the end. */
  readonly publicUrl: string;
  /** A proxy of ours stands in front and appends the client's address to `X-Forwarded-For`. */
  readonly trustProxy: boolean;
  /** Where mail goes; undefined: it stays in the outbox. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** The account by which texts go out and come in; undefined: they stay in the outbox. */
  readonly texts: TextAccount | undefined;
  /** Built widgets, served under /widgets/ to pages of every origin; undefined: another server has them. */
  readonly widgetsFolder: string | undefined;
  /** Built pages, served under /; undefined: another server has them. */
  readonly pagesFolder: string | undefined;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** One or more variables cannot be used; the message names each with what it may be. Values that may hold a secret or a person are described, not quoted. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const SECRET_BYTES = 32;
/** A comma parts former secrets from each other. */
const isSecret = (text: string): boolean => Buffer.byteLength(text, 'utf8') >= SECRET_BYTES && !text.includes(',');

/** Who reads the log of a start may read these values. All others are described by their length. */
const TOLD: ReadonlySet<string> = new Set([
  'PORT',
  'BEBACK_HOST',
  'BEBACK_DATABASE_CONNECTIONS',
  'BEBACK_DATA_DIR',
  'BEBACK_ROLE',
  'BEBACK_CLOCK',
  'BEBACK_TRUST_PROXY',
  'BEBACK_WIDGETS_DIR',
  'BEBACK_PAGES_DIR',
  'BEBACK_LOG_LEVEL',
]);

/** Variable → how it is read and what it may be. An empty variable counts as absent. */
const VARIABLES = {
  PORT: variable(z.coerce.number().int().min(0).max(65_535).default(4000), 'a port from 0 to 65535'),
  BEBACK_HOST: variable(z.string().default('127.0.0.1'), 'an address to listen on'),
  DATABASE_URL: variable(
    url(['postgres:', 'postgresql:']).optional(),
    'a URL that begins with postgresql:// or postgres://',
  ),
  BEBACK_DATABASE_CONNECTIONS: variable(z.coerce.number().int().min(1).max(500).default(10), 'a number from 1 to 500'),
  BEBACK_DATA_DIR: variable(z.string().default('.data'), 'a folder'),
  BEBACK_SECRET: variable(
    z.string().refine(isSecret).optional(),
    `a secret of at least ${SECRET_BYTES} bytes, without commas`,
  ),
  BEBACK_FORMER_SECRETS: variable(
    z
      .string()
      .transform((text) => text.split(',').map((secret) => secret.trim()))
      .refine((secrets) => secrets.every(isSecret))
      .default([]),
    `secrets of at least ${SECRET_BYTES} bytes, newest first, with commas between`,
  ),
  BEBACK_ROLE: variable(z.enum(['api', 'worker', 'both']).default('both'), 'api, worker or both'),
  BEBACK_CLOCK: variable(z.enum(['real', 'settable']).default('real'), 'real or settable'),
  BEBACK_PUBLIC_URL: variable(url(['http:', 'https:']).optional(), 'a URL that begins with http:// or https://'),
  BEBACK_TRUST_PROXY: variable(z.enum(['yes', 'no']).default('no'), 'yes or no'),
  SMTP_URL: variable(url(['smtp:', 'smtps:']).optional(), 'a URL that begins with smtp:// or smtps://'),
  BEBACK_MAIL_FROM: variable(z.email().default('beback@localhost.localdomain'), 'an e-mail address'),
  BEBACK_TWILIO_ACCOUNT_SID: variable(z.string().min(1).max(100).optional(), 'an account’s id'),
  BEBACK_TWILIO_AUTH_TOKEN: variable(z.string().min(16).optional(), 'an account’s secret of at least 16 characters'),
  BEBACK_TWILIO_URL: variable(
    url(['http:', 'https:']).default('https://api.twilio.com'),
    'a URL that begins with https://',
  ),
  BEBACK_WIDGETS_DIR: variable(folder().optional(), 'a folder that is there'),
  BEBACK_PAGES_DIR: variable(folder().optional(), 'a folder that is there'),
  BEBACK_LOG_LEVEL: variable(
    z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    'silent, error, warn, info or debug',
  ),
} as const;

/**
 * Reads the environment.
 *
 * @throws EnvironmentError naming every variable that cannot be used.
 *
 * @example
 * const environment = readEnvironment(process.env);
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const problems: string[] = [];
  const read = <K extends keyof typeof VARIABLES>(name: K): z.output<(typeof VARIABLES)[K]['schema']> => {
    const { schema, allowed } = VARIABLES[name];
    const given = variables[name] === '' ? undefined : variables[name];
    const result = schema.safeParse(given);
    if (!result.success) {
      const value = TOLD.has(name) ? JSON.stringify(given) : `a text of ${given?.length ?? 0} characters`;
      problems.push(`${name} is ${value}, expected ${allowed}`);
    }
    return result.data as z.output<(typeof VARIABLES)[K]['schema']>;
  };
  const port = read('PORT');
  const databaseUrl = read('DATABASE_URL');
  const secret = read('BEBACK_SECRET');
  const former = read('BEBACK_FORMER_SECRETS');
  const accountSid = read('BEBACK_TWILIO_ACCOUNT_SID');
  const authToken = read('BEBACK_TWILIO_AUTH_TOKEN');
  const textUrl = read('BEBACK_TWILIO_URL')?.replace(/\/+$/, '');
  if ((accountSid === undefined) !== (authToken === undefined)) {
    problems.push('BEBACK_TWILIO_ACCOUNT_SID and BEBACK_TWILIO_AUTH_TOKEN belong together: set both or neither');
  }
  const environment: Environment = {
    port,
    host: read('BEBACK_HOST'),
    databaseUrl,
    databaseConnections: read('BEBACK_DATABASE_CONNECTIONS'),
    dataFolder: read('BEBACK_DATA_DIR'),
    secrets: secret === undefined ? [] : [secret, ...(former ?? [])],
    role: read('BEBACK_ROLE'),
    clock: read('BEBACK_CLOCK'),
    publicUrl: (read('BEBACK_PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    trustProxy: read('BEBACK_TRUST_PROXY') === 'yes',
    smtpUrl: read('SMTP_URL'),
    mailFrom: read('BEBACK_MAIL_FROM'),
    texts: accountSid === undefined || authToken === undefined ? undefined : { accountSid, authToken, url: textUrl },
    widgetsFolder: read('BEBACK_WIDGETS_DIR'),
    pagesFolder: read('BEBACK_PAGES_DIR'),
    logLevel: read('BEBACK_LOG_LEVEL'),
  };
  if (
    databaseUrl !== undefined &&
    secret === undefined &&
    !problems.some((problem) => problem.startsWith('BEBACK_SECRET'))
  ) {
    problems.push(
      `BEBACK_SECRET is not set, expected a secret of at least ${SECRET_BYTES} bytes: on PostgreSQL it seals people's data and must outlive this machine`,
    );
  }
  if (problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  return environment;
}

// Helpers

function variable<S extends z.ZodType>(schema: S, allowed: string): { readonly schema: S; readonly allowed: string } {
  return { schema, allowed };
}

function folder(): z.ZodType<string, string> {
  return z.string().refine((path) => existsSync(path));
}

function url(protocols: readonly string[]): z.ZodType<string, string> {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
}
