import { GraphQLError, valueFromASTUntyped } from 'graphql';
import { builder } from '../../graphql/builder.ts';

/** Deeper than any follow-up plan is. */
const DEEPEST = 12;

builder.scalarType('PlanDocument', {
  description:
    'A follow-up plan as JSON, by the JSON Schema that `@beback/core` publishes (`followUpPlanSchema`). Its `version` is the server’s to give.',
  serialize: (value) => value,
  parseValue: readDocument,
  parseLiteral: (node, variables) => readDocument(valueFromASTUntyped(node, variables)),
});

function readDocument(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new GraphQLError('PlanDocument: expected a JSON object');
  }
  if (!isWithin(value, DEEPEST)) throw new GraphQLError(`PlanDocument: expected at most ${DEEPEST} levels`);
  return value;
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isWithin(part, levels - 1));
}
