import type { IncomingMessage } from 'node:http';
import { LOCALES, type Locale } from '@beback/core';
import type { CompiledExecutor } from '../graphql/compiled/execute-compiled.ts';
import type { Caller, RequestContext } from '../graphql/context.ts';
import type { TrustedOperations } from '../graphql/trusted-operations.ts';
import type { BebackYoga } from '../graphql/yoga.ts';
import { hasCapability } from '../modules/access/viewer.ts';
import type { Auth } from './auth.ts';
import type { Exchange, Route } from './exchange.ts';
import { findCaller } from './find-caller.ts';
import { BODY_LIMITS, readJson } from './read-body.ts';
import type { Resources } from './resources.ts';
import { HttpRefusal, sendJson } from './respond.ts';
import { runTrusted, trustedRequestOf } from './run-trusted.ts';

export interface GraphqlParts {
  readonly executor: CompiledExecutor;
  readonly yoga: BebackYoga;
  readonly operations: TrustedOperations;
  readonly auth: Auth;
  readonly resources: Resources;
  readonly trustedOrigins: readonly string[];
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

/**
 * Any page may read an answer, so that it can say why it was refused; none may send our cookie along (no
 * `Access-Control-Allow-Credentials`). What a publishable key may do from which page is checked by the server itself.
 */
const SHARED_ANSWER = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
} as const;

const PREFLIGHT = {
  ...SHARED_ANSWER,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'authorization, content-type, accept',
  'access-control-max-age': '7200',
} as const;

/**
 * POST /graphql. Members send operations of their own (JSON answers, or server-sent events for subscriptions), or name
 * one of ours by id, which is the shorter way; public widgets do nothing else.
 */
export function graphqlRoute(parts: GraphqlParts): Route {
  return async (exchange) => {
    const { request, response } = exchange;
    if (request.method === 'OPTIONS') return void response.writeHead(204, PREFLIGHT).end();
    for (const [name, value] of Object.entries(SHARED_ANSWER)) response.setHeader(name, value);
    try {
      await answer(exchange, parts);
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error;
      const errors = [{ message: error.message, extensions: { code: error.code } }];
      sendJson(response, error.status, { errors }, error.headers);
    }
  };
}

async function answer(exchange: Exchange, parts: GraphqlParts): Promise<void> {
  const { request, response, notes } = exchange;
  if (request.method !== 'POST') throw new HttpRefusal(405, 'method', 'POST is taken here', { allow: 'POST, OPTIONS' });
  const caller = await findCaller(exchange, parts.auth, parts.resources, parts.trustedOrigins);
  if (caller.kind === 'nobody') {
    const wait = parts.resources.limits.unknownOfAddress.take(exchange.addressKey, performance.now());
    if (wait > 0) {
      const message = `Too many requests: try again in ${wait} s`;
      throw new HttpRefusal(429, 'limited', message, { 'retry-after': String(wait) });
    }
  } else notes['groupId'] = caller.group.groupId;
  if (caller.kind === 'member') notes['memberId'] = caller.viewer.memberId;
  const body = await readJson(request, bodyLimitOf(caller));
  const context = contextOf(exchange, caller, parts);
  const trusted = trustedRequestOf(body, parts.operations, caller);
  if (trusted?.operation.streams === false) {
    sendJson(response, 200, await runTrusted(trusted, parts.executor, context, exchange.log));
    return;
  }
  if (trusted === undefined && caller.kind === 'widget') {
    throw new HttpRefusal(403, 'trustedOnly', 'A publishable key runs the operations of the public widgets alone');
  }
  if (trusted === undefined && !hasQuery(body)) throw new HttpRefusal(400, 'input', 'query: the text of an operation');
  // What streams is yoga's affair, and told to it in words. Its adapter takes a body that was read already, as other
  // servers leave it.
  const asked = trusted === undefined ? body : { query: trusted.operation.text, variables: trusted.variables };
  await parts.yoga.handle(Object.assign(request, { body: asked }), response, context);
}

/** Decided before a byte is read: a stranger's body stays small, whatever operation it would name. */
function bodyLimitOf(caller: Caller): number {
  const uploads = caller.kind === 'member' && hasCapability(caller.viewer, 'uploadCallRecords');
  return uploads ? BODY_LIMITS.upload : BODY_LIMITS.json;
}

function hasQuery(body: unknown): body is { readonly query: string } {
  return typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string';
}

function contextOf(exchange: Exchange, caller: Caller, { resources, stopping }: GraphqlParts): RequestContext {
  const { requestId, addressKey, request } = exchange;
  return { requestId, addressKey, locale: localeOf(request), caller, resources, stopping };
}

/** The first language of the browser's list that we have; English else. */
function localeOf(request: IncomingMessage): Locale {
  for (const part of (request.headers['accept-language'] ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    const found = LOCALES.find((locale) => locale === tag);
    if (found !== undefined) return found;
  }
  return 'en';
}
