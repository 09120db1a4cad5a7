import { expect, it } from 'vitest';
import { LOCALES } from '../spine/reason-texts.ts';
import { defaultPlan } from './default-plan.ts';
import { describePolicies } from './describe-policies.ts';
import type { FollowUpPlan } from './follow-up-plan.ts';
import { parsePlan } from './parse-plan.ts';

const plan = { ...defaultPlan(), contactPolicy: { ...defaultPlan().contactPolicy, quietWeekdays: [7, 1] } };

it('says every rule of a plan that is no step, with its figures', () => {
  const texts = new Map(describePolicies(plan, 'en').map(({ path, text }) => [path, text]));
  expect(texts.get('clock')).toBe(
    'A lead is called within 5 minutes while the store is open; after 15 minutes anybody present may take it, after 30 minutes the manager is told.',
  );
  expect(texts.get('capacity.internet')).toBe(
    'A person of the Internet department gets at most 50 tasks a day, 50 of them calls.',
  );
  expect(texts.get('contactPolicy.quietWeekdays')).toBe('On Sunday and Monday the store neither calls nor texts.');
  expect(texts.get('survey.questions.recommend')).toBe('Would you recommend us to family or friends? (1–5)');
});

it.each(LOCALES)('leaves no place of a sentence empty, in %s', (locale) => {
  for (const { text } of describePolicies(plan, locale)) expect(text).not.toMatch(/\{|\}|undefined| {2}|\s[.,]/);
  expect(describePolicies(plan, locale).map(({ path }) => path)).toEqual(
    describePolicies(plan, 'en').map(({ path }) => path),
  );
});

it('has a sentence that changes for each figure of the document', () => {
  const said = (document: FollowUpPlan) => JSON.stringify(describePolicies(document, 'en'));
  const figures = [...leavesOf({ ...plan, actionPlans: [], version: '', name: '', schemaVersion: 1 })];
  const told = figures.filter(({ path }) => !['schemaVersion', 'version', 'name'].includes(path[0] ?? ''));
  expect(told.length).toBeGreaterThan(25);
  for (const { path, value } of told) {
    if (path.at(-1) === 'id' || path.at(-1) === 'es' || path.at(-1) === 'fr') continue;
    const other = typeof value === 'number' ? value + (value < 1 ? 0.01 : 1) : `${value}9`;
    expect([path.join('.'), said(withLeaf(plan, path, other)) === said(plan)]).toEqual([path.join('.'), false]);
  }
  expect(parsePlan(plan).ok).toBe(true);
});

interface Leaf {
  readonly path: readonly string[];
  readonly value: string | number;
}

function* leavesOf(value: unknown, path: readonly string[] = []): Generator<Leaf> {
  if (typeof value === 'string' || typeof value === 'number') yield { path, value };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) yield* leavesOf(part, [...path, key]);
  }
}

function withLeaf(document: FollowUpPlan, path: readonly string[], value: string | number): FollowUpPlan {
  const copy = structuredClone(document);
  let at = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = value;
  return copy;
}
