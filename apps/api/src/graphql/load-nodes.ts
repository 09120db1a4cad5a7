import type { MemberCaller, RequestContext } from './context.ts';
import { SignedOutError } from './errors.ts';

/** The signed-in member, for loaders that no scope stands in front of. */
export function memberOf({ caller }: RequestContext): MemberCaller {
  if (caller.kind !== 'member') throw new SignedOutError();
  return caller;
}

/** Rows in the order of the ids that were asked for; null for what there is not, or not for this caller. */
export function inOrderOf<R extends { readonly id: string }>(ids: readonly string[], rows: readonly R[]): (R | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
