import {
  type DepartmentKind,
  defaultPlan,
  type FollowUpPlan,
  type Id,
  type Instant,
  type StoreHours,
} from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';

export interface StoreWish {
  readonly name: string;
  /** IANA. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone?: string;
  readonly email?: string;
  readonly hours: StoreHours;
  readonly departments: readonly { readonly kind: DepartmentKind; readonly name: string }[];
  /** Core's default plan unless given; its version becomes the stored one's id. */
  readonly plan?: FollowUpPlan;
}

export interface MadeStore {
  readonly storeId: string;
  /** Department ids by kind. */
  readonly departments: ReadonlyMap<DepartmentKind, string>;
}

/** Makes a store with its departments and an active follow-up plan. Hours and plan were checked by the caller. */
export async function makeStore(tx: GroupTransaction, wish: StoreWish, now: Instant): Promise<MadeStore> {
  const { groupId, prisma } = tx;
  const storeId = newId();
  const { departments, plan = defaultPlan(), hours, ...store } = wish;
  await prisma.store.create({ data: { groupId, id: storeId, ...store, hours: plainJson(hours) } });
  const made = new Map(departments.map(({ kind }) => [kind, newId()]));
  await prisma.department.createMany({
    data: departments.map(({ kind, name }) => ({ groupId, id: made.get(kind) ?? newId(), storeId, kind, name })),
  });
  const version = newId();
  await prisma.planVersion.create({
    data: {
      groupId,
      id: version,
      storeId,
      version: 1,
      document: plainJson({ ...plan, version: version as Id<'PlanVersion'> }),
      state: 'active',
      activatedAt: new Date(now),
      createdAt: new Date(now),
    },
  });
  return { storeId, departments: made };
}

/** Readonly data as Prisma's JSON input takes it. */
function plainJson(value: unknown): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
