import type { FollowUpPlan, PlanState, Trigger } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { storeInSight } from '../access/sight-sql.ts';

/** New triggers in a month, as somebody of the store expects them. */
export type LeadsAMonth = Readonly<Record<Trigger, number>>;

/** A version of a store's follow-up plan. */
export interface PlanVersionView {
  readonly id: string;
  readonly storeId: string;
  readonly storeName: string;
  readonly zone: string;
  readonly storePhone: string | null;
  /** Counts from 1 in each store. */
  readonly version: number;
  readonly state: PlanState;
  readonly document: FollowUpPlan;
  /** How often the draft was written. */
  readonly revision: number;
  /** A draft that somebody is still writing: nobody is asked to sign it, and it does not start. */
  readonly unfinished: boolean;
  /** Null: what came in of late. */
  readonly leadsAMonth: LeadsAMonth | null;
  readonly createdAt: Date;
  readonly draftedById: string | null;
  readonly activatedAt: Date | null;
  readonly activatedById: string | null;
  readonly overrideById: string | null;
  readonly overrideAt: Date | null;
  readonly overrideNote: string | null;
  /** When it was withdrawn before it ran, by whom and why. */
  readonly retiredAt: Date | null;
  readonly retiredById: string | null;
  readonly retiredWhySealed: Uint8Array | null;
}

const COLUMNS = `p.id, p.store_id as "storeId", s.name as "storeName", s.zone, s.phone as "storePhone", p.version, p.state,
       p.document, p.revision, p.unfinished, p.leads_a_month as "leadsAMonth", p.created_at as "createdAt",
       p.drafted_by_id as "draftedById", p.activated_at as "activatedAt", p.activated_by_id as "activatedById",
       p.override_by_id as "overrideById", p.override_at as "overrideAt", p.override_note as "overrideNote",
       w.at as "retiredAt", w.by_id as "retiredById", w.why_sealed as "retiredWhySealed"`;

/** Everybody who works in a store reads its plan (the plan is told to everybody). */
const FROM = `from plan_version p
     join store s on s.group_id = $1 and s.id = p.store_id
     left join lateral (
       select f.at, (f.data ->> 'byId')::uuid as by_id, n.text_sealed as why_sealed
         from fact f
         left join note n on n.group_id = $1 and n.fact_id = f.id
        where p.state = 'retired' and p.activated_at is null
          and f.group_id = $1 and f.store_id = p.store_id and f.kind = 'plan.retired'
          and f.data ->> 'planVersionId' = p.id::text
        limit 1) w on true
    where p.group_id = $1 and ${storeInSight('p.store_id', '$2')}`;

export const PLAN_VERSIONS_BY_ID = statement('plan versions by id', `select ${COLUMNS} ${FROM} and p.id = any($3)`);

export const PLAN_VERSIONS_OF_STORE = statement(
  'plan versions of a store',
  `select ${COLUMNS} ${FROM} and p.store_id = $3
      -- Of what never ran that is shown which people were asked to sign, or signed before it was taken back: they find here
      -- what became of it.
      and (p.state <> 'retired' or p.activated_at is not null
           or (w.at is not null
               and (not p.unfinished or exists (select from plan_signature g
                                                 where g.group_id = $1 and g.plan_version_id = p.id))))
    order by p.version desc`,
);

export const LOCK_PLAN_VERSION = statement(
  'lock plan version',
  `select ${COLUMNS} ${FROM} and p.id = $3 for update of p`,
);
