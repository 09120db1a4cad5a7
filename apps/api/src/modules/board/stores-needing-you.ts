import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { FINDING_COLUMNS, type FindingView, FOR_PRINCIPAL, SEVERITY, storeOf } from '../finding/finding-view.ts';
import type { MemberView } from '../member/schema.ts';
import type { StoreView } from '../store/schema.ts';
import { roleOpens } from './board-sight.ts';

/** A store that asks for a call, and whom to call. */
export interface StoreNeed {
  readonly store: StoreView;
  readonly findings: readonly FindingView[];
  readonly manager: MemberView | null;
}

// A manager of the very department first, then of the store, then whoever leads it.
const NEEDS = statement(
  'stores needing a call',
  `select ${FINDING_COLUMNS}, m.id as "managerId", m.name as "managerName", m.role as "managerRole",
          m.phone as "managerPhone"
     from finding f
     join store s on s.group_id = $1 and s.id = f.store_id
     left join lateral (
       select m.id, m.name, m.role, m.phone
         from assignment a
         join member m on m.group_id = $1 and m.id = a.member_id and m.active
        where a.group_id = $1 and a.store_id = f.store_id and m.role in ('manager', 'generalManager')
        order by a.department_id is not distinct from f.department_id desc, m.role = 'manager' desc, m.name, m.id
        limit 1) m on true
    where f.group_id = $1 and f.state <> 'cleared' and ${FOR_PRINCIPAL} and ${roleOpens('groupBoard', '$2')}
    order by f.state = 'open' desc, ${SEVERITY}, (f.evidence ->> 'callStepsMissed')::int desc nulls last,
             (f.evidence ->> 'share')::float8 nulls last, s.name, f.id`,
);

type Row = FindingView & {
  readonly managerId: string | null;
  readonly managerName: string;
  readonly managerRole: MemberView['role'];
  readonly managerPhone: string | null;
};

/**
 * The stores that need the principal, the most pressing first: departments that send their e-mails and skip their calls,
 * then those that do nothing, then claims that nothing shows. What somebody has taken on comes after what nobody has.
 */
export async function storesNeedingYou(
  runner: SqlRunner,
  groupId: string,
  viewerId: string,
): Promise<readonly StoreNeed[]> {
  const needs = new Map<string, StoreNeed & { readonly findings: FindingView[] }>();
  for (const row of await runner.sql<Row>(NEEDS, [groupId, viewerId])) {
    const known = needs.get(row.storeId);
    if (known === undefined) needs.set(row.storeId, { store: storeOf(row), manager: managerOf(row), findings: [row] });
    else known.findings.push(row);
  }
  return [...needs.values()];
}

function managerOf({ managerId, managerName, managerRole, managerPhone }: Row): MemberView | null {
  return managerId === null ? null : { id: managerId, name: managerName, role: managerRole, phone: managerPhone };
}
