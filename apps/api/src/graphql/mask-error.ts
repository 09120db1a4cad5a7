import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { ExpectedError, InputError, LimitedError, RefusedError } from './errors.ts';

/**
 * What of an error leaves the house. Expected errors keep their message and get a `code`; what GraphQL itself refuses
 * (syntax, unknown fields, limits) stays as it is; everything else is a bug: one sentence with the request's id
 * outside, the whole error in the log.
 */
export function maskError(error: unknown, log: Logger, requestId: string): GraphQLError {
  const graphqlError = error instanceof GraphQLError ? error : undefined;
  const cause = graphqlError === undefined ? error : graphqlError.originalError;
  const place = placeOf(graphqlError);
  if (cause instanceof ExpectedError) {
    return new GraphQLError(cause.message, { ...place, extensions: extensionsOf(cause) });
  }
  if (graphqlError !== undefined && isGraphQLsOwn(cause)) return graphqlError;
  log.error({ requestId, err: cause ?? error, path: graphqlError?.path?.join('.') }, 'a bug, masked for the caller');
  return new GraphQLError('Something went wrong on our side', { ...place, extensions: { code: 'bug', requestId } });
}

function extensionsOf(error: ExpectedError): Record<string, unknown> {
  if (error instanceof InputError) return { code: error.code, field: error.field, allowed: error.allowed };
  if (error instanceof RefusedError) return { code: error.code, reasons: error.reasons };
  if (error instanceof LimitedError) return { code: error.code, retryAfterSeconds: error.retryAfterSeconds };
  return { code: error.code };
}

function placeOf(error: GraphQLError | undefined) {
  return error === undefined
    ? {}
    : { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path };
}

/** Syntax, validation, variables, complexity: thrown by graphql and its plug-ins as GraphQLError, about the query alone. */
function isGraphQLsOwn(cause: unknown): boolean {
  return cause === undefined || cause === null || cause instanceof GraphQLError;
}
