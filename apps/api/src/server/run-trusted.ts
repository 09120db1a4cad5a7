import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { CompiledExecutor } from '../graphql/compiled/execute-compiled.ts';
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
 * Runs an operation that our widgets ship, by the sha256 of its text: for a publishable key those of the public widgets
 * alone.
 *
 * @throws HttpRefusal 404 for an id that is not on the list.
 */
export async function runTrusted(
  body: unknown,
  operations: TrustedOperations,
  executor: CompiledExecutor,
  context: RequestContext,
  log: Logger,
): Promise<ExecutionResult> {
  const request = trustedRequest.parse(body);
  const found = operations.get(request.extensions.persistedQuery.sha256Hash);
  if (found === undefined || (context.caller.kind === 'widget' && !found.isPublic)) {
    throw new HttpRefusal(404, 'operationUnknown', 'No operation of our widgets has this id');
  }
  const { document } = found;
  const result = await executor.execute({
    document,
    variableValues: request.variables ?? {},
    contextValue: context,
  });
  return maskResult(result, log, context.requestId);
}
