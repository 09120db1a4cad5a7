import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  getArgumentValues,
  type VariableValues,
} from 'graphql';
import type { FieldPlan, ObjectPlan, QueryPlan, ValuePlan } from './query-plan.ts';

/**
 * Why a run was given up. What the caller is told of it is not decided here: an ordinary executor runs the query
 * again and words the error, with its path and the nulls that it leaves.
 */
export class RunGivenUp extends Error {
  override readonly name = 'RunGivenUp';
}

/** Answers a query for one request. @throws RunGivenUp, or whatever a resolver threw. */
export type Run = (context: unknown, variables: VariableValues) => Promise<Readonly<Record<string, unknown>>>;

/** Turns a plan into what runs it: a closure for each field, so that a request looks nothing up in schema or document. */
export function runnerOf(plan: QueryPlan): Run {
  const root = objectStep(plan.root, plan);
  return async (context, variables) => {
    const request: Request = { context, variables, lists: new Array(plan.argumentLists), waiting: [] };
    const answer = root(undefined, request, undefined);
    // What is waited for may bring more to wait for.
    while (request.waiting.length > 0) await Promise.all(request.waiting.splice(0));
    return answer;
  };
}

// Helpers

interface Request {
  readonly context: unknown;
  readonly variables: VariableValues;
  /** Argument values that were asked for already, by the number of their list. */
  readonly lists: (Readonly<Record<string, unknown>> | undefined)[];
  /** Values on their way into the answer. */
  readonly waiting: Promise<void>[];
}

type Path = GraphQLResolveInfo['path'];
type Answer = Record<string, unknown>;
type Step<Result> = (value: unknown, request: Request, path: Path | undefined) => Result;

const NO_ARGUMENTS: Readonly<Record<string, unknown>> = Object.freeze({});

function objectStep({ fields }: ObjectPlan, plan: QueryPlan): Step<Answer> {
  const steps = fields.map((field) => fieldStep(field, plan));
  // All answers have one shape from the beginning: what grows a property at a time is slow to make, and to tell as JSON.
  const empty: Answer = Object.fromEntries(fields.map(({ key }) => [key, undefined]));
  return (source, request, path) => {
    const answer: Answer = { ...empty };
    for (const step of steps) step(source, request, path, answer);
    return answer;
  };
}

function fieldStep(field: FieldPlan, plan: QueryPlan) {
  const { key, parent, argumentList } = field;
  const resolve: GraphQLFieldResolver<unknown, unknown> = field.field.resolve ?? defaultFieldResolver;
  const complete = valueStep(field.value, plan);
  const args = argumentsStep(field);
  // A resolver that takes fewer than four parameters sees no info. One that lists none may take them all as a rest.
  const blind = field.value.kind === 'leaf' && resolve.length > 0 && resolve.length < 4;
  const infoAt = infoStep(field, plan);
  return (source: unknown, request: Request, above: Path | undefined, answer: Answer): void => {
    const path = blind ? undefined : { prev: above, key, typename: parent.name };
    const values = argumentList === undefined ? NO_ARGUMENTS : args(request, argumentList);
    const info = path === undefined ? undefined : infoAt(path, request);
    const value = resolve(source, values, request.context, info as GraphQLResolveInfo);
    if (!isPromise(value)) {
      answer[key] = complete(value, request, path);
      return;
    }
    const arrived = value.then((late) => {
      answer[key] = complete(late, request, path);
    });
    // Whoever gives the run up waits for it no longer.
    arrived.catch(() => {});
    request.waiting.push(arrived);
  };
}

/** Arguments depend on the variables alone: one list serves all objects of a request. */
function argumentsStep({ field, nodes }: FieldPlan) {
  return (request: Request, list: number): Readonly<Record<string, unknown>> => {
    const known = request.lists[list];
    if (known !== undefined) return known;
    const values = getArgumentValues(field, nodes[0], request.variables);
    request.lists[list] = values;
    return values;
  };
}

function infoStep({ field, nodes, parent }: FieldPlan, { schema, fragments, operation }: QueryPlan) {
  const same = {
    fieldName: field.name,
    fieldNodes: nodes,
    returnType: field.type,
    parentType: parent,
    ...{ schema, fragments, operation, rootValue: undefined },
    getAbortSignal: () => undefined,
    getAsyncHelpers: () => ({
      promiseAll: <T>(values: readonly (PromiseLike<T> | T)[]) => Promise.all(values),
      track: () => {},
    }),
  };
  return (path: Path, { variables }: Request): GraphQLResolveInfo => ({ ...same, path, variableValues: variables });
}

function valueStep(plan: ValuePlan, query: QueryPlan): Step<unknown> {
  const complete = presentStep(plan, query);
  const { nullable } = plan;
  return (value, request, path) => {
    if (value === null || value === undefined) {
      if (nullable) return null;
      throw new RunGivenUp('null where none may be');
    }
    if (value instanceof Error) throw value;
    return complete(value, request, path);
  };
}

function presentStep(plan: ValuePlan, query: QueryPlan): Step<unknown> {
  switch (plan.kind) {
    case 'leaf': {
      const { type } = plan;
      return (value) => {
        const told: unknown = type.coerceOutputValue(value);
        if (told === null || told === undefined) throw new RunGivenUp(`${type.name} told nothing`);
        return told;
      };
    }
    case 'list': {
      const item = valueStep(plan.item, query);
      return (value, request, path) => {
        if (!Array.isArray(value)) throw new RunGivenUp('a list that is no array');
        return value.map((one: unknown, key) => {
          if (isPromise(one)) throw new RunGivenUp('a list of promises');
          return item(one, request, { prev: path, key, typename: undefined });
        });
      };
    }
    case 'object':
      return objectStep(plan.object, query);
  }
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
