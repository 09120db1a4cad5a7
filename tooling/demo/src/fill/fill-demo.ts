import {
  type Gateway,
  type GroupTransaction,
  hashSecret,
  type MatchKeys,
  makeUser,
  nextDayPlan,
  noteKey,
  noteMembership,
  orderFindingCheck,
  PLAN_DAY,
  type Seal,
  schedule,
} from '@beback/api';
import {
  type CompiledPlan,
  compilePlan,
  defaultPlan,
  type Fact,
  type FollowUpPlan,
  type Id,
  type Instant,
  id,
} from '@beback/core';
import {
  createRandom,
  type SimulatedEpisode,
  type SimulatedGroup,
  type SimulatedMember,
  type SimulatedStore,
  simulateGroup,
} from '@beback/simulator';
import { DEMO_INTAKE_KEY, DEMO_PEOPLE, DEMO_PUBLISHABLE_KEY } from '../demo-access.ts';
import { decisionRows, rulesOf } from './decision-rows.ts';
import { insertRows } from './insert-rows.ts';
import { type FillKeys, lifeRows } from './life-rows.ts';
import { orderNextLooks } from './order-next-looks.ts';
import { staffRows } from './staff-rows.ts';

export interface DemoWish {
  readonly seed: string;
  readonly stores: number;
  readonly days: number;
  readonly leadsADay: number;
  /** Where the history ends and the demo begins. */
  readonly until: Instant;
  /** Pages that may use the demo's publishable key. */
  readonly origins: readonly string[];
  readonly passwordHash: string;
}

export interface DemoTools {
  readonly gateway: Gateway;
  readonly seal: Seal;
  readonly keys: MatchKeys;
  /** Told how many stores are filled. */
  readonly progress: (done: number, of: number) => void;
}

/**
 * Fills an empty database with a simulated group, through the walls that every request passes. A store is one
 * transaction, and those who sign in come last: a fill that is killed leaves nobody who could see half of it.
 *
 * @returns the group's id.
 */
export async function fillDemo(wish: DemoWish, { gateway, seal, keys, progress }: DemoTools): Promise<Id<'Group'>> {
  const idOf = (label: string) => createRandom(`${wish.seed}/${label}`).uuid();
  const basis = compiledDefault();
  const simulation = simulateGroup({
    ...wish,
    plan: basis,
    phoneKey: (groupId, e164) => id<'Phone'>(keys.phoneKey(groupId, e164)),
  });
  const { group } = simulation;
  const fill: FillKeys = { groupId: group.id, seal, keys, idOf };
  const database = gateway.enterGroup(group.id);
  const planOf = (store: SimulatedStore): FollowUpPlan => ({
    ...defaultPlan(),
    version: id<'PlanVersion'>(idOf(`plan of ${store.id}`)),
    name: `How ${store.name} follows up`,
  });

  await database.transaction(async (tx) => {
    const at = new Date(wish.until);
    await tx.prisma.group.create({ data: { id: group.id, name: group.name, createdAt: at } });
    // Who looks at the demo as a salesperson has a plan to sign.
    const unsigned = DEMO_PEOPLE.filter(({ role }) => role === 'salesperson').map((one) => memberOf(group, one)?.id);
    const staff = staffRows(group, planOf, new Set(unsigned.filter((one) => one !== undefined)), idOf, at);
    for (const [table, rows] of Object.entries(staff)) await insertRows(tx, table, rows);
    await makeKeys(tx, group.stores[0], wish, idOf);
  });
  for (const [index, store] of group.stores.entries()) {
    const episodes = simulation.episodesOf(index);
    await database.transaction((tx) => fillStore(tx, store, episodes, planOf(store), wish.until, fill));
    // One store shows what all are like: without it each foreign key would be looked up by a plan for empty tables.
    if (index === 0) await gateway.measureTables();
    progress(index + 1, group.stores.length);
  }
  await makeUsers(gateway, group, wish);
  return group.id;
}

async function fillStore(
  tx: GroupTransaction,
  store: SimulatedStore,
  episodes: readonly SimulatedEpisode[],
  plan: FollowUpPlan,
  until: Instant,
  fill: FillKeys,
): Promise<void> {
  const completed: Fact = {
    kind: 'feed.completed',
    id: id<'Fact'>(fill.idOf(`feed of ${store.id}`)),
    storeId: store.id,
    at: until,
    recordedAt: until,
    data: { source: 'twilio', until },
  };
  for (const [table, rows] of Object.entries(lifeRows(store, episodes, [completed], fill))) {
    await insertRows(tx, table, rows);
  }
  const at = new Date(until);
  await insertRows(tx, 'feed', [{ store_id: store.id, source: 'twilio', complete_until: at, updated_at: at }]);
  const rules = rulesOf(store, plan, until);
  const decisions = decisionRows(store, episodes, rules, until, fill.idOf);
  for (const [table, rows] of Object.entries(decisions)) await insertRows(tx, table, rows);
  await orderNextLooks(tx, store.id, decisions.touch, rules, until, fill.idOf);
  await schedule(tx, { kind: PLAN_DAY, subject: store.id, storeId: store.id, dueAt: nextDayPlan(rules, until) });
  await orderFindingCheck(tx, store.id, until);
}

/**
 * Makes those who can sign in, after all else, and lets them in together: a database whose people belong to the group is
 * a filled one.
 */
async function makeUsers(gateway: Gateway, group: SimulatedGroup, { passwordHash, until }: DemoWish): Promise<void> {
  const made: { readonly userId: string; readonly memberId: string }[] = [];
  for (const person of DEMO_PEOPLE) {
    const member = memberOf(group, person);
    if (member === undefined) continue;
    const name = `${member.firstName} ${member.lastName}`;
    const userId = await makeUser(gateway, { name, email: member.email, passwordHash }, until);
    made.push({ userId, memberId: member.id });
  }
  await gateway.enterGroup(group.id).transaction(async (tx) => {
    for (const { userId, memberId } of made) {
      await tx.prisma.member.update({ where: { groupId_id: { groupId: group.id, id: memberId } }, data: { userId } });
      await noteMembership(tx, userId, memberId);
    }
  });
}

/** The simulated member that a demo log-in stands for; undefined where the group has too few stores. */
export function memberOf(group: SimulatedGroup, person: (typeof DEMO_PEOPLE)[number]): SimulatedMember | undefined {
  if (person.store === undefined) return group.members.find(({ role }) => role === person.role);
  const store = group.stores[person.store];
  const department = store?.departments.find(({ kind }) => kind === person.department);
  return store?.members.find(({ role, departmentId }) => role === person.role && departmentId === department?.id);
}

async function makeKeys(
  tx: GroupTransaction,
  store: SimulatedStore | undefined,
  wish: DemoWish,
  idOf: (label: string) => string,
): Promise<void> {
  if (store === undefined) return;
  for (const { kind, secret, origins, name } of [
    { kind: 'intake', secret: DEMO_INTAKE_KEY, origins: [], name: 'Demo lead provider' },
    { kind: 'publishable', secret: DEMO_PUBLISHABLE_KEY, origins: wish.origins, name: 'Demo dealer site' },
  ] as const) {
    const keyId = idOf(`${kind} key`);
    const row = {
      id: keyId,
      store_id: store.id,
      kind,
      name,
      hint: secret.slice(0, 14),
      origins,
      created_at: new Date(wish.until),
    };
    await insertRows(tx, 'api_key', [row]);
    await noteKey(tx, { hash: hashSecret(secret), kind, subjectId: keyId });
  }
}

function compiledDefault(): CompiledPlan {
  const compiled = compilePlan(defaultPlan());
  if (!compiled.ok) throw new Error(`the default plan does not compile: ${compiled.refusals[0].code}`);
  return compiled.value;
}
