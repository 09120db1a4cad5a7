import type { Instant } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { type PageArguments, pageOf, pageWish } from '../../graphql/keyset-page.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import type { GroupReader } from '../contact/load-evidence.ts';
import { noteLook } from './evidence-looks.ts';
import { type LedgerOf, loadLedgers } from './load-ledger.ts';

/** What is asked for: a number or an address, by its keyed hash. */
export interface EvidenceWish {
  readonly kind: 'phone' | 'email';
  readonly key: string;
}

/**
 * The file for one number or address, as far as the viewer sees the stores: what was consented and stopped, every attempt
 * with the verdict of its moment, every message with what became of it, every recorded call. It is read page by page.
 */
export interface EvidenceFile extends EvidenceWish {
  /** The look that opened it. */
  readonly lookId: string;
  readonly viewerId: string;
  readonly asOf: Instant;
}

/** Each ledger has thirty verdicts of contact law, with their reasons: more of them is more than one operation may ask for. */
export const LEDGER_PAGES = { usual: 3, largest: 5 } as const;

/** By the latest opportunity in the viewer's sight: its store's rules say what may be done now. */
const CUSTOMERS = statement(
  'customers with a number or an address',
  `select distinct on (c.customer_id) c.customer_id as "customerId", o.id as "opportunityId", o.store_id as "storeId"
     from contact_point c
     join opportunity o on o.group_id = $1 and o.customer_id = c.customer_id
    where c.group_id = $1 and c.kind = $4 and c.key = $3 and ${storeInSight('o.store_id', '$2::uuid')}
      and ($5::uuid is null or c.customer_id > $5)
    order by c.customer_id, o.opened_at desc, o.id
    limit $6`,
);

/** Opens the file, and notes first who does; {@link noteLook} says what `going` is. */
export async function openEvidenceFile(
  group: GroupReader,
  viewerId: string,
  wish: EvidenceWish,
  going: string | undefined,
  now: Instant,
): Promise<EvidenceFile> {
  const lookId = await noteLook(group, { viewerId, key: wish.key }, going, now);
  return { ...wish, lookId, viewerId, asOf: now };
}

/**
 * A page of the customers who have the number or address, each with his ledger.
 *
 * @throws InputError, NotFoundError
 */
export async function loadLedgerPage(group: GroupReader, seal: Seal, file: EvidenceFile, args: PageArguments) {
  const { viewerId, key, kind, asOf } = file;
  const wish = pageWish('ConsentLedger', args, LEDGER_PAGES);
  const rows = await group.sql<LedgerOf>(CUSTOMERS, [
    group.groupId,
    viewerId,
    key,
    kind,
    wish.afterId ?? null,
    wish.take,
  ]);
  const { edges, pageInfo } = pageOf(
    'ConsentLedger',
    wish,
    rows.map((row) => ({ ...row, id: row.customerId })),
  );
  const ledgers = await loadLedgers(
    group,
    seal,
    viewerId,
    edges.map(({ node: { id: _, ...of } }) => of),
    asOf,
  );
  return { edges: ledgers.map((node, i) => ({ node, cursor: edges[i]?.cursor ?? '' })), pageInfo };
}
