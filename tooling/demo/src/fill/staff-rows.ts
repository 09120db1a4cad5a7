import { type FollowUpPlan, SIGNING_ROLES } from '@beback/core';
import type { SimulatedGroup, SimulatedMember, SimulatedStore } from '@beback/simulator';
import type { Row } from './insert-rows.ts';

/** The rows of a group's stores and people, by table, in an order that foreign keys allow. */
export interface StaffRows {
  readonly store: readonly Row[];
  readonly department: readonly Row[];
  readonly member: readonly Row[];
  readonly assignment: readonly Row[];
  readonly plan_version: readonly Row[];
  readonly plan_signature: readonly Row[];
}

/**
 * Builds them; nobody can sign in yet. `idOf` derives an id from a text. Everybody has signed the plan of his or her
 * store but those of `unsigned`.
 */
export function staffRows(
  group: SimulatedGroup,
  planOf: (store: SimulatedStore) => FollowUpPlan,
  unsigned: ReadonlySet<string>,
  idOf: (label: string) => string,
  at: Date,
): StaffRows {
  const members = [...group.members, ...group.stores.flatMap((store) => store.members)];
  return {
    store: group.stores.map(storeRow),
    department: group.stores.flatMap((store) =>
      store.departments.map(({ id, kind, name }) => ({ id, store_id: store.id, kind, name })),
    ),
    member: members.map((member) => ({
      id: member.id,
      user_id: null,
      name: `${member.firstName} ${member.lastName}`,
      role: member.role,
      phone: phoneOf(member, group),
      email: member.email,
      active: true,
      created_at: at,
    })),
    assignment: members.flatMap((member) =>
      member.storeId === undefined
        ? []
        : [
            {
              id: idOf(`assignment ${member.id}`),
              member_id: member.id,
              store_id: member.storeId,
              department_id: member.departmentId ?? null,
            },
          ],
    ),
    plan_version: group.stores.map((store) => {
      const document = planOf(store);
      return {
        id: document.version,
        store_id: store.id,
        version: 1,
        document: document,
        state: 'active',
        activated_at: at,
        created_at: at,
      };
    }),
    plan_signature: group.stores.flatMap((store) =>
      [...group.members, ...store.members]
        .filter(({ id, role }) => SIGNING_ROLES.includes(role) && !unsigned.has(id))
        .map(({ id }) => ({
          id: idOf(`signature of ${id} for ${store.id}`),
          plan_version_id: planOf(store).version,
          revision: 1,
          member_id: id,
          signed_at: at,
        })),
    ),
  };
}

function storeRow(store: SimulatedStore): Row {
  const { place } = store;
  const slug = store.name.toLowerCase().replaceAll(' ', '-');
  return {
    id: store.id,
    name: store.name,
    zone: place.zone,
    country: 'US',
    phone: store.phone,
    email: `sales@${slug}.example`,
    postal_address: `1 Showroom Road, ${place.town}, ${place.state} ${place.zip}`,
    website: `https://${slug}.example`,
    hours: store.hours,
  };
}

/** Managers can be dialled from the board: each has a line of the store's exchange. */
function phoneOf(member: SimulatedMember, group: SimulatedGroup): string | null {
  const store = group.stores.find(({ id }) => id === member.storeId);
  if (store === undefined) return null;
  const line = 500 + (store.members.indexOf(member) % 100) + group.stores.indexOf(store) * 3;
  return `${store.phone.slice(0, -4)}${String(line).padStart(4, '0')}`;
}
