import { type BebackClient, type Outcome, type PlanDraftResult, planDocument, planDraft } from '@beback/client';
import type { FollowUpPlan } from '@beback/core';
import type { Refusal } from '../staff/refusal.ts';

export type PlanDraft = Extract<NonNullable<PlanDraftResult['node']>, { readonly __typename: 'PlanVersion' }>;

/** What the server has, null where it has nothing of that name; or why that is not known. */
export type Read<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly trouble: Refusal };

const NOTHING = { ok: true, value: null } as const;

/** A draft as it can be written on. */
export async function readDraft(client: BebackClient, id: string): Promise<Read<PlanDraft>> {
  return readOf(await client.query(planDraft, { id }), ({ node }) =>
    node?.__typename === 'PlanVersion' ? node : null,
  );
}

/** A version's text. */
export async function readText(client: BebackClient, id: string | undefined): Promise<Read<FollowUpPlan>> {
  if (id === undefined) return NOTHING;
  return readOf(await client.query(planDocument, { id }), ({ node }) =>
    node?.__typename === 'PlanVersion' ? (node.document as FollowUpPlan) : null,
  );
}

function readOf<Data, T>(outcome: Outcome<Data>, partOf: (data: Data) => T | null): Read<T> {
  if (!outcome.ok) return { ok: false, trouble: { fault: outcome.failure.kind } };
  return { ok: true, value: partOf(outcome.data) };
}
