import { compilePlan, defaultPlan, type Fact, foldAll, type Id, id, instant, opportunityHistory } from '@beback/core';
import { describe, expect, it } from 'vitest';
import { NOTABLE } from './behaviour.ts';
import { type SimulatedEpisode, type SimulationSettings, simulateGroup } from './simulate-group.ts';

// Helpers

const plan = compilePlan(defaultPlan());
if (!plan.ok) throw new Error('the default plan is refused');

const settings = (more: Partial<SimulationSettings> = {}): SimulationSettings => ({
  seed: 'test',
  stores: 3,
  days: 12,
  until: instant(Date.parse('2026-11-21T16:00:00Z')),
  leadsADay: 4,
  plan: plan.value,
  phoneKey: (group, e164) => id<'Phone'>(`${group}/${e164}`),
  ...more,
});

const live = (more: Partial<SimulationSettings> = {}) => {
  const { group, episodesOf } = simulateGroup(settings(more));
  return group.stores.flatMap((_, index) => episodesOf(index));
};

const callShare = (
  episodes: readonly SimulatedEpisode[],
  departmentId: Id<'Department'>,
  channel: 'call' | 'email',
) => {
  const mine = episodes.filter(({ start }) => start.departmentId === departmentId && start.origin === 'internet');
  const acts = mine.flatMap(({ facts }) =>
    facts.filter(
      (fact: Fact) =>
        (fact.kind === 'activity.logged' || fact.kind === 'message.sent') && fact.data.channel === channel,
    ),
  );
  return acts.length / mine.length;
};

describe('simulateGroup', () => {
  it('lives the same life from the same seed, and another from another', () => {
    const one = JSON.stringify(live());
    expect(JSON.stringify(live())).toBe(one);
    expect(JSON.stringify(live({ seed: 'other' }))).not.toBe(one);
  });

  it('lets nothing happen at or after the end of the history', () => {
    const { until } = settings();
    const facts = live().flatMap((episode) => [...episode.facts, ...episode.callRecords]);
    expect(facts.length).toBeGreaterThan(500);
    expect(facts.filter((fact) => fact.at >= until)).toEqual([]);
  });

  it('gives histories that the core folds from the same facts in any order', () => {
    for (const { facts, history } of live({ stores: 1 })) {
      expect(foldAll(opportunityHistory, [...facts].reverse())).toEqual(history);
    }
  });

  it('gives each customer and each fact an id of its own, each number to one customer of a town', () => {
    const episodes = live({ stores: 30 });
    const facts = episodes.flatMap((episode) => [...episode.facts, ...episode.callRecords].map((fact) => fact.id));
    expect(new Set(facts).size).toBe(facts.length);
    expect(new Set(episodes.map(({ customer }) => customer.phone)).size).toBe(episodes.length);
  });

  it('has one Internet department that writes its e-mails and leaves its calls out', () => {
    const { store } = NOTABLE.skipsCalls;
    const simulation = simulateGroup(settings({ stores: store + 2 }));
    const internetOf = (index: number) =>
      simulation.group.stores[index]?.departments.find(({ kind }) => kind === 'internet');
    const [skipping, other] = [internetOf(store), internetOf(store + 1)];
    if (skipping === undefined || other === undefined) throw new Error('no such department');
    const calls = (index: number, at: Id<'Department'>) => callShare(simulation.episodesOf(index), at, 'call');
    const emails = (index: number, at: Id<'Department'>) => callShare(simulation.episodesOf(index), at, 'email');
    expect(calls(store, skipping.id)).toBeLessThan(0.3 * calls(store + 1, other.id));
    expect(emails(store, skipping.id)).toBeGreaterThan(0.9 * emails(store + 1, other.id));
  });

  it('has one store that claims far more calls than its phone system knows of', () => {
    const { store } = NOTABLE.claimsTooMuch;
    const episodes = simulateGroup(settings({ stores: store + 1, days: 30, leadsADay: 6 })).episodesOf(store);
    const claims = episodes.flatMap(({ facts }) =>
      facts.filter((fact) => fact.kind === 'activity.logged' && fact.data.channel === 'call'),
    ).length;
    const records = episodes.flatMap(({ callRecords }) => callRecords).length;
    expect(claims).toBeGreaterThan(500);
    expect(Math.abs(records / claims - 0.62)).toBeLessThan(0.05);
  });

  it('refuses more stores than it has towns for', () => {
    expect(() => simulateGroup(settings({ stores: 89 }))).toThrow('expected 1 to 88 stores, got 89');
  });
});
