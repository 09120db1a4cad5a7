import type { Day } from './day.ts';
import type { Id } from './id.ts';
import type { Instant } from './instant.ts';

/** One field of a fact as data: the decoder, the encoder and the JSON Schema all walk it, so they cannot drift apart. */
export type FieldSpec =
  | { readonly type: 'text' }
  | { readonly type: 'flag' }
  | { readonly type: 'instant' }
  | { readonly type: 'day' }
  /** A whole number from 0 on. */
  | { readonly type: 'count' }
  | { readonly type: 'word'; readonly words: readonly string[] }
  | { readonly type: 'list'; readonly of: FieldSpec }
  /** Numbers by name. */
  | { readonly type: 'numbers' }
  | { readonly type: 'object'; readonly fields: Readonly<Record<string, AnyField>> };

declare const value: unique symbol;

/** A field whose values are `T`: the compiler holds each row of the table against the fact's own type. */
export interface Field<T, Optional extends boolean = boolean> {
  readonly spec: FieldSpec;
  readonly optional: Optional;
  /** Never there: it binds T both ways, so that a list of words is neither too long nor too short. */
  readonly [value]?: (known: T) => T;
}

/** What the walkers see of a field. */
export type AnyField = Pick<Field<unknown>, 'spec' | 'optional'>;

/** A field for each of a fact's own; the optional ones said to be so. */
export type FieldsOf<D> = {
  readonly [K in keyof D]-?: object extends Pick<D, K> ? Field<Exclude<D[K], undefined>, true> : Field<D[K], false>;
};

export function anId<K extends string>(): Field<Id<K>, false> {
  return required({ type: 'text' });
}

export function aText(): Field<string, false> {
  return required({ type: 'text' });
}

export function aFlag(): Field<boolean, false> {
  return required({ type: 'flag' });
}

export function anInstant(): Field<Instant, false> {
  return required({ type: 'instant' });
}

export function aDay(): Field<Day, false> {
  return required({ type: 'day' });
}

export function aCount(): Field<number, false> {
  return required({ type: 'count' });
}

export function aWord<const W extends string>(words: readonly W[]): Field<W, false> {
  return required({ type: 'word', words });
}

export function aListOf<T>(field: Field<T, false>): Field<readonly T[], false> {
  return required({ type: 'list', of: field.spec });
}

export function numbers(): Field<Readonly<Record<string, number>>, false> {
  return required({ type: 'numbers' });
}

export function anObject<T extends object>(fields: FieldsOf<T>): Field<T, false> {
  return required({ type: 'object', fields });
}

export function optional<T>(field: Field<T, false>): Field<T, true> {
  return { spec: field.spec, optional: true };
}

function required<T>(spec: FieldSpec): Field<T, false> {
  return { spec, optional: false };
}
