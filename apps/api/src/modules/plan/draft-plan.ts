import { type FollowUpPlan, type Instant, parsePlan, reason } from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { json, statement } from '../../database/statement.ts';
import { RefusedError } from '../../graphql/errors.ts';
import { assertStoreInSight } from '../access/store-in-sight.ts';
import type { Viewer } from '../access/viewer.ts';
import { answerOnce } from '../answer-once.ts';
import { assertMayAct } from './assert-may-act.ts';
import { lockPlansOf, lockPlanVersion } from './lock-plan-version.ts';
import type { LeadsAMonth } from './plan-view.ts';

export interface DraftWish {
  readonly key: string;
  readonly storeId: string;
  /** A follow-up plan of unknown make; its `version` is ours to give. */
  readonly document: unknown;
  readonly leadsAMonth: LeadsAMonth | undefined;
  /** It goes on being written: nobody is asked to sign it yet. Undefined: as before; a new one is finished. */
  readonly unfinished: boolean | undefined;
}

export interface RedraftWish extends Omit<DraftWish, 'storeId'> {
  readonly planVersionId: string;
  /** Of the text that the writer began with. */
  readonly revision: number;
}

export interface DraftAnswer {
  readonly planVersionId: string;
}

const NEXT_VERSION = statement(
  'next plan version',
  'select coalesce(max(version), 0) + 1 as version from plan_version where group_id = $1 and store_id = $2',
);
const DRAFT = statement(
  'draft plan',
  `insert into plan_version (group_id, id, store_id, version, document, state, leads_a_month, drafted_by_id, created_at, unfinished)
   values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9)`,
);
const REDRAFT = statement(
  'change plan draft',
  `update plan_version
      set document = $3, leads_a_month = coalesce($4, leads_a_month), drafted_by_id = $5, revision = revision + 1,
          unfinished = coalesce($6, unfinished),
          override_by_id = null, override_at = null, override_note = null
    where group_id = $1 and id = $2`,
);

/**
 * Writes a new draft of a store's plan. Nothing runs by it before it is activated.
 *
 * @throws NotFoundError for a store out of sight; RefusedError with everything that is wrong with the document, each
 * reason with its path and what is allowed.
 */
export function draftPlan(
  group: GroupDatabase,
  { memberId }: Viewer,
  wish: DraftWish,
  now: Instant,
): Promise<DraftAnswer> {
  return group.transaction((tx) =>
    answerOnce(tx, { actorId: memberId, key: wish.key, operation: 'draftPlan' }, now, async () => {
      await assertStoreInSight(tx, tx.groupId, memberId, wish.storeId);
      const planVersionId = newId();
      const document = documentOf(wish.document, planVersionId);
      await lockPlansOf(tx, wish.storeId);
      const [next] = await tx.sql<{ readonly version: number }>(NEXT_VERSION, [tx.groupId, wish.storeId]);
      await tx.sql(DRAFT, [
        tx.groupId,
        planVersionId,
        wish.storeId,
        next?.version ?? 1,
        json(document),
        wish.leadsAMonth === undefined ? null : json(wish.leadsAMonth),
        memberId,
        new Date(now),
        wish.unfinished ?? false,
      ]);
      return { planVersionId };
    }),
  );
}

/**
 * Writes a draft anew. What somebody had granted or signed was about another text: it counts no longer.
 *
 * @throws NotFoundError; RefusedError as for {@link draftPlan}, for a version that is no draft any more, and when somebody
 * else wrote it since the revision that the writer began with.
 */
export function redraftPlan(
  group: GroupDatabase,
  { memberId }: Viewer,
  wish: RedraftWish,
  now: Instant,
): Promise<DraftAnswer> {
  return group.transaction((tx) =>
    answerOnce(tx, { actorId: memberId, key: wish.key, operation: 'redraftPlan' }, now, async () => {
      await rewrite(tx, memberId, wish);
      return { planVersionId: wish.planVersionId };
    }),
  );
}

async function rewrite(tx: GroupTransaction, memberId: string, wish: RedraftWish): Promise<void> {
  const version = await lockPlanVersion(tx, memberId, wish.planVersionId);
  assertMayAct(version, 'redraft');
  if (wish.revision !== version.revision) {
    throw new RefusedError([reason('planVersion.writtenMeanwhile', { revision: version.revision })], version.zone);
  }
  await tx.sql(REDRAFT, [
    tx.groupId,
    version.id,
    json(documentOf(wish.document, version.id)),
    wish.leadsAMonth === undefined ? null : json(wish.leadsAMonth),
    memberId,
    wish.unfinished ?? null,
  ]);
}

/** The document as it will be stored: checked, and named by its row. */
function documentOf(document: unknown, planVersionId: string): FollowUpPlan {
  const named = typeof document === 'object' && document !== null ? { ...document, version: planVersionId } : document;
  const parsed = parsePlan(named);
  if (!parsed.ok) throw new RefusedError(parsed.refusals);
  return parsed.value;
}
