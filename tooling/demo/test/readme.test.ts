import { readFileSync } from 'node:fs';
import { compilePlan, defaultPlan, type Id, id, type Reason, renderReason } from '@beback/core';
import { createRandom, NOTABLE, simulateGroup } from '@beback/simulator';
import { expect, it } from 'vitest';
import { DEMO_BEGINS } from '../src/demo-clock.ts';
import { decisionRows, rulesOf } from '../src/fill/decision-rows.ts';
import { DEMO_HISTORY, DEMO_SEED } from '../src/prepare-demo.ts';

/** A column's JSON, as it goes to the database. */
interface Json {
  readonly json: string;
}

interface Answer {
  readonly data: {
    readonly groupBoard: {
      readonly storesNeedingYou: readonly {
        readonly store: { readonly name: string };
        readonly findings: readonly { readonly reasons: readonly { readonly text: string }[] }[];
      }[];
    };
  };
}

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

it('the README shows what the demo answers on its first day', () => {
  const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '') as Answer;
  const { storesNeedingYou } = shown.data.groupBoard;
  expect(storesNeedingYou.map(({ store }) => store.name)).toEqual(['Northgate Motors Provo', 'Harbor Auto Fresno']);
  for (const { store, findings } of storesNeedingYou) {
    const texts = findings.flatMap(({ reasons }) => reasons.map(({ text }) => text));
    expect(textsOf(store.name)).toEqual(expect.arrayContaining(texts));
  }
});

// Helpers

const plan = compilePlan(defaultPlan());
if (!plan.ok) throw new Error('The default plan does not compile');
const simulation = simulateGroup({
  seed: DEMO_SEED,
  stores: 88,
  ...DEMO_HISTORY,
  until: DEMO_BEGINS,
  plan: plan.value,
  phoneKey: (_groupId, e164): Id<'Phone'> => id(e164),
});

/** What is found at the end of a notable store's history, in words. */
function textsOf(name: string): readonly string[] {
  const index = [NOTABLE.skipsCalls.store, NOTABLE.claimsTooMuch.store].find(
    (number) => simulation.group.stores[number]?.name === name,
  );
  const store = index === undefined ? undefined : simulation.group.stores[index];
  if (index === undefined || store === undefined) throw new Error(`${name} is not notable in the demo's group`);
  const idOf = (label: string) => createRandom(label).uuid();
  const rules = rulesOf(store, defaultPlan(), DEMO_BEGINS);
  const { finding } = decisionRows(store, simulation.episodesOf(index), rules, DEMO_BEGINS, idOf);
  return finding.flatMap(({ reasons }) =>
    (JSON.parse((reasons as Json).json) as readonly Reason[]).map((reason) =>
      renderReason(reason, 'en', rules.calendar.zone),
    ),
  );
}
