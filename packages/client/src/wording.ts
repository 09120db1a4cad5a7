import { type CombinedError, createRequest, type GraphQLRequest } from '@urql/core';
import type { RequestParams } from 'graphql-sse';
import type { Operation } from './operation.ts';
import { operationText } from './operation-text.ts';

type Asked = Pick<Operation<unknown, unknown>, 'kind' | 'name' | 'id'>;
type Variables = Record<string, unknown>;

/**
 * How one server is asked for operations: by id, and in words for what it says it does not know, as when page and server
 * are of two releases. An id that is unknown was not run, so it may be asked again, also for what nobody repeats.
 */
export interface Wording {
  /** A promise only for words. */
  request(operation: Asked, variables: Variables): GraphQLRequest | Promise<GraphQLRequest>;
  /** The same for a stream. */
  params(operation: Asked, variables: Variables): Promise<RequestParams>;
  /** The server does not know the id. @returns whether that is news: then the next request is in words. */
  unknown(operation: Asked): boolean;
}

/**
 * @example
 * const { request, unknown } = wording();
 */
export function wording(): Wording {
  const unknown = new Set<string>();
  return {
    request: (operation, variables) =>
      unknown.has(operation.id) ? inWords(operation, variables) : byId(operation, variables),
    params: async (operation, variables) =>
      unknown.has(operation.id)
        ? { query: await operationText(operation), variables }
        : // Its types know no ids.
          ({
            operationName: operation.name,
            variables,
            extensions: extensionsOf(operation),
          } as Partial<RequestParams> as RequestParams),
    unknown: ({ id }) => {
      const isNews = !unknown.has(id);
      unknown.add(id);
      return isNews;
    },
  };
}

/** urql wants to know kind and name of a document, and sends none beside an id. */
export function byId({ id, kind, name }: Asked, variables: Variables): GraphQLRequest {
  return createRequest(`${kind} ${name}{__typename}`, variables, extensionsOf({ id }));
}

/** Whether a server says that it does not know an id. */
export function saysUnknown(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors[0]?.extensions['code'] === 'operationUnknown';
}

// Helpers

async function inWords(operation: Asked, variables: Variables): Promise<GraphQLRequest> {
  return createRequest(await operationText(operation), variables);
}

function extensionsOf({ id }: Pick<Asked, 'id'>) {
  return { persistedQuery: { version: 1, sha256Hash: id } } as const;
}
