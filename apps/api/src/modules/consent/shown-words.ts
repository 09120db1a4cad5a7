import type { Instant } from '@beback/core';
import { z } from 'zod';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import type { GroupReader } from '../contact/load-evidence.ts';
import { RAW_TEXT_FIELD } from '../lead/raw-text.ts';

/** What a visitor had before his eyes when he ticked the form's box, as the form's submission kept it. */
export interface ShownWords {
  readonly text: string;
  /** The page, without its query. */
  readonly page: string | null;
}

/** Who ticked a box, on whose page, and when. */
export interface Ticked {
  readonly customerId: string;
  readonly storeId: string;
  readonly at: Instant;
}

interface TickedRow {
  readonly customerId: string;
  readonly at: Date;
  readonly sealed: Uint8Array;
}

const TICKED = statement(
  'leads that carried a consent',
  `select l.customer_id as "customerId", l.received_at as at, r.text_sealed as sealed
     from lead l
     join raw_text r on r.group_id = $1 and r.id = l.raw_text_id
    where l.group_id = $1 and l.store_id = any($3) and l.received_at = any($4) and l.customer_id = any($5)
      and ${storeInSight('l.store_id', '$2::uuid')}`,
);

const kept = z.object({
  evidence: z.object({
    ticked: z.literal(true),
    wording: z.string(),
    page: z.object({ url: z.string() }).nullable(),
  }),
});

/**
 * The words that were ticked at these moments, where the lead is in the viewer's sight and was not erased.
 *
 * @returns tells of each what was shown
 */
export async function loadShownWords(
  group: GroupReader,
  seal: Seal,
  viewerId: string,
  ticked: readonly Ticked[],
): Promise<(one: Omit<Ticked, 'storeId'>) => ShownWords | undefined> {
  if (ticked.length === 0) return () => undefined;
  const { groupId } = group;
  const customerIds = [...new Set(ticked.map(({ customerId }) => customerId))];
  const storeIds = [...new Set(ticked.map(({ storeId }) => storeId))];
  const moments = [...new Set(ticked.map(({ at }) => at))].map((at) => new Date(at));
  const rows = await group.sql<TickedRow>(TICKED, [groupId, viewerId, storeIds, moments, customerIds]);
  const shown = new Map<string, ShownWords>();
  for (const { customerId, at, sealed } of rows) {
    const read = kept.safeParse(parsed(seal.openBytes(groupId, RAW_TEXT_FIELD, sealed))).data?.evidence;
    if (read === undefined) continue;
    shown.set(`${customerId} ${at.getTime()}`, { text: read.wording, page: read.page?.url ?? null });
  }
  return ({ customerId, at }) => shown.get(`${customerId} ${at}`);
}

/** Other leads are ADF: what is no JSON is no submission of the form. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
