import {
  AREA_CODES,
  type Attempt,
  type AttemptMade,
  type ConsentAct,
  type ContactHistory,
  type Context,
  compilePlan,
  compileStoreCalendar,
  day,
  defaultPlan,
  HOUR,
  type Instant,
  id,
  instant,
  type LocationEvidence,
  type Purpose,
} from '@beback/core';
import { createRandom, type Random } from '@beback/simulator';

/** One question to the law: who, what, when. */
export interface ContactCase {
  readonly history: ContactHistory;
  readonly attempt: Attempt;
  readonly context: Context;
}

const SINCE = Date.UTC(2026, 0, 5);
const DAYS = 700;
/** Strict states, states of two zones, Canada. */
const STRICT = ['850', '407', '405', '410', '205', '504', '214', '401', '270', '250', '709'];
const POSTAL_CODES = ['33101', '90012', '79801', '86501', 'V5K 0A1', 'A1A 1A1', '60601', '10001'];
const PURPOSES: readonly (readonly [Purpose, number])[] = [
  ['marketing', 5],
  ['replyToInquiry', 4],
  ['appointment', 2],
  ['survey', 1],
];

/** Calls and texts for all purposes to people of every place, at any hour of two years, with and without a ground. */
export function contactCases(count: number): readonly ContactCase[] {
  const random = createRandom('contact');
  const contexts = contextsOf();
  return Array.from({ length: count }, () => {
    const now = instant(SINCE + random.between(0, DAYS * 24 * 60) * 60_000);
    const attempt: Attempt = {
      channel: random.weighted([
        ['call', 3],
        ['text', 2],
      ]),
      purpose: random.weighted(PURPOSES),
      automated: false,
      location: locationOf(random),
    };
    return { attempt, history: historyOf(random, now), context: { ...random.pick(contexts), now } };
  });
}

function locationOf(random: Random): LocationEvidence {
  const areaCode = random.pick(random.chance(0.3) ? STRICT : AREA_CODES);
  if (random.chance(0.04)) return { areaCodes: ['800'] };
  if (random.chance(0.04)) return { areaCodes: [areaCode], statedZone: 'America/Denver' };
  if (random.chance(0.4)) return { areaCodes: [areaCode], postalCode: random.pick(POSTAL_CODES) };
  return { areaCodes: [areaCode] };
}

function historyOf(random: Random, now: Instant): ContactHistory {
  const mark = (name: string, ageHours: number) => ({
    fact: id<'Fact'>(name),
    at: instant(now - Math.round(ageHours * HOUR)),
  });
  const byAge = (most: number, range: number) =>
    Array.from({ length: random.between(0, most) }, () => random.next() * range).sort((a, b) => b - a);
  // Who is followed up has asked: most of late, some so long ago that the ground is gone.
  const asked = random.chance(0.95) ? byAge(1, 120 * 24).concat(random.next() * 75 * 24) : [];
  const inquiries = asked.sort((a, b) => b - a).map((age, i) => ({ ...mark(`inquiry-${i}`, age), repeat: i > 0 }));
  const attempts = byAge(4, 60).map(
    (age, i): AttemptMade => ({
      ...mark(`attempt-${i}`, age),
      channel: random.weighted([
        ['call', 3],
        ['text', 1],
      ]),
      by: random.chance(0.7) ? 'claim' : 'record',
    }),
  );
  const acts = byAge(random.chance(0.6) ? 1 : 0, 24 * 90).map(
    (age, i): ConsentAct => ({
      ...mark(`act-${i}`, age),
      act: random.chance(0.9) ? 'given' : 'revoked',
      channel: 'all',
      purpose: 'all',
      written: random.chance(0.7),
      scopeChosen: false,
    }),
  );
  const purchases = random.chance(0.2)
    ? [{ ...mark('purchase', random.next() * 500 * 24), opportunityId: id<'Opportunity'>('o') }]
    : [];
  return { acts, attempts, inquiries, purchases, unwound: [], corrected: [] };
}

/** Two stores, each with a plan of its own. */
function contextsOf(): readonly Omit<Context, 'now'>[] {
  const { contactPolicy } = defaultPlan();
  const plans = [
    defaultPlan(),
    {
      ...defaultPlan(),
      contactPolicy: { ...contactPolicy, calls: { from: '10:00', until: '18:30' }, quietWeekdays: [7] },
    },
  ];
  return plans.map((document, i) => {
    const plan = compilePlan(document);
    const weekday = [{ opens: '09:00', closes: '20:00' }];
    const calendar = compileStoreCalendar(
      {
        zone: i === 0 ? 'America/New_York' : 'America/Denver',
        weekly: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: weekday },
      },
      { from: day('2025-12-01'), to: day('2028-12-31') },
    );
    if (!plan.ok || !calendar.ok) throw new Error('the plans of the benchmark do not compile');
    return { plan: plan.value, calendar: calendar.value };
  });
}
