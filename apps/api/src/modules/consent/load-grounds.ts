import { type Instant, instant, type Reason } from '@beback/core';
import { statement } from '../../database/statement.ts';
import type { GroupReader } from '../contact/load-evidence.ts';

/** A fact that a verdict can rest on. */
export interface GroundFact {
  readonly id: string;
  readonly kind: 'consent.given' | 'consent.revoked' | 'lead.received' | 'opportunity.delivered';
  readonly at: Instant;
}

const GROUNDS = statement(
  'grounds of verdicts',
  `select f.id, f.kind, f.at
     from fact f
    where f.group_id = $1 and f.id = any($2)
      and f.kind in ('consent.given', 'consent.revoked', 'lead.received', 'opportunity.delivered')`,
);

/** What the reasons rest on, by the fact's id. */
export async function loadGrounds(
  group: GroupReader,
  reasons: readonly Reason[],
): Promise<ReadonlyMap<string, GroundFact>> {
  const ids = [...new Set<string>(reasons.flatMap(({ facts }) => facts))];
  if (ids.length === 0) return new Map();
  const rows = await group.sql<Omit<GroundFact, 'at'> & { readonly at: Date }>(GROUNDS, [group.groupId, ids]);
  return new Map(rows.map((row) => [row.id, { ...row, at: instant(row.at.getTime()) }]));
}
