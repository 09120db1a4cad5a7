/** A page of a connection, as a test asks for it. */
export interface Page<N> {
  readonly edges: readonly { readonly node: N; readonly cursor?: string }[];
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export function nodesOf<N>(page: Page<N> | undefined): readonly N[] {
  return page?.edges.map(({ node }) => node) ?? [];
}
