import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getVariableValues,
  type VariableValues,
} from 'graphql';
import { allRootsHot } from './hot-fields.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { type Run, runnerOf } from './run-plan.ts';

export interface OperationArguments {
  readonly document: DocumentNode;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly contextValue: unknown;
}

/** Executes validated documents; those that were seen before are not looked through again. */
export interface CompiledExecutor {
  /** Whether the document is one of those that run compiled. */
  readonly takes: (document: DocumentNode) => boolean;
  /** Undefined: it does not run compiled, or was given up. Then another executor runs it, from the beginning. */
  readonly attempt: (operation: OperationArguments) => Promise<ExecutionResult | undefined>;
  /** By the compiled plan, else by graphql's own executor. */
  readonly execute: (operation: OperationArguments) => Promise<ExecutionResult>;
}

interface Compiled {
  readonly plan: QueryPlan;
  readonly run: Run;
}

/**
 * Executes queries of hot root fields by a plan that is made once for each document, and all else as ever. A compiled
 * run either succeeds or is given up: then an ordinary executor runs the query again, which may be repeated, and says
 * what there is to say. So errors, nulls and refused variables are told in one place.
 *
 * @example
 * const { execute } = compiledExecutor(schema);
 * const result = await execute({ document, variableValues: {}, contextValue: context });
 */
export function compiledExecutor(schema: GraphQLSchema): CompiledExecutor {
  const known = new WeakMap<DocumentNode, Compiled | null>();
  const compiledOf = (document: DocumentNode): Compiled | null => {
    const found = known.get(document);
    if (found !== undefined) return found;
    const plan = planQuery(schema, document);
    const compiled = plan !== undefined && allRootsHot(plan.root) ? { plan, run: runnerOf(plan) } : null;
    known.set(document, compiled);
    return compiled;
  };
  const attempt: CompiledExecutor['attempt'] = async (operation) => {
    const compiled = compiledOf(operation.document);
    const data = compiled === null ? undefined : await answerOf(compiled, operation);
    return data === undefined ? undefined : { data };
  };
  return {
    takes: (document) => compiledOf(document) !== null,
    attempt,
    execute: async (operation) => (await attempt(operation)) ?? execute({ schema, ...operation }),
  };
}

// Helpers

/** Undefined: given up. */
async function answerOf({ plan, run }: Compiled, operation: OperationArguments): Promise<Answer | undefined> {
  const variables = variablesOf(plan, operation);
  if (variables === undefined) return undefined;
  try {
    return await run(operation.contextValue, variables);
  } catch {
    // Told by the executor that runs it again.
    return undefined;
  }
}

type Answer = Readonly<Record<string, unknown>>;

function variablesOf(plan: QueryPlan, { variableValues }: OperationArguments): VariableValues | undefined {
  return getVariableValues(plan.schema, plan.operation.variableDefinitions ?? [], variableValues, { maxErrors: 1 })
    .variableValues;
}
