import { type ExecutionResult, type GraphQLSchema, NoSchemaIntrospectionCustomRule, parse } from 'graphql';
import { createYoga, handleStreamOrSingleExecutionResult, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { CompiledExecutor } from './compiled/execute-compiled.ts';
import type { RequestContext } from './context.ts';
import { LARGEST_DOCUMENT_TOKENS } from './limits.ts';
import { maskError } from './mask-error.ts';

export type BebackYoga = YogaServerInstance<RequestContext, object>;

/**
 * GraphQL over HTTP: POST with JSON, subscriptions as server-sent events (the "distinct connections" mode of the
 * graphql-sse protocol). The caller comes in as the server context, known before anything is parsed.
 */
export function createGraphql(
  schema: GraphQLSchema,
  executor: CompiledExecutor,
  log: Logger,
  largestBodyBytes: number,
): BebackYoga {
  return createYoga<RequestContext, object>({
    schema,
    graphqlEndpoint: '/graphql',
    logging: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    cors: false,
    batching: false,
    maxRequestBodySize: largestBodyBytes,
    // The net under useMasking: what fails before an operation runs.
    maskedErrors: { maskError: (error) => maskError(error, log, 'none') },
    plugins: [boundDocuments, introspectionForMembers, compiledWherePossible(executor), maskResults(log)],
  });
}

const boundDocuments: Plugin<RequestContext> = {
  onParse({ setParseFn }) {
    setParseFn((source, options) => parse(source, { ...options, maxTokens: LARGEST_DOCUMENT_TOKENS }));
  },
};

/** The schema is in the repository for everybody; a server in use tells it only to people of the house. */
const introspectionForMembers: Plugin<RequestContext> = {
  onValidate({ context, addValidationRule }) {
    if (context.caller.kind !== 'member') addValidationRule(NoSchemaIntrospectionCustomRule);
  },
};

/** Queries of hot root fields run by a plan of their own; all else as yoga runs it. */
function compiledWherePossible(executor: CompiledExecutor): Plugin<RequestContext> {
  return {
    onExecute({ args: { document }, executeFn, setExecuteFn }) {
      if (!executor.takes(document)) return;
      setExecuteFn(async (args) => {
        const { variableValues, contextValue } = args;
        const attempted = await executor.attempt({ document, variableValues: variableValues ?? {}, contextValue });
        return attempted ?? executeFn(args);
      });
    },
  };
}

function maskResults(log: Logger): Plugin<RequestContext> {
  const onDone = (context: RequestContext) => ({
    onExecuteDone: (payload: Parameters<typeof handleStreamOrSingleExecutionResult>[0]) =>
      handleStreamOrSingleExecutionResult(payload, ({ result, setResult }) =>
        setResult(maskResult(result, log, context.requestId)),
      ),
  });
  return {
    onExecute: ({ args }) => onDone(args.contextValue),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: (payload) =>
        handleStreamOrSingleExecutionResult(payload, ({ result, setResult }) =>
          setResult(maskResult(result, log, args.contextValue.requestId)),
        ),
    }),
  };
}

/** The result with its errors made fit to leave the house. */
export function maskResult(result: ExecutionResult, log: Logger, requestId: string): ExecutionResult {
  if (result.errors === undefined) return result;
  return { ...result, errors: result.errors.map((error) => maskError(error, log, requestId)) };
}
