import type { Brand } from './brand.ts';

/**
 * The identity of one thing of kind `K`, unique inside its group.
 *
 * Ids come from the application (UUIDv7 in our server) or are derived from other ids (a touch);
 * core never makes a random one.
 *
 * @example
 * const store = id<'Store'>('0192f3c0-0000-7000-8000-000000000001');
 */
export type Id<K extends string> = Brand<string, `Id:${K}`>;

/**
 * Marks a string as the id of a `K`. Shape is the caller's business: a dealer group's own ids are as good as ours.
 *
 * @throws RangeError when the string is empty, which is never an identity.
 *
 * @example
 * id<'Store'>('store-12');
 */
export function id<K extends string>(value: string): Id<K> {
  if (value === '') throw new RangeError('id: expected a non-empty string, got an empty one');
  return value as Id<K>;
}
