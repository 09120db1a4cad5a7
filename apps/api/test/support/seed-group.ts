import type { DepartmentKind, Instant, Role, StoreHours } from '@beback/core';
import type { Gateway } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import { makeKey } from '../../src/modules/access/make-key.ts';
import { makeMember } from '../../src/modules/setup/make-member.ts';
import { makeStore } from '../../src/modules/setup/make-store.ts';
import { makeUser } from '../../src/modules/setup/make-user.ts';

export const PASSWORD = 'correct horse battery';
/** The page that the publishable keys are for. */
export const DEALER_ORIGIN = 'https://www.dealer.example';

export interface SeededStore {
  readonly storeId: string;
  readonly departments: ReadonlyMap<DepartmentKind, string>;
  readonly intakeKey: string;
  readonly publishableKey: string;
}

export interface SeededMember {
  readonly memberId: string;
  readonly email: string;
}

/** A group of two stores in one zone, with somebody of each role. */
export interface SeededGroup {
  readonly groupId: string;
  readonly ford: SeededStore;
  readonly toyota: SeededStore;
  readonly principal: SeededMember;
  readonly administrator: SeededMember;
  /** Of the Ford store. */
  readonly manager: SeededMember;
  /** The Ford store's Internet department. */
  readonly ana: SeededMember;
  /** The Toyota store's Internet department. */
  readonly carla: SeededMember;
}

const ZONE = 'America/Chicago';
const LONG_DAY = [{ opens: '08:00', closes: '20:00' }];
const HOURS: StoreHours = {
  zone: ZONE,
  weekly: { 1: LONG_DAY, 2: LONG_DAY, 3: LONG_DAY, 4: LONG_DAY, 5: LONG_DAY, 6: LONG_DAY },
};

/**
 * Makes the group by the services that set-up and the demo use. `name` keeps the sign-in addresses of two groups
 * apart.
 */
export async function seedGroup(
  gateway: Gateway,
  name: string,
  passwordHash: string,
  now: Instant,
): Promise<SeededGroup> {
  const group = gateway.enterGroup(newId());
  const { groupId } = group;
  await group.transaction(({ prisma }) =>
    prisma.group.create({ data: { id: groupId, name, createdAt: new Date(now) } }),
  );
  const store = (storeName: string): Promise<SeededStore> =>
    group.transaction(async (tx) => {
      const departments = [
        { kind: 'internet', name: 'Internet' },
        { kind: 'sales', name: 'Sales' },
      ] as const;
      const address = { phone: '+13125550188', email: `sales@${storeName}.example` };
      const made = await makeStore(
        tx,
        { name: storeName, zone: ZONE, country: 'US', ...address, hours: HOURS, departments },
        now,
      );
      const key = { storeId: made.storeId, name: 'Test' };
      const intake = await makeKey(tx, { ...key, kind: 'intake', origins: [] }, now);
      const publishable = await makeKey(tx, { ...key, kind: 'publishable', origins: [DEALER_ORIGIN] }, now);
      return { ...made, intakeKey: intake.secret, publishableKey: publishable.secret };
    });
  const member = async (memberName: string, role: Role, at?: SeededStore, kind?: DepartmentKind) => {
    const email = `${memberName}@${name}.example`.toLowerCase();
    const userId = await makeUser(gateway, { name: memberName, email, passwordHash }, now);
    const departmentId = kind === undefined ? undefined : at?.departments.get(kind);
    const assignments =
      at === undefined ? [] : [{ storeId: at.storeId, ...(departmentId !== undefined && { departmentId }) }];
    const memberId = await group.transaction((tx) =>
      makeMember(tx, { name: memberName, role, userId, assignments }, now),
    );
    return { memberId, email };
  };
  const [ford, toyota] = [await store('Ford'), await store('Toyota')];
  return {
    groupId,
    ford,
    toyota,
    principal: await member('Paula', 'principal'),
    administrator: await member('Adam', 'administrator'),
    manager: await member('Max', 'manager', ford),
    ana: await member('Ana', 'salesperson', ford, 'internet'),
    carla: await member('Carla', 'salesperson', toyota, 'internet'),
  };
}
