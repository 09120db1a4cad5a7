import type { Role } from '@beback/core';

/** Who is signed in, in the group that was entered. */
export interface Viewer {
  readonly userId: string;
  readonly memberId: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly name: string;
  readonly phone: string | null;
  readonly role: Role;
  /** The stores that the member works in. */
  readonly storeIds: readonly string[];
}

export const CAPABILITIES = [
  'ownDay',
  'storeBoard',
  'groupBoard',
  'acknowledgeFindings',
  'managePlan',
  'manageDay',
  'uploadCallRecords',
  'administer',
  'setClock',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/**
 * What a role opens. `sight`: `group` sees every store, `stores` those it is assigned to. Setting the clock hangs on
 * the server's settings too. Call records come from those who answer for a store's phones: salespeople do not supply
 * what they are held against. Who looks for others (an auditor) takes no finding on.
 */
export const ROLE_RIGHTS = {
  principal: {
    sight: 'group',
    capabilities: ['storeBoard', 'groupBoard', 'acknowledgeFindings', 'managePlan', 'manageDay'],
  },
  administrator: {
    sight: 'group',
    capabilities: [
      'storeBoard',
      'groupBoard',
      'acknowledgeFindings',
      'managePlan',
      'manageDay',
      'uploadCallRecords',
      'administer',
      'setClock',
    ],
  },
  auditor: { sight: 'group', capabilities: ['storeBoard', 'groupBoard'] },
  generalManager: {
    sight: 'stores',
    capabilities: ['ownDay', 'storeBoard', 'acknowledgeFindings', 'managePlan', 'manageDay', 'uploadCallRecords'],
  },
  manager: {
    sight: 'stores',
    capabilities: ['ownDay', 'storeBoard', 'acknowledgeFindings', 'managePlan', 'manageDay', 'uploadCallRecords'],
  },
  salesperson: { sight: 'stores', capabilities: ['ownDay'] },
  bdcAgent: { sight: 'stores', capabilities: ['ownDay'] },
} as const satisfies Record<Role, { readonly sight: 'group' | 'stores'; readonly capabilities: readonly Capability[] }>;

/** Roles that see the whole group: the SQL of a root field asks for them too. */
export const GROUP_SIGHT_ROLES: readonly Role[] = (Object.keys(ROLE_RIGHTS) as Role[]).filter(
  (role) => ROLE_RIGHTS[role].sight === 'group',
);

export function seesGroup(viewer: Viewer): boolean {
  return ROLE_RIGHTS[viewer.role].sight === 'group';
}

export function seesStore(viewer: Viewer, storeId: string): boolean {
  return seesGroup(viewer) || viewer.storeIds.includes(storeId);
}

export function roleHas(role: Role, capability: Capability): boolean {
  const granted: readonly Capability[] = ROLE_RIGHTS[role].capabilities;
  return granted.includes(capability);
}

export function hasCapability(viewer: Viewer, capability: Capability): boolean {
  return roleHas(viewer.role, capability);
}
