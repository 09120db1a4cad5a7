/**
 * What one operation may ask for. The largest operation that our own widgets ship (a principal's board of 88 stores)
 * needs about a quarter of it; Pothos counts a list field as `listMultiplier` times its selection.
 */
export const OPERATION_LIMITS = { depth: 12, breadth: 250, complexity: 6_000, listMultiplier: 20 } as const;

/** Pages of a connection. */
export const PAGE_SIZES = { usual: 20, largest: 100 } as const;

/** A document's bytes are bounded by the body; its tokens bound the parser's work. */
export const LARGEST_DOCUMENT_TOKENS = 2_000;
