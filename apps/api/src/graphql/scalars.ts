import { type Day, type Instant, instant, parseDay } from '@beback/core';
import { GraphQLError, Kind } from 'graphql';
import { builder } from './builder.ts';
import { isoText } from './iso-text.ts';

/** ISO 8601 with an offset: a time without one means another instant in every zone, so it is refused. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function readDateTime(value: unknown): Instant {
  const milliseconds = typeof value === 'string' && DATE_TIME.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(milliseconds)) {
    throw new GraphQLError('DateTime: expected ISO 8601 with an offset, such as 2026-11-21T09:30:00-06:00');
  }
  return instant(milliseconds);
}

function readDay(value: unknown): Day {
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  if (day === undefined) throw new GraphQLError('Day: expected a calendar day as YYYY-MM-DD');
  return day;
}

builder.scalarType('DateTime', {
  description: 'An instant as ISO 8601 with an offset.',
  serialize: (value) => isoText(typeof value === 'number' ? value : new Date(value).getTime()),
  parseValue: readDateTime,
  parseLiteral: (node) => readDateTime(node.kind === Kind.STRING ? node.value : undefined),
});

builder.scalarType('Day', {
  description: "A store's own calendar day, YYYY-MM-DD.",
  serialize: (value) => value,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
});

builder.scalarType('JSON', {
  description: 'Plain JSON, for what has no fixed shape: the figures of a reason, a questionnaire.',
  serialize: (value) => value,
  parseValue: () => {
    throw new GraphQLError('JSON: is only ever answered, never taken');
  },
});
