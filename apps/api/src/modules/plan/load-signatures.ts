import {
  type Id,
  type Instant,
  instant,
  type MissingSignature,
  type Role,
  type Signatory,
  type SignatureState,
  signatureState,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import type { PlanVersionView } from './plan-view.ts';

interface SignatoryRow {
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
  readonly signedAt: Date | null;
}

/** Everybody who works in the store, and the group's owners, with their signature under the version's present text. */
const SIGNATORIES = statement(
  'signatories of a plan version',
  `select m.id as "memberId", m.name, m.role, s.signed_at as "signedAt"
     from member m
     left join plan_signature s on s.group_id = $1 and s.plan_version_id = $2 and s.revision = $3 and s.member_id = m.id
    where m.group_id = $1 and m.active
      and (m.role = 'principal' or exists (select from assignment a
                                            where a.group_id = $1 and a.member_id = m.id and a.store_id = $4))
    order by s.signed_at, m.id`,
);

/** Somebody by name: the owner is told to everybody whom the plan is about, who may work in another store. */
export interface NamedSignatory {
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
}

/** Who has signed a plan version, and who has not. */
export interface PlanSignatures extends Omit<SignatureState, 'missing'> {
  /** The first first. */
  readonly signedBy: readonly (NamedSignatory & { readonly at: Instant })[];
  readonly missing: readonly (MissingSignature & Pick<NamedSignatory, 'name'>)[];
}

type Signable = Pick<PlanVersionView, 'id' | 'storeId' | 'revision' | 'activatedAt'>;

/** How far a version is signed now, by the people whom the store has today. */
export async function loadSignatures(
  runner: SqlRunner,
  groupId: string,
  { id, storeId, revision, activatedAt }: Signable,
  now: Instant,
): Promise<PlanSignatures> {
  const rules = await loadStoreRules(runner, groupId, storeId, now);
  if (rules === undefined) throw new Error(`store ${storeId} has plans but none in force`);
  const rows = await runner.sql<SignatoryRow>(SIGNATORIES, [groupId, id, revision, storeId]);
  const people = rows.map(
    ({ memberId, role, signedAt }): Signatory => ({
      memberId: memberId as Id<'Member'>,
      role,
      ...(signedAt !== null && { signedAt: instant(signedAt.getTime()) }),
    }),
  );
  const since = activatedAt === null ? undefined : instant(activatedAt.getTime());
  const state = signatureState(people, since, { calendar: rules.calendar, now });
  const names = new Map(rows.map(({ memberId, name }) => [memberId, name]));
  return {
    ...state,
    missing: state.missing.map((each) => ({ ...each, name: names.get(each.memberId) ?? '' })),
    signedBy: rows.flatMap(({ memberId, name, role, signedAt }) =>
      signedAt === null ? [] : [{ memberId, name, role, at: instant(signedAt.getTime()) }],
    ),
  };
}
