import type { Instant } from '@beback/core';
import { z } from 'zod';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import { openRawText } from '../lead/raw-text.ts';

/** What a visitor had before his eyes when he ticked the form's box, as the form's submission kept it. */
export interface ShownWords {
  readonly text: string;
  /** The page, without its query. */
  readonly page: string | null;
}

const TICKED = statement(
  'leads that carried a consent',
  `select l.received_at as at, l.raw_text_id as "rawTextId"
     from lead l
    where l.group_id = $1 and l.customer_id = $3 and l.received_at = any($4) and l.raw_text_id is not null
      and ${storeInSight('l.store_id', '$2::uuid')}`,
);

const kept = z.object({
  evidence: z.object({
    ticked: z.literal(true),
    wording: z.string(),
    page: z.object({ url: z.string() }).nullable(),
  }),
});

/** The words that were ticked at these moments, where the lead is in the viewer's sight and was not erased. */
export async function loadShownWords(
  runner: SqlRunner & { readonly groupId: string },
  seal: Seal,
  viewerId: string,
  customerId: string,
  moments: readonly Instant[],
): Promise<ReadonlyMap<number, ShownWords>> {
  if (moments.length === 0) return new Map();
  const at = moments.map((moment) => new Date(moment));
  const rows = await runner.sql<{ readonly at: Date; readonly rawTextId: string }>(TICKED, [
    runner.groupId,
    viewerId,
    customerId,
    at,
  ]);
  const shown = new Map<number, ShownWords>();
  for (const row of rows) {
    const bytes = await openRawText(runner, seal, row.rawTextId);
    const read = bytes === undefined ? undefined : kept.safeParse(parsed(bytes)).data?.evidence;
    if (read !== undefined) shown.set(row.at.getTime(), { text: read.wording, page: read.page?.url ?? null });
  }
  return shown;
}

/** Other leads are ADF: what is no JSON is no submission of the form. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
