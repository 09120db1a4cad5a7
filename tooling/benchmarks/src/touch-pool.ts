import {
  type Capacity,
  type Context,
  compilePlan,
  compileStoreCalendar,
  DAY_24H,
  day,
  defaultCapacity,
  defaultPlan,
  id,
  instant,
  MINUTE,
  reason,
  type Touch,
} from '@beback/core';
import { createRandom, type Random } from '@beback/simulator';

/** What is due at one store with its people. */
export interface StoreDay {
  readonly due: readonly Touch[];
  readonly people: readonly Capacity[];
  readonly context: Context;
}

const NOW = instant(Date.UTC(2026, 10, 18, 15));

/** Stores of 22 people each, two of them managers and three of the BDC, with so many touches due, mostly routine calls. */
export function storeDays(stores: number, touches: number): readonly StoreDay[] {
  const random = createRandom('touches');
  const plan = compilePlan(defaultPlan());
  const weekday = [{ opens: '09:00', closes: '20:00' }];
  const calendar = compileStoreCalendar(
    { zone: 'America/Chicago', weekly: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: weekday } },
    { from: day('2026-08-01'), to: day('2027-12-31') },
  );
  if (!plan.ok || !calendar.ok) throw new Error('the plan of the benchmark does not compile');
  const context = { plan: plan.value, calendar: calendar.value, now: NOW };
  const sales = defaultCapacity('sales', plan.value);
  const bdc = defaultCapacity('bdc', plan.value);
  return Array.from({ length: stores }, (_, store) => {
    const people = Array.from({ length: 22 }, (_unused, i): Capacity => {
      const memberId = id<'Member'>(`member-${store}-${i}`);
      if (i < 2) return { memberId, role: 'manager', department: 'sales', present: true, ...sales };
      if (i < 5) return { memberId, role: 'bdcAgent', department: 'bdc', present: true, ...bdc };
      return { memberId, role: 'salesperson', department: 'sales', present: true, ...sales };
    });
    const owners = people.slice(5).map(({ memberId }) => memberId);
    return {
      people,
      context,
      due: Array.from({ length: touches }, (_unused, i) => touchOf(`${store}-${i}`, owners, random)),
    };
  });
}

function touchOf(name: string, owners: readonly Capacity['memberId'][], random: Random): Touch {
  const since = instant(NOW - random.between(0, 40 * 24 * 60) * MINUTE);
  const from = instant(NOW - random.between(0, 600) * MINUTE);
  return {
    id: id<'Touch'>(`touch-${name}`),
    opportunityId: id<'Opportunity'>(`opportunity-${name}`),
    step: id<'Step'>('internet-call-day1'),
    channel: random.chance(0.8) ? 'call' : 'letter',
    purpose: 'marketing',
    who: 'owner',
    ownerId: random.pick(owners),
    urgency: random.chance(0.001) ? 'promise' : 'routine',
    trigger: random.pick(['internet', 'phoneUp', 'walkIn']),
    since,
    window: { from, best: from, deadline: instant(from + random.between(1, 5 * 24 * 60) * MINUTE) },
    reasons: [reason('cadence.dayAfterInternetLead', { days: Math.floor((NOW - since) / DAY_24H), since })],
  };
}
