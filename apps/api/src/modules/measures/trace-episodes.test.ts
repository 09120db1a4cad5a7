import {
  type Context,
  compilePlan,
  compileStoreCalendar,
  DAY_24H,
  day,
  defaultPlan,
  dueTouches,
  type Fact,
  foldAll,
  HOUR,
  type Instant,
  instant,
  MINUTE,
  type OpportunityHistory,
  opportunityHistory,
  plus,
  recoveryTouches,
} from '@beback/core';
import { expect, it } from 'vitest';
import { traceEpisodes } from './trace-episodes.ts';

/** A Tuesday, 10:00 in Chicago. */
const TEN = instant(Date.parse('2026-11-24T10:00:00-06:00'));
const LONG_DAY = [{ opens: '08:00', closes: '20:00' }];
const calendar = made(
  compileStoreCalendar(
    {
      zone: 'America/Chicago',
      weekly: { 1: LONG_DAY, 2: LONG_DAY, 3: LONG_DAY, 4: LONG_DAY, 5: LONG_DAY, 6: LONG_DAY },
    },
    { from: day('2026-01-01'), to: day('2027-12-31') },
  ),
);
const plan = made(compilePlan(defaultPlan()));
const plans = [{ from: TEN, plan }] as const;
const at = (now: Instant) => ({ plan, calendar, now });
const episodesOf = (history: OpportunityHistory, { now }: Context) => traceEpisodes(history, { plans, calendar }, now);

it('knows every step that was asked for, as due while nothing happens', () => {
  const history = historyOf(lead(TEN));
  const due = dueTouches(history, at(TEN));
  const traced = episodesOf(history, at(TEN)).filter(({ state }) => state === 'due');
  expect(new Set(traced.map(({ touch }) => touch))).toEqual(new Set(due));
});

it('counts what was late before a sale as missed for good, and asks no more for what was to come', () => {
  const sold = plus(TEN, 2 * HOUR);
  const facts = [...lead(TEN), fact('opportunity.delivered', sold, {})];
  const later = episodesOf(historyOf(facts), at(plus(sold, 30 * DAY_24H)));
  const leads = later.filter(({ touch }) => touch.trigger === 'internet' && touch.who !== 'automation');
  const late = leads.filter(({ touch }) => touch.window.deadline <= sold);
  expect(late.length).toBeGreaterThan(1);
  expect(new Set(late.map(({ state }) => state))).toEqual(new Set(['missed']));
  const ahead = leads.filter(({ touch }) => touch.window.deadline > sold);
  expect(new Set(ahead.map(({ state }) => state))).toEqual(new Set(['cancelled']));
  expect(later.some(({ touch }) => touch.trigger === 'sold')).toBe(true);
});

it('lets what began under a version end under it, and a repeat lead begin under the next one', () => {
  const second = made(compilePlan({ ...defaultPlan(), version: 'second' }));
  const changed = plus(TEN, 2 * HOUR);
  const again = plus(TEN, 5 * HOUR);
  const both = [...plans, { from: changed, plan: second }] as const;
  const versions = (facts: readonly Fact[], now: Instant) =>
    traceEpisodes(historyOf(facts), { plans: both, calendar }, now).map(({ touch, planVersionId }) => [
      touch.since,
      planVersionId,
      touch.reasons[0].plan?.version,
    ]);
  const one = versions(lead(TEN), plus(again, -1));
  expect(new Set(one.map(String))).toEqual(new Set([String([TEN, plan.version, plan.version])]));
  const two = versions([...lead(TEN), ...repeat(again)], plus(again, HOUR));
  expect(new Set(two.map(String))).toEqual(
    new Set([String([TEN, plan.version, plan.version]), String([again, 'second', 'second'])]),
  );
});

it('gives a repeat lead a plan of its own and leaves what became of the first one', () => {
  const again = plus(TEN, 5 * HOUR);
  const called = call(plus(TEN, 3 * MINUTE));
  const before = episodesOf(historyOf([...lead(TEN), called]), at(plus(again, -1)));
  const after = episodesOf(historyOf([...lead(TEN), called, ...repeat(again)]), at(again));
  const settled = before.filter(({ state }) => state === 'done' || state === 'missed');
  expect(settled.some(({ by }) => by === called.id)).toBe(true);
  for (const { touch, state, by } of settled) {
    expect(after.find((each) => each.touch.id === touch.id)).toMatchObject({ state, by });
  }
  const anew = after.filter(({ touch }) => touch.since === again);
  expect(anew.length).toBeGreaterThan(5);
  expect(new Set(anew.map(({ state }) => state))).toEqual(new Set(['due']));
});

it('takes what was done in the very millisecond of the lead for an answer to it', () => {
  const called = call(TEN);
  const traced = episodesOf(historyOf([...lead(TEN), called]), at(TEN));
  expect(traced.filter(({ by }) => by === called.id)).toMatchObject([{ state: 'done', touch: { channel: 'call' } }]);
});

it('asks for a call to an unhappy buyer until somebody has reached him', () => {
  const sold = plus(TEN, HOUR);
  const answered = plus(sold, 3 * DAY_24H);
  const answers = { happy: 1, gotWhatYouWanted: 5, recommend: 5 };
  const facts = [
    ...lead(TEN),
    fact('opportunity.delivered', sold, {}),
    fact('survey.answered', answered, { invitationId: 'i', answers, commented: false }),
  ];
  const recovery = recoveryTouches(historyOf(facts), at(answered))[0]?.id;
  const stateOf = (more: readonly Fact[]) =>
    episodesOf(historyOf([...facts, ...more]), at(plus(answered, HOUR))).find(({ touch }) => touch.id === recovery);
  expect(stateOf([])).toMatchObject({ state: 'due' });
  const rang = call(plus(answered, MINUTE), 'noAnswer');
  const spoke = call(plus(answered, 10 * MINUTE), 'spoke');
  expect(stateOf([rang])).toMatchObject({ state: 'due' });
  expect(stateOf([rang, spoke])).toMatchObject({ state: 'done', by: spoke.id, settledAt: spoke.at });
});

// Helpers

let ids = 0;

function fact<K extends Fact['kind']>(kind: K, when: Instant, data: object): Extract<Fact, { kind: K }> {
  ids += 1;
  const about = { opportunityId: 'o', customerId: 'c' };
  return {
    kind,
    id: `fact-${String(ids).padStart(4, '0')}`,
    storeId: 's',
    at: when,
    recordedAt: when,
    data: { ...about, ...data },
  } as unknown as Extract<Fact, { kind: K }>;
}

function lead(when: Instant): readonly Fact[] {
  return [
    fact('opportunity.opened', when, { departmentId: 'd', origin: 'internet' }),
    ...repeat(when),
    fact('opportunity.assigned', when, { memberId: 'ana' }),
  ];
}

function repeat(when: Instant): readonly Fact[] {
  const data = { leadId: 'l', origin: 'internet', source: 'site', repeat: false, callable: true, mailable: true };
  return [fact('lead.received', when, data)];
}

function call(when: Instant, disposition: 'leftMessage' | 'noAnswer' | 'spoke' = 'leftMessage') {
  return fact('activity.logged', when, { memberId: 'ana', channel: 'call', disposition, phones: ['p'] });
}

function historyOf(facts: readonly Fact[]) {
  return foldAll(opportunityHistory, facts);
}

function made<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('expected a valid plan and valid hours');
  return result.value;
}
