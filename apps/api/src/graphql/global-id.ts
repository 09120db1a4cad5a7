import { NotFoundError } from './errors.ts';

const SHAPE = /^([A-Z][A-Za-z]*):(.+)$/s;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A task's id is core's touch id, `opportunity:step:occurrence`; all else in the database is a UUID. */
const TEXT_IDS: ReadonlySet<string> = new Set(['Task']);

/** What a global id stands for. The group is never part of it: it comes from the request's own context. */
export interface GlobalId {
  readonly typename: string;
  readonly id: string;
}

/**
 * The opaque id that clients see: type and id, base64url.
 *
 * @example
 * encodeGlobalId('Store', '0192f3c0-0000-7000-8000-000000000001');
 */
export function encodeGlobalId(typename: string, id: string | number | bigint): string {
  return Buffer.from(`${typename}:${id}`, 'utf8').toString('base64url');
}

/** What the id stands for; undefined when it is none that this server hands out. */
export function decodeGlobalId(globalId: string): GlobalId | undefined {
  const match = SHAPE.exec(Buffer.from(globalId, 'base64url').toString('utf8'));
  const [typename, id] = [match?.[1], match?.[2]];
  if (typename === undefined || id === undefined) return undefined;
  // Nothing but a UUID reaches a uuid column: PostgreSQL's cast error would answer otherwise than an unknown id.
  if (!TEXT_IDS.has(typename) && !UUID.test(id)) return undefined;
  return { typename, id };
}

/** Borne by nothing: stands for every id that is none, so that it is looked up, and answered, like an unknown one. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

/** The id inside a global id of that type, or one that nothing bears. */
export function idOrNothing(typename: string, globalId: string): string {
  const decoded = decodeGlobalId(globalId);
  return decoded?.typename === typename ? decoded.id : NOTHING;
}

/**
 * The id inside a global id of that type.
 *
 * @throws NotFoundError when it is malformed or of another type: answered like an unknown id.
 */
export function idOf(typename: string, globalId: string): string {
  const decoded = decodeGlobalId(globalId);
  if (decoded?.typename !== typename) throw new NotFoundError(typename);
  return decoded.id;
}
