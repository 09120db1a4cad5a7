import type { z } from 'zod';
import { InputError } from './errors.ts';

/**
 * Reads an input by its zod schema. Call it inside the resolver, after the scopes have spoken.
 *
 * Write the schema's messages as what is allowed (`'1 to 2,000 characters'`): they are what the caller reads, and the
 * value itself is never quoted.
 *
 * @throws InputError naming the first wrong field by its path.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new InputError(issue?.path.join('.') || 'input', issue?.message ?? 'a valid value');
}
