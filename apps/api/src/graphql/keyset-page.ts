import { InputError, NotFoundError } from './errors.ts';
import { decodeGlobalId, encodeGlobalId } from './global-id.ts';
import { PAGE_SIZES } from './limits.ts';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** How many rows a page of a connection has. */
export interface PageSizes {
  readonly usual: number;
  readonly largest: number;
}

/** What a page asks of the database: one row more than is shown tells whether there are more. */
export interface PageWish {
  readonly take: number;
  /** Id of the row after which the page begins. The statement looks it up in the caller's own group and sight. */
  readonly afterId: string | undefined;
}

/**
 * Reads a connection's arguments. A cursor is the global id of its row, so a cursor of another group is an unknown
 * row: the query that looks it up throws {@link unknownCursor}.
 *
 * @throws InputError, NotFoundError
 */
export function pageWish(typename: string, page: PageArguments, sizes: PageSizes = PAGE_SIZES): PageWish {
  const { after } = page;
  const take = takeOf(page, sizes);
  if (after == null) return { take, afterId: undefined };
  const decoded = decodeGlobalId(after);
  if (decoded?.typename !== typename) throw unknownCursor();
  return { take, afterId: decoded.id };
}

/**
 * How many rows a page asks for: one more than it shows.
 *
 * @throws InputError
 */
export function takeOf({ first, last, before }: PageArguments, { usual, largest }: PageSizes): number {
  if (last != null || before != null)
    throw new InputError(last == null ? 'before' : 'last', 'pages go forward: first, after');
  const size = first ?? usual;
  if (size < 1 || size > largest) throw new InputError('first', `1 to ${largest}`);
  return size + 1;
}

/** For a cursor whose row is not there for this caller. */
export function unknownCursor(): NotFoundError {
  return new NotFoundError('Cursor');
}

/** The connection of up to `take` rows, the last of which is only a sign of more. */
export function pageOf<R extends { readonly id: string }>(
  typename: string,
  { take, afterId }: PageWish,
  rows: readonly R[],
) {
  const shown = rows.slice(0, take - 1);
  const edges = shown.map((node) => ({ node, cursor: encodeGlobalId(typename, node.id) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length === take,
      hasPreviousPage: afterId !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
