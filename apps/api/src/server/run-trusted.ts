import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { CompiledExecutor } from '../graphql/compiled/execute-compiled.ts';
import type { RequestContext } from '../graphql/context.ts';
import type { TrustedOperation, TrustedOperations } from '../graphql/trusted-operations.ts';
import { maskResult } from '../graphql/yoga.ts';
import { HttpRefusal } from './respond.ts';

const trustedRequest = z.object({
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) }),
});

/** An operation that our widgets ship, as a request asks for it. */
export interface TrustedRequest {
  readonly operation: TrustedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The operation that a body names by the sha256 of its text; undefined for a body that names none or brings a text of its
 * own. A publishable key is known those of the public widgets alone.
 *
 * @throws HttpRefusal 404 for an id that is not on the list.
 */
export function trustedRequestOf(
  body: unknown,
  operations: TrustedOperations,
  caller: RequestContext['caller'],
): TrustedRequest | undefined {
  if (typeof body !== 'object' || body === null || 'query' in body) return undefined;
  const { success, data } = trustedRequest.safeParse(body);
  if (!success) return undefined;
  const operation = operations.get(data.extensions.persistedQuery.sha256Hash);
  if (operation === undefined || (caller.kind === 'widget' && !operation.isPublic)) {
    throw new HttpRefusal(404, 'operationUnknown', 'No operation of our widgets has this id');
  }
  return { operation, variables: data.variables ?? {} };
}

/** Runs what asks for one answer. */
export async function runTrusted(
  { operation, variables }: TrustedRequest,
  executor: CompiledExecutor,
  context: RequestContext,
  log: Logger,
): Promise<ExecutionResult> {
  const { document } = operation;
  const result = await executor.execute({ document, variableValues: variables, contextValue: context });
  return maskResult(result, log, context.requestId);
}
