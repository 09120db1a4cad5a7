// What is asked beside the pages and the client's operations, as a store's own programs do it.
import type { Operation } from '@beback/client';

/** An operation with the types of what goes in and comes out: the client's, by its id, or one in words. */
export type Asked<Result, Variables> = ({ readonly document: string } | { readonly id: string }) &
  Pick<Operation<Result, Variables>, 'types'>;

interface LeadResult {
  readonly lead: {
    readonly status: string;
    readonly raw: string | null;
    readonly opportunity: {
      readonly id: string;
      readonly owner: { readonly name: string } | null;
      readonly store: { readonly id: string; readonly phone: string } | null;
    } | null;
  } | null;
}

export const leadById: Asked<LeadResult, { readonly id: string }> = {
  document: `query LeadById($id: ID!) {
    lead(id: $id) { status raw opportunity { id owner { name } store { id phone } } }
  }`,
};

interface LatestLeadResult {
  readonly leads: { readonly edges: readonly { readonly node: { readonly id: string; readonly comment: string } }[] };
}

export const latestLead: Asked<LatestLeadResult, { readonly storeId: string }> = {
  document: `query LatestLead($storeId: ID!) {
    leads(storeId: $storeId, first: 1) { edges { node { id comment } } }
  }`,
};
