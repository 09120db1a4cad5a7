import type { FindingKind, Reason } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { boardInSight } from '../board/board-sight.ts';
import type { StoreView } from '../store/schema.ts';

export const FINDING_STATES = ['open', 'acknowledged', 'cleared'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** A finding as boards show it. */
export interface FindingView {
  readonly id: string;
  readonly kind: FindingKind;
  readonly state: FindingState;
  readonly storeId: string;
  readonly storeName: string;
  readonly zone: string;
  readonly storePhone: string | null;
  readonly departmentId: string | null;
  readonly memberId: string | null;
  readonly evidence: Readonly<Record<string, number>>;
  readonly reasons: readonly Reason[];
  readonly openedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedById: string | null;
}

/** Columns of {@link FindingView}, for a select list; the finding goes by the alias `f`, its store by `s`. */
export const FINDING_COLUMNS = `f.id, f.kind, f.state, f.store_id as "storeId", s.name as "storeName", s.zone,
       s.phone as "storePhone", f.department_id as "departmentId", f.member_id as "memberId", f.evidence, f.reasons, f.opened_at as "openedAt", f.acknowledged_at as "acknowledgedAt",
       f.acknowledged_by_id as "acknowledgedById"`;

/** The store of a finding. */
export function storeOf({ storeId: id, storeName: name, zone, storePhone: phone }: FindingView): StoreView {
  return { id, name, zone, phone };
}

/** In which order findings ask for attention; {@link SEVERITY} says it to the database. */
const BY_SEVERITY = [
  'skippingCalls',
  'absent',
  'lowDocumented',
  'leadersUnsigned',
  'responseOverdue',
  'overload',
  'othersUnsigned',
] as const satisfies readonly FindingKind[];

/** A finding's place by its kind, from 1. */
export const SEVERITY = `array_position(array[${BY_SEVERITY.map((kind) => `'${kind}'`).join(', ')}], f.kind)`;

/** Findings that the principal's board shows; a lead that waits, a person's full day or name are the manager's business. */
export const FOR_PRINCIPAL = `f.kind not in ('responseOverdue', 'overload', 'othersUnsigned')`;

export const FINDINGS_BY_ID = statement(
  'findings by id',
  `select ${FINDING_COLUMNS}
     from finding f
     join store s on s.group_id = $1 and s.id = f.store_id
    where f.group_id = $1 and f.id = any($3) and ${boardInSight('f.store_id', '$2')}`,
);
