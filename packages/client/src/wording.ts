import { type CombinedError, createRequest, type GraphQLRequest } from '@urql/core';
import type { RequestParams } from 'graphql-sse';
import type { Operation } from './operation.ts';
import { operationText } from './operation-text.ts';

type Asked = Pick<Operation<unknown, unknown>, 'kind' | 'name' | 'id'>;
type Variables = Record<string, unknown>;

/** One operation as one asker asks it. An id that is unknown was not run, so it may be asked again, also for what nobody repeats. */
export interface Question {
  /** A promise only for words. */
  request(): GraphQLRequest | Promise<GraphQLRequest>;
  /** The same for a stream. */
  params(): Promise<RequestParams>;
  /** The server does not know what was asked. @returns whether it was asked by the id: then the next request is in words. */
  unknown(): boolean;
}

/**
 * How one server is asked for operations: by id, and in words for what it says it does not know, as when page and server
 * are of two releases. What it does not know is remembered for all who ask; how each was asked, each knows: of several
 * under way at once none is given up because another one was told first.
 *
 * @example
 * const ask = wording();
 * const { request, unknown } = ask(viewer, {});
 */
export function wording(): (operation: Asked, variables: Variables) => Question {
  const unknown = new Set<string>();
  return (operation, variables) => {
    let saidInWords = false;
    const inWords = (): boolean => {
      saidInWords = unknown.has(operation.id);
      return saidInWords;
    };
    return {
      request: () => (inWords() ? requestInWords(operation, variables) : byId(operation, variables)),
      params: async () =>
        inWords()
          ? { query: await operationText(operation), variables }
          : // Its types know no ids.
            ({
              operationName: operation.name,
              variables,
              extensions: extensionsOf(operation),
            } as Partial<RequestParams> as RequestParams),
      unknown: () => {
        unknown.add(operation.id);
        return !saidInWords;
      },
    };
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

async function requestInWords(operation: Asked, variables: Variables): Promise<GraphQLRequest> {
  return createRequest(await operationText(operation), variables);
}

function extensionsOf({ id }: Pick<Asked, 'id'>) {
  return { persistedQuery: { version: 1, sha256Hash: id } } as const;
}
