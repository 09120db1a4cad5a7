import {
  type ExecutionResult,
  execute,
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { compiledExecutor } from './execute-compiled.ts';

describe('what runs compiled', () => {
  it.each([
    ['fields, aliases and arguments', '{ workPlan { a: text(n: 1) b: text(n: 2) number } }', {}],
    ['two selections of one field', '{ workPlan { child { number } child { text(n: 3) } } }', {}],
    [
      'fragments in fragments',
      '{ workPlan { ...A } } fragment A on Day { number ...B } fragment B on Day { list }',
      {},
    ],
    ['inline fragments', '{ workPlan { ... { number } ... on Day { list } } }', {}],
    [
      'variables, given and by default',
      'query ($n: Int = 7, $m: Int) { workPlan { a: text(n: $n) b: text(n: $m) } }',
      { m: 2 },
    ],
    ['names of types', '{ __typename workPlan { __typename child { __typename } } }', {}],
    ['promises', '{ workPlan { late lateChild { late number } } }', {}],
    [
      'lists of objects, and nulls where they may be',
      '{ workPlan { children { number nothing } nothing noChild { number } } }',
      {},
    ],
    ['what the resolvers are told of their place', '{ first: workPlan { place children { place } } }', {}],
    ['context and arguments without a parameter for them', '{ workPlan { rest(n: 5) } }', {}],
  ])('answers %s as graphql does', async (_, text, variables) => {
    const { compiled, ordinary, taken } = await both(text, variables);
    expect(taken).toBe(true);
    expect(ordinary.errors).toBeUndefined();
    expect(JSON.stringify(compiled)).toBe(JSON.stringify(ordinary));
  });

  it.each([
    ['an error in a field that may be null', '{ workPlan { number broken } }', {}],
    ['an error in a field that may not', '{ workPlan { number child { mustBreak } } }', {}],
    ['a promise that is broken', '{ workPlan { lateBroken late } }', {}],
    ['null where none may be', '{ workPlan { child { mustBe } } }', {}],
    ['a list that is none', '{ workPlan { noList } }', {}],
    ['a value that does not fit its type', '{ workPlan { noNumber } }', {}],
    ['an Error as a value', '{ workPlan { errorValue } }', {}],
    ['variables that do not fit', 'query ($n: Int!) { workPlan { text(n: $n) } }', { n: 'one' }],
    ['variables that are missing', 'query ($n: Int!) { workPlan { text(n: $n) } }', {}],
    ['an argument that may not be null', 'query ($n: Int) { workPlan { must(n: $n) } }', { n: null }],
  ])('tells of %s as graphql does', async (_, text, variables) => {
    const { compiled, ordinary, taken } = await both(text, variables);
    expect(taken).toBe(true);
    expect(ordinary.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(compiled)).toBe(JSON.stringify(ordinary));
  });

  it('leaves nothing behind that breaks when it is given up', async () => {
    const { compiled } = await both(
      '{ workPlan { number lateBroken laterBroken broken lateChild { lateBroken } } }',
      {},
    );
    // A rejection that nobody handles would end the process, and fails the run of the tests.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(compiled.errors?.length).toBe(4);
  });

  it('runs resolvers once where nothing goes wrong, and twice where something does', async () => {
    const calls: string[] = [];
    const executor = compiledExecutor(schemaOf(calls));
    await executor.execute({ document: parse('{ workPlan { number } }'), variableValues: {}, contextValue: {} });
    expect(calls).toEqual(['workPlan']);
    await executor.execute({ document: parse('{ workPlan { broken } }'), variableValues: {}, contextValue: {} });
    expect(calls).toEqual(['workPlan', 'workPlan', 'workPlan']);
  });
});

describe('what does not', () => {
  it.each([
    ['mutations, which nobody may repeat', 'mutation { act }'],
    ['queries of other root fields', '{ workPlan { number } other }'],
    ['directives', 'query ($a: Boolean!) { workPlan { number @include(if: $a) } }'],
    ['several operations', 'query A { workPlan { number } } query B { workPlan { number } }'],
    ['a key that no plain object holds', '{ workPlan { __proto__: number } }'],
  ])('is left to graphql: %s', (_, text) => {
    expect(compiledExecutor(schemaOf([])).takes(parse(text))).toBe(false);
  });
});

// Helpers

async function both(text: string, variables: Readonly<Record<string, unknown>>) {
  const schema = schemaOf([]);
  const document = parse(text);
  const executor = compiledExecutor(schema);
  const asked = { document, variableValues: variables, contextValue: { who: 'me' } };
  const ordinary: ExecutionResult = await execute({ schema, ...asked });
  return { compiled: await executor.execute(asked), ordinary, taken: executor.takes(document) };
}

function schemaOf(calls: string[]): GraphQLSchema {
  const string = { type: GraphQLString };
  const n = { n: { type: GraphQLInt } };
  const later = (value: unknown) => new Promise((resolve) => setTimeout(() => resolve(value), 1));
  const breaking = () => {
    throw new GraphQLError('broken', { extensions: { code: 'bug' } });
  };
  const Day: GraphQLObjectType = new GraphQLObjectType({
    name: 'Day',
    fields: () => ({
      number: { type: new GraphQLNonNull(GraphQLInt) },
      list: { type: new GraphQLList(GraphQLInt), resolve: () => [1, null, 2] },
      text: { ...string, args: n, resolve: (_day, args) => JSON.stringify(args) },
      must: {
        ...string,
        args: { n: { type: new GraphQLNonNull(GraphQLInt), default: { value: 1 } } },
        resolve: String,
      },
      rest: {
        ...string,
        args: n,
        resolve: (...all: readonly unknown[]) => JSON.stringify([all.length, all[1], all[2]]),
      },
      late: { ...string, resolve: () => later('late') },
      child: { type: new GraphQLNonNull(Day), resolve: () => ({ number: 2 }) },
      children: { type: new GraphQLList(Day), resolve: () => [{ number: 3 }, null, { number: 4 }] },
      noChild: { type: Day, resolve: () => undefined },
      lateChild: { type: Day, resolve: () => later({ number: 5 }) },
      nothing: { ...string, resolve: () => undefined },
      place: {
        ...string,
        resolve: (_day, _args, _context, { path, parentType, fieldName, operation, fragments, variableValues }) =>
          JSON.stringify([path, parentType.name, fieldName, operation.kind, Object.keys(fragments), variableValues]),
      },
      broken: { ...string, resolve: breaking },
      mustBreak: { type: new GraphQLNonNull(GraphQLString), resolve: breaking },
      mustBe: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
      lateBroken: { ...string, resolve: () => later(0).then(breaking) },
      laterBroken: {
        ...string,
        resolve: () =>
          later(0)
            .then(() => later(0))
            .then(breaking),
      },
      noList: { type: new GraphQLList(GraphQLInt), resolve: () => 1 },
      noNumber: { type: GraphQLInt, resolve: () => 'many' },
      errorValue: { ...string, resolve: () => new Error('as a value') },
    }),
  });
  const workPlan = () => {
    calls.push('workPlan');
    return { number: 1 };
  };
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { workPlan: { type: new GraphQLNonNull(Day), resolve: workPlan }, other: string },
    }),
    mutation: new GraphQLObjectType({ name: 'Mutation', fields: { act: string } }),
  });
}
