import type { Failure } from './failure.ts';

/**
 * Where a piece of data stands.
 *
 * - `idle`: nothing was asked for yet;
 * - `loading`: asked for, nothing to show;
 * - `ready`: here, and the newest that we know of;
 * - `stale`: here, but a newer one is under way (`failure` absent) or did not come (`failure` says why);
 * - `failed`: nothing to show, and why.
 */
export type QueryState<Data> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly data: Data }
  | { readonly status: 'stale'; readonly data: Data; readonly failure?: Failure }
  | { readonly status: 'failed'; readonly failure: Failure };

/** The data to show, if there is any. */
export function dataOf<Data>(state: QueryState<Data>): Data | undefined {
  return state.status === 'ready' || state.status === 'stale' ? state.data : undefined;
}

/** What went wrong last, if anything did. */
export function failureIn<Data>(state: QueryState<Data>): Failure | undefined {
  return state.status === 'failed' || state.status === 'stale' ? state.failure : undefined;
}
