import { buildSchema, execute, type GraphQLResolveInfo, parse } from 'graphql';
import { expect, it } from 'vitest';
import { selectedFields } from './selected-fields.ts';

const schema = buildSchema(`
  type Query { day: Day }
  interface Named { name: String }
  type Day { number: Int, left: Int, done: Int, tasks: [Task!]!, owner: Named }
  type Task implements Named { id: Int, name: String, person: Person! }
  type Person implements Named { name: String, phone: String }
`);

/** What a resolver of `day` is told of a query. */
async function told(text: string, variableValues: Record<string, unknown> = {}) {
  let found: Record<string, readonly string[]> = {};
  const day = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    found = Object.fromEntries([...selectedFields(info)].map(([type, names]) => [type, [...names].sort()]));
    return null;
  };
  await execute({ schema, document: documents.get(text) ?? remember(text), rootValue: { day }, variableValues });
  return found;
}
const documents = new Map<string, ReturnType<typeof parse>>();
function remember(text: string) {
  const document = parse(text);
  documents.set(text, document);
  return document;
}

it.each([
  ['fields, by their own names', '{ day { a: number tasks { id } } }', { Day: ['number', 'tasks'], Task: ['id'] }],
  [
    'what fragments ask for, in fragments too',
    '{ day { ...A ... { left } } } fragment A on Day { tasks { ...B } } fragment B on Task { ... on Named { name } person { phone } }',
    { Day: ['left', 'tasks'], Task: ['name', 'person'], Person: ['phone'] },
  ],
  ['a field in several places', '{ day { left } day { done } }', { Day: ['done', 'left'] }],
  [
    'one type in several places',
    '{ day { tasks { id } other: tasks { name } } }',
    { Day: ['tasks'], Task: ['id', 'name'] },
  ],
])('tells %s', async (_, text, expected) => {
  expect(await told(text)).toEqual(expected);
});

it('tells what a directive may leave out, and forgets no place that it left out before', async () => {
  const text = 'query ($a: Boolean!) { day { left tasks @include(if: $a) { id } } day @include(if: $a) { done } }';
  expect(await told(text, { a: false })).toEqual({ Day: ['left', 'tasks'], Task: ['id'] });
  expect(await told(text, { a: true })).toEqual({ Day: ['done', 'left', 'tasks'], Task: ['id'] });
  expect(await told(text, { a: false })).toEqual({ Day: ['left', 'tasks'], Task: ['id'] });
});
