import {
  type ActionPlan,
  defaultPlan,
  type Fact,
  type FollowUpPlan,
  type Id,
  type Instant,
  id,
  instant,
  MINUTE,
  type Origin,
  opportunityHistory,
  type PlanStep,
  plus,
} from '@beback/core';
import { hashPassword } from 'better-auth/crypto';
import type { GroupDatabase } from '../../src/database/gateway.ts';
import { newId } from '../../src/database/new-id.ts';
import type { JudgedPerson } from '../../src/modules/customer/judge-person.ts';
import { makeCustomer, type PersonMatch } from '../../src/modules/customer/make-customer.ts';
import { advance } from '../../src/modules/opportunity/advance.ts';
import { makeMember } from '../../src/modules/setup/make-member.ts';
import { makeStore } from '../../src/modules/setup/make-store.ts';
import { makeUser } from '../../src/modules/setup/make-user.ts';
import { loadStoreRules } from '../../src/modules/store/store-rules.ts';
import type { Resources } from '../../src/server/resources.ts';
import { PASSWORD, type SeededMember } from './seed-group.ts';

export { defaultPlan, PASSWORD };

/** Leads of one kind that came at one time, all of them Ann's. */
export interface Wave {
  readonly name: string;
  readonly count: number;
  readonly origin: Origin;
  readonly at: Instant;
  /** A first call was made at once, and a message left. */
  readonly answered?: boolean;
  /** The one customer's number; absent: each customer has a number of his own. */
  readonly phone?: string;
  /** Where the customers' phones are from; absent: Chicago. */
  readonly areaCode?: string;
}

export interface FloodedStore {
  readonly storeId: string;
  readonly departmentId: string;
  readonly ann: SeededMember;
  readonly bea: SeededMember;
  readonly max: SeededMember;
}

const LONG_DAY = [{ opens: '08:00', closes: '20:00' }];
const HOURS = {
  zone: 'America/Chicago',
  weekly: { 1: LONG_DAY, 2: LONG_DAY, 3: LONG_DAY, 4: LONG_DAY, 5: LONG_DAY, 6: LONG_DAY },
};

const onDay = (stepId: string, after: number, changes: Partial<PlanStep> = {}): PlanStep => ({
  id: id<'Step'>(stepId),
  channel: 'call',
  purpose: 'replyToInquiry',
  who: 'owner',
  due: { unit: 'days', after, within: 0, at: 'opening' },
  stopOn: [],
  ...changes,
});

/**
 * Visits are followed by one promised confirmation, calls by two calls and an e-mail of the server, Internet leads by a
 * call at once and another after twelve days.
 */
const ACTION_PLANS: readonly ActionPlan[] = [
  { trigger: 'walkIn', steps: [onDay('visit-confirm', 1, { purpose: 'appointment' })] },
  {
    trigger: 'phoneUp',
    steps: [
      onDay('phone-call-day1', 1),
      onDay('phone-call-day6', 6),
      onDay('phone-email-day9', 9, { channel: 'email', who: 'automation' }),
    ],
  },
  {
    trigger: 'internet',
    steps: [
      onDay('internet-call-first', 0, { due: { unit: 'openMinutes', after: 0, within: 5 } }),
      onDay('internet-call-day12', 12),
    ],
  },
];

/** Each gets 25 things done in a day; an agent of the BDC 30. */
function planOf(): FollowUpPlan {
  const of = (tasks: number) => ({ tasks, calls: tasks });
  return { ...defaultPlan(), actionPlans: ACTION_PLANS, capacity: { sales: of(25), internet: of(25), bdc: of(30) } };
}

/** Makes a store with Ann on the floor, Bea in the BDC and Max, who manages it, and lets Ann's leads come in. */
export async function floodedStore(
  resources: Resources,
  group: GroupDatabase,
  name: string,
  waves: readonly Wave[],
  { plan = planOf() }: { readonly plan?: FollowUpPlan } = {},
): Promise<FloodedStore> {
  const start = instant(Math.min(...waves.map(({ at }) => at)));
  const passwordHash = await hashPassword(PASSWORD);
  const made = await group.transaction((tx) => {
    const departments = [
      { kind: 'sales', name: 'Sales' },
      { kind: 'bdc', name: 'BDC' },
    ] as const;
    const wish = { name, zone: HOURS.zone, country: 'US', phone: '+13125550100', hours: HOURS, departments };
    return makeStore(tx, { ...wish, plan }, start);
  });
  const { storeId } = made;
  const member = async (memberName: string, role: 'salesperson' | 'bdcAgent' | 'manager', kind: 'sales' | 'bdc') => {
    const email = `${memberName}@${name}.example`.toLowerCase();
    const userId = await makeUser(resources.gateway, { name: memberName, email, passwordHash }, start);
    const assignments = [{ storeId, departmentId: made.departments.get(kind) ?? '' }];
    const wish = { name: memberName, role, userId, assignments };
    return { email, memberId: await group.transaction((tx) => makeMember(tx, wish, start)) };
  };
  const ann = await member('Ann', 'salesperson', 'sales');
  const bea = await member('Bea', 'bdcAgent', 'bdc');
  const max = await member('Max', 'manager', 'sales');
  const store = { storeId, departmentId: made.departments.get('sales') ?? '', ann, bea, max };
  await arrive(resources, group, store, waves);
  return store;
}

/** Every customer of a test has a number of his own. */
let phones = 0;

/** More leads of Ann's. */
export async function arrive(
  { seal, matchKeys }: Resources,
  group: GroupDatabase,
  { storeId, departmentId, ann }: FloodedStore,
  waves: readonly Wave[],
): Promise<void> {
  for (const [wave, nr] of waves.flatMap((each) => Array.from({ length: each.count }, (_, i) => [each, i] as const))) {
    const { areaCode = '312' } = wave;
    const phone = wave.phone ?? `+1${areaCode}555${String(2000 + phones++).padStart(4, '0')}`;
    await group.transaction(async (tx) => {
      const rules = await loadStoreRules(tx, tx.groupId, storeId, wave.at);
      if (rules === undefined) throw new Error('floodedStore: the store has no plan');
      const key = matchKeys.phoneKey(tx.groupId, phone) as Id<'Phone'>;
      const person: JudgedPerson = {
        name: { first: wave.name, last: `Nr${nr}` },
        place: {},
        phones: [{ value: phone, key, doubtful: false, areaCode }],
        emails: [],
      };
      const nobody = { match: { kind: 'new', household: [] } as unknown as PersonMatch['match'], known: [] };
      const customerId = await makeCustomer(tx, seal, matchKeys, person, nobody, wave.at);
      const opportunity = { id: newId(), storeId, departmentId, customerId, vehicle: null };
      const place = { storeId, departmentId, customerId, opportunityId: opportunity.id, memberId: ann.memberId };
      const before = { ...opportunity, history: opportunityHistory.empty };
      const after = await advance(tx, seal, rules, before, leadOf(wave, place), wave.at);
      const called = plus(wave.at, MINUTE);
      if (wave.answered) await advance(tx, seal, rules, after, [callOf(place, key, called)], called);
    });
  }
}

interface Place {
  readonly storeId: string;
  readonly departmentId: string;
  readonly customerId: string;
  readonly opportunityId: string;
  readonly memberId: string;
}

function leadOf({ origin, at }: Wave, place: Place): readonly Fact[] {
  const lead = { leadId: newId(), origin, source: 'desk', repeat: false, callable: true, mailable: true };
  return [
    fact('opportunity.opened', at, place, { departmentId: place.departmentId, origin }),
    fact('lead.received', at, place, lead),
    fact('opportunity.assigned', at, place, { memberId: place.memberId }),
  ];
}

function callOf(place: Place, phone: Id<'Phone'>, at: Instant): Fact {
  const { memberId } = place;
  return fact('activity.logged', at, place, { memberId, channel: 'call', disposition: 'leftMessage', phones: [phone] });
}

function fact(kind: Fact['kind'], at: Instant, { storeId, customerId, opportunityId }: Place, data: object): Fact {
  const whole = { kind, id: newId(), storeId, at, recordedAt: at, data: { customerId, opportunityId, ...data } };
  return whole as unknown as Fact;
}
