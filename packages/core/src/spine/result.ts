import type { Reason } from './reason.ts';

/** A list with a first element. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** A wish fulfilled, or refused with the reasons as data. Refusals are expected; bugs throw. */
export type Result<T, C extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: NonEmpty<Reason<C>> };

/**
 * A wish fulfilled.
 *
 * @example
 * return ok(plan);
 */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/**
 * A wish refused, with one reason at least.
 *
 * @example
 * return refuse(reason('routing.nobody'));
 */
export function refuse<C extends string>(
  first: Reason<C>,
  ...more: readonly Reason<C>[]
): { readonly ok: false; readonly refusals: NonEmpty<Reason<C>> } {
  return { ok: false, refusals: [first, ...more] };
}

/**
 * The list, when it has a first element.
 *
 * @example
 * const refusals = nonEmpty(found);
 * return refusals === undefined ? ok(value) : { ok: false, refusals };
 */
export function nonEmpty<T>(list: readonly T[]): NonEmpty<T> | undefined {
  return list.length > 0 ? (list as unknown as NonEmpty<T>) : undefined;
}
