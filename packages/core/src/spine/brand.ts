declare const brand: unique symbol;

/** A primitive that only its own constructor hands out, so that a day never passes for an id. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };
