import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../schema.ts';
import { trustedTexts } from '../trusted-operations.ts';
import { compiledExecutor } from './execute-compiled.ts';
import { HOT_FIELDS } from './hot-fields.ts';

const schema = buildSchema();
const hot: ReadonlySet<string> = new Set(HOT_FIELDS);

it.each(HOT_FIELDS)('has a root field %s', (name) => {
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain(name);
});

it('runs each query compiled that our widgets ship and that asks for hot fields alone', () => {
  const { takes } = compiledExecutor(schema);
  const wanted = [...trustedTexts('staff').values()].filter((text) => {
    const [operation] = parse(text).definitions;
    if (operation?.kind !== 'OperationDefinition' || operation.operation !== 'query') return false;
    return operation.selectionSet.selections.every((node) => node.kind === 'Field' && hot.has(node.name.value));
  });
  expect(wanted.length).toBeGreaterThan(5);
  for (const text of wanted) expect(takes(parse(text)), text).toBe(true);
});
