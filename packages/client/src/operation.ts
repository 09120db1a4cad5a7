/**
 * A typed GraphQL operation as a plain object: what goes over the wire, and the types of what goes in and comes out. Its
 * text is no part of it: the server has it, under the id.
 *
 * @example
 * const outcome = await client.query(workPlan, { locale: 'en' });
 */
export interface Operation<Result, Variables> {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  /** The sha256 of the text, hex. */
  readonly id: string;
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
