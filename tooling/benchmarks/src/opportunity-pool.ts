import {
  type CompiledPlan,
  compilePlan,
  compileStoreCalendar,
  day,
  defaultPlan,
  foldAll,
  HOUR,
  type Instant,
  id,
  instant,
  MINUTE,
  type OpportunityHistory,
  opportunityHistory,
  type StoreCalendar,
  traceTouches,
} from '@beback/core';
import { createRandom, type Random } from '@beback/simulator';

export const NOW = instant(Date.UTC(2026, 10, 18, 16));
/** 22 people in each of 80 stores. */
const STORES = 80;
const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];

/** Open opportunities of one store with the plan that they are under. */
export interface StorePool {
  readonly plan: CompiledPlan;
  readonly calendar: StoreCalendar;
  readonly histories: readonly OpportunityHistory[];
}

/**
 * Open opportunities of 1,760 people: internet leads of the last sixteen days under fourteen steps. Most steps of the past
 * were done, some missed; one in six customers answered, so that nothing more is asked but the first call.
 *
 * @param count - of all stores together
 */
export function opportunityPool(count: number): readonly StorePool[] {
  const random = createRandom('opportunities');
  const plan = fourteenSteps();
  return Array.from({ length: STORES }, (_, store) => {
    const calendar = calendarOf(store);
    const mine = Math.floor(count / STORES) + (store < count % STORES ? 1 : 0);
    return {
      plan,
      calendar,
      histories: Array.from({ length: mine }, (_, i) => historyOf(`${store}-${i}`, plan, calendar, random)),
    };
  });
}

/** The steps for people of the default plan, and four messages of the server. */
function fourteenSteps(): CompiledPlan {
  const document = defaultPlan();
  const internet = document.actionPlans.find(({ trigger }) => trigger === 'internet')?.steps ?? [];
  const people = internet.filter(({ who }) => who !== 'automation');
  const messages = internet.filter(({ who }) => who === 'automation').slice(0, 14 - people.length);
  const steps = internet.filter((step) => people.includes(step) || messages.includes(step));
  const compiled = compilePlan({ ...document, actionPlans: [{ trigger: 'internet', steps }] });
  if (!compiled.ok || compiled.value.steps.size !== 14)
    throw new Error('the plan of the benchmark has not fourteen steps');
  return compiled.value;
}

/** Monday to Saturday, now and then Sunday, in four zones; Thanksgiving is closed. */
function calendarOf(store: number): StoreCalendar {
  const long = [{ opens: '09:00', closes: store % 3 === 0 ? '21:00' : '20:00' }];
  const weekly = { 1: long, 2: long, 3: long, 4: long, 5: long, 6: [{ opens: '09:00', closes: '18:00' }] };
  const compiled = compileStoreCalendar(
    {
      zone: ZONES[store % ZONES.length] ?? 'America/Chicago',
      weekly: store % 5 === 0 ? { ...weekly, 7: [{ opens: '11:00', closes: '17:00' }] } : weekly,
      exceptions: [{ day: day('2026-11-26'), open: [] }],
    },
    { from: day('2026-08-01'), to: day('2027-12-31') },
  );
  if (!compiled.ok) throw new Error('the hours of the benchmark do not compile');
  return compiled.value;
}

function historyOf(name: string, plan: CompiledPlan, calendar: StoreCalendar, random: Random): OpportunityHistory {
  const since = instant(NOW - random.between(0, 16 * 24 * 60) * MINUTE);
  const data = { opportunityId: id<'Opportunity'>(name), customerId: id<'Customer'>(`customer-${name}`) };
  const memberId = id<'Member'>(`member-${name}`);
  const about = (fact: string, at: Instant) => ({ id: id<'Fact'>(`${name}-${fact}`), at, recordedAt: at });
  const begun = foldAll(opportunityHistory, [
    {
      kind: 'lead.received',
      ...about('lead', since),
      data: {
        ...data,
        leadId: id<'Lead'>(name),
        origin: 'internet',
        source: 'site',
        repeat: false,
        callable: random.chance(0.95),
        mailable: true,
      },
    },
    {
      kind: 'opportunity.opened',
      ...about('opening', since),
      data: { ...data, departmentId: id<'Department'>('sales'), origin: 'internet' },
    },
    { kind: 'opportunity.assigned', ...about('owner', since), data: { ...data, memberId } },
  ]);
  const attempts = traceTouches(begun, { plan, calendar, now: NOW }).flatMap((trace) => {
    const step = plan.steps.get(trace.step);
    if (step === undefined || trace.window.from > NOW || step.who === 'automation' || !random.chance(0.7)) return [];
    const at = instant(Math.min(NOW, trace.window.from + random.between(0, 90) * MINUTE));
    const answer = { touchId: trace.id, channel: step.channel, disposition: 'leftMessage' as const };
    return [
      { kind: 'activity.logged' as const, ...about(step.id, at), data: { ...data, memberId, ...answer, phones: [] } },
    ];
  });
  const replied = since + random.between(1, 14 * 24) * HOUR;
  const reply =
    random.chance(1 / 6) && replied < NOW
      ? [
          {
            kind: 'customer.replied' as const,
            ...about('reply', instant(replied)),
            data: { ...data, channel: 'email' as const },
          },
        ]
      : [];
  return foldAll(opportunityHistory, [...attempts, ...reply], begun);
}
