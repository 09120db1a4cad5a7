import {
  type GivenSignature,
  type Id,
  type Instant,
  instant,
  type MissingSignature,
  type Role,
  type Signatory,
  type SignatureState,
  type StoreCalendar,
  signatureState,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import type { PlanVersionView } from './plan-view.ts';

interface SignatoryRow {
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
  readonly since: Date;
  readonly signedAt: Date | null;
  readonly activatedAt: Date | null;
}

/** Everybody who works in the store, and the group's owners, with their signature under the version's present text. */
const SIGNATORIES = statement(
  'signatories of a plan version',
  `select m.id as "memberId", m.name, m.role, m.created_at as since, s.signed_at as "signedAt",
          v.activated_at as "activatedAt"
     from plan_version v
     join member m on m.group_id = $1 and m.active
     left join plan_signature s
       on s.group_id = $1 and s.plan_version_id = v.id and s.revision = v.revision and s.member_id = m.id
    where v.group_id = $1 and v.id = $2
      and (m.role = 'principal' or exists (select from assignment a
                                            where a.group_id = $1 and a.member_id = m.id and a.store_id = v.store_id))`,
);

/** Who has signed a plan version, and who has not: the owner, who may work in another store, by name to everybody. */
export interface PlanSignatures extends Omit<SignatureState, 'signedBy' | 'missing'> {
  readonly signedBy: readonly Named<GivenSignature>[];
  readonly missing: readonly Named<MissingSignature>[];
}

type Named<Signature> = Signature & { readonly name: string };

/** How far a version is signed now, by the people whom the store has today. */
export async function loadSignatures(
  runner: SqlRunner,
  groupId: string,
  { id, storeId, state }: Pick<PlanVersionView, 'id' | 'storeId' | 'state'>,
  now: Instant,
): Promise<PlanSignatures> {
  const rules = await loadStoreRules(runner, groupId, storeId, now);
  if (rules === undefined) throw new Error(`store ${storeId} has plans but none in force`);
  const signatures = await signaturesUnder(runner, groupId, id, rules.calendar, now);
  // A version that is of no use any more waits for nobody.
  return state === 'retired' ? { ...signatures, missing: [] } : signatures;
}

/** Who has not signed the version in force of a store whose rules are known. */
export async function missingSignatures(
  runner: SqlRunner,
  groupId: string,
  { plan, calendar }: Pick<StoreRules, 'plan' | 'calendar'>,
  now: Instant,
): Promise<readonly MissingSignature[]> {
  return (await signaturesUnder(runner, groupId, plan.version, calendar, now)).missing;
}

async function signaturesUnder(
  runner: SqlRunner,
  groupId: string,
  planVersionId: string,
  calendar: StoreCalendar,
  now: Instant,
): Promise<PlanSignatures> {
  const rows = await runner.sql<SignatoryRow>(SIGNATORIES, [groupId, planVersionId]);
  const people = rows.map(
    ({ memberId, role, since, signedAt }): Signatory => ({
      memberId: memberId as Id<'Member'>,
      role,
      since: instant(since.getTime()),
      ...(signedAt !== null && { signedAt: instant(signedAt.getTime()) }),
    }),
  );
  const activatedAt = rows[0]?.activatedAt ?? undefined;
  const since = activatedAt === undefined ? undefined : instant(activatedAt.getTime());
  const state = signatureState(people, since, { calendar, now });
  const names = new Map(rows.map(({ memberId, name }) => [memberId, name]));
  const named = <Signature extends GivenSignature | MissingSignature>(signature: Signature): Named<Signature> => ({
    ...signature,
    name: names.get(signature.memberId) ?? '',
  });
  return { ...state, signedBy: state.signedBy.map(named), missing: state.missing.map(named) };
}
