import { storableJson } from './values/storable-text.ts';

/**
 * A hot statement with a name: PostgreSQL prepares it once per connection. Two texts under one name are told apart,
 * so a name need only help the reader of the server's logs.
 *
 * @example
 * const STORE_NAMES = statement('store names', 'select id, name from store where group_id = $1 order by name');
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /**
   * Columns of which the same values come again with nearly every run: what was read is handed out again, for minutes.
   * Whoever gets them changes nothing in them, and may remember by them what it made of them.
   */
  readonly kept?: readonly string[];
}

export function statement(name: string, text: string, kept?: readonly string[]): Statement {
  return kept === undefined ? { name, text } : { name, text, kept };
}

/**
 * What a placeholder takes. `Date` is an instant; `Uint8Array` is bytea; a JavaScript array is an SQL array of its
 * elements; for json and jsonb wrap the value with {@link json}.
 */
export type SqlParameter =
  | string
  | number
  | bigint
  | boolean
  | null
  | Date
  | Uint8Array
  | Json
  | readonly (string | number | bigint | boolean | null | Date)[];

/** A value on its way into json or jsonb. */
export interface Json {
  readonly json: string;
}

/** Wraps any JSON value (an array too, which would otherwise be taken for an SQL array). */
export function json(value: unknown): Json {
  return { json: storableJson(value) };
}
