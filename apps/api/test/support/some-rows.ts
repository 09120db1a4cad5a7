import type { GroupDatabase } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';

/** A group with one store, one department, one member and one customer: what most rows hang on. */
export interface SomeRows {
  readonly groupId: string;
  readonly storeId: string;
  readonly departmentId: string;
  readonly memberId: string;
  readonly customerId: string;
}

const AT = new Date('2026-11-21T16:00:00.123Z');

/** Makes those rows, through the walls. */
export async function makeSomeRows(database: GroupDatabase): Promise<SomeRows> {
  const { groupId } = database;
  const rows = { groupId, storeId: newId(), departmentId: newId(), memberId: newId(), customerId: newId() };
  const { storeId } = rows;
  await database.transaction(async ({ prisma }) => {
    await prisma.group.create({ data: { id: groupId, name: 'Harbor Auto Group', createdAt: AT } });
    await prisma.store.create({
      data: { groupId, id: storeId, name: 'Harbor Ford', zone: 'America/New_York', country: 'US', hours: {} },
    });
    await prisma.department.create({ data: { groupId, id: rows.departmentId, storeId, kind: 'sales', name: 'Sales' } });
    await prisma.member.create({
      data: { groupId, id: rows.memberId, name: 'Ana', role: 'salesperson', createdAt: AT },
    });
    await prisma.customer.create({ data: { groupId, id: rows.customerId, createdAt: AT } });
  });
  return rows;
}

/** A fact of the group. */
export function someFact(rows: SomeRows): {
  groupId: string;
  id: string;
  storeId: string;
  kind: string;
  at: Date;
  recordedAt: Date;
  data: { step: number };
} {
  return {
    groupId: rows.groupId,
    id: newId(),
    storeId: rows.storeId,
    kind: 'note',
    at: AT,
    recordedAt: AT,
    data: { step: 1 },
  };
}
