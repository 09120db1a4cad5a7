/**
 * A typed GraphQL operation as a plain object: what goes over the wire, and the types of what goes in and comes out.
 *
 * @example
 * const outcome = await client.query(workPlan, { locale: 'en' });
 */
export interface Operation<Result, Variables> {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  readonly document: string;
  /** Never set: carries the types. */
  readonly types?: (variables: Variables) => Result;
}

/**
 * An operation of the public widgets. The server knows the document by its id (the sha256 of the document, hex), so
 * that a page loads no GraphQL text and a publishable key can run nothing else.
 */
export interface PublicOperation<Result, Variables> {
  readonly name: string;
  readonly id: string;
  /** Never set: carries the types. */
  readonly types?: (variables: Variables) => Result;
}
