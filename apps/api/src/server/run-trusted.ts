import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { RequestContext } from '../graphql/context.ts';
import type { TrustedOperations } from '../graphql/trusted-operations.ts';
import { maskResult } from '../graphql/yoga.ts';
import { HttpRefusal } from './respond.ts';

const trustedRequest = z.object({
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) }),
});

/** Whether a body names a trusted operation by id and brings no text of its own. */
export function isTrustedRequest(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !('query' in body) && trustedRequest.safeParse(body).success;
}

/**
 * Runs an operation that our public widgets ship, by the sha256 of its text.
 *
 * @throws HttpRefusal 404 for an id that is not on the list.
 */
export async function runTrusted(
  body: unknown,
  operations: TrustedOperations,
  schema: GraphQLSchema,
  context: RequestContext,
  log: Logger,
): Promise<ExecutionResult> {
  const request = trustedRequest.parse(body);
  const document = operations.get(request.extensions.persistedQuery.sha256Hash);
  if (document === undefined) {
    throw new HttpRefusal(404, 'operationUnknown', 'No operation of the public widgets has this id');
  }
  const result = await execute({ schema, document, variableValues: request.variables ?? {}, contextValue: context });
  return maskResult(result, log, context.requestId);
}
