// What is done beside the pages, as a store's own programs do it.

/** An operation with the types of what goes in and comes out. */
export interface Asked<Result, Variables> {
  readonly document: string;
  /** Never set: carries the types. */
  readonly types?: (variables: Variables) => Result;
}

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

interface UploadInput {
  readonly key: string;
  readonly storeId: string;
  readonly source: string;
  readonly format: 'twilioCsv';
  readonly content: string;
  readonly completeUntil: string;
}

interface UploadResult {
  readonly uploadCallRecords: Readonly<Record<string, unknown>>;
}

export const uploadCallRecords: Asked<UploadResult, { readonly input: UploadInput }> = {
  document: `mutation Upload($input: UploadCallRecordsInput!) {
    uploadCallRecords(input: $input) {
      __typename
      ... on Error { message }
      ... on UploadCallRecordsSuccess { read new problems { row field allowed } }
    }
  }`,
};

interface DeliveredResult {
  readonly markDelivered: { readonly __typename: string; readonly surveyDueAt?: string | null };
}

export const markDelivered: Asked<
  DeliveredResult,
  { readonly input: { readonly key: string; readonly opportunityId: string } }
> = {
  document: `mutation Delivered($input: MarkDeliveredInput!) {
    markDelivered(input: $input) {
      __typename
      ... on Error { message }
      ... on MarkDeliveredSuccess { surveyDueAt }
    }
  }`,
};
