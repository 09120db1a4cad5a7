import { defaultPlan, followUpPlanSchema, parsePlan, TRIGGERS } from '@beback/core';
import { describe, expect, it } from 'vitest';
import { makeDraft } from '../../test/support/editor-stage.ts';
import { browserLoad } from './browser-load.ts';
import { pathText, valueAt, withValueAt } from './document-path.ts';
import { edited, newHistory, redone, undone } from './edit-history.ts';
import { labelOf } from './field-view.ts';
import { PLAN_EDITOR_TEXTS } from './plan-editor.texts.ts';
import { blankOf, nodeOf, type SchemaNode, turnedInto } from './schema-node.ts';
import { placeOf, stepsAfter, withStepAdded, withStepCopied, withStepMoved, withStepRemoved } from './step-edits.ts';

describe('the editor’s paths', () => {
  it('read and write a document without touching the rest of it', () => {
    const plan = defaultPlan();
    const path = ['actionPlans', 0, 'steps', 2, 'due', 'after'] as const;
    expect(pathText(path)).toBe('actionPlans[0].steps[2].due.after');
    const changed = withValueAt(plan, path, 7);
    expect([valueAt(plan, path), valueAt(changed, path)]).toEqual([0, 7]);
    expect(changed.actionPlans[1]).toBe(plan.actionPlans[1]);
    expect(Object.keys(changed)).toEqual(Object.keys(plan));
  });

  it('take a field away, and find nothing where nothing is', () => {
    const changed = withValueAt({ a: { b: 1, c: 2 } }, ['a', 'b'], undefined);
    expect(changed).toEqual({ a: { c: 2 } });
    expect(valueAt(changed, ['a', 'b', 'c'])).toBeUndefined();
  });
});

describe('the editor’s way back', () => {
  it('goes through all texts, both ways, and forgets what was undone once something new is written', () => {
    let history = edited(edited(newHistory('a'), 'b'), 'c');
    history = undone(undone(history));
    expect(history.present).toBe('a');
    expect(undone(history).present).toBe('a');
    expect(redone(redone(history)).present).toBe('c');
    expect(redone(edited(history, 'd')).present).toBe('d');
  });

  it('takes what is typed in one field as one step, until another field or an act comes between', () => {
    let history = edited(edited(newHistory('a'), 'ab', 'name'), 'abc', 'name');
    expect(undone(history).present).toBe('a');
    history = edited(edited(history, 'x'), 'xy', 'name');
    expect(undone(history).present).toBe('x');
    expect(undone(edited(history, 'z', 'other')).present).toBe('xy');
  });
});

describe('the editor’s steps', () => {
  it.each(TRIGGERS)('can be added after every trigger, also where there is none: %s', (trigger) => {
    for (const plan of [defaultPlan(), { ...defaultPlan(), actionPlans: [] }]) {
      const [added, stepId] = withStepAdded(plan, trigger);
      expect(placeOf(added, stepId)).toEqual({ trigger, at: stepsAfter(plan, trigger).length });
      const parsed = parsePlan(added);
      // A first call after an Internet lead is then still to be brought in line with the clock.
      expect(parsed.ok ? [] : parsed.refusals.filter(({ code }) => code !== 'plan.inconsistent')).toEqual([]);
    }
  });

  it('are copied under a name of their own, moved and removed', () => {
    const plan = defaultPlan();
    const [copied, stepId] = withStepCopied(plan, { trigger: 'lost', at: 0 });
    expect(stepsAfter(copied, 'lost')).toHaveLength(4);
    expect(placeOf(copied, stepId)).toEqual({ trigger: 'lost', at: 1 });
    const moved = withStepMoved(copied, { trigger: 'lost', at: 1 }, 1);
    expect(placeOf(moved, stepId)?.at).toBe(2);
    expect(withStepMoved(plan, { trigger: 'lost', at: 0 }, -1)).toBe(plan);
    expect(withStepRemoved(moved, { trigger: 'lost', at: 2 })).toEqual(plan);
  });
});

describe('the editor’s forms', () => {
  it('keep of a timing what fits when it is counted in something else', () => {
    const kinds = nodeOf('actionPlans', 'steps', 'due').oneOf ?? [];
    const days = kinds.find(({ properties }) => properties?.['at'] !== undefined) ?? {};
    expect(turnedInto(days, { unit: 'openMinutes', after: 30, within: 1000 })).toEqual({
      unit: 'days',
      after: 30,
      within: 0,
      at: 'triggerHour',
    });
    expect(blankOf(days)).toMatchObject({ unit: 'days', after: 0, within: 0 });
  });

  it.each(['en', 'es', 'fr'] as const)('call every field of the plan’s schema by a word, in %s', (locale) => {
    const telling = { texts: PLAN_EDITOR_TEXTS[locale] } as Parameters<typeof labelOf>[1];
    const named = namesIn(followUpPlanSchema as SchemaNode, []).filter((path) => path.at(-1) !== 'id');
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => labelOf(path, telling) === path.at(-1)).map((path) => path.join('.'))).toEqual([]);
  });
});

describe('S04 the editor’s load', () => {
  it('is the core’s: 20 touches of a person for 70 leads are 63.6 a day against 50', () => {
    const [first] = stepsAfter(defaultPlan(), 'internet');
    if (first === undefined) throw new Error('the default plan has steps');
    const steps = Array.from({ length: 20 }, (_, n) => ({
      ...first,
      id: `touch-${n + 1}` as typeof first.id,
      ...(n > 0 && { due: { unit: 'days' as const, after: n, within: 0, at: 'opening' as const } }),
    }));
    const { loadBasis } = makeDraft();
    if (loadBasis === null) throw new Error('the draft comes with what its load is reckoned with');
    const load = browserLoad({ ...defaultPlan(), actionPlans: [{ trigger: 'internet', steps }] }, loadBasis, 'en');
    expect(load.fits).toBe(false);
    expect(load.refusals[0]?.text).toContain('up to 63.6 on a working day, 50 get done');
    const internet = load.people.find(({ carrier }) => carrier === 'internet');
    expect(internet?.overSteps).toEqual([16, 17, 18, 19, 20].map((n) => `touch-${n}`));
    expect(internet?.series).toHaveLength(45);
  });
});

/** The fields below a node that a writer sees. */
function namesIn(node: SchemaNode, path: readonly string[]): readonly (readonly string[])[] {
  const inside = node.items ?? node;
  const kinds = inside.oneOf ?? [inside];
  return kinds.flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, field]) => {
      if (path.length === 0 && ['schemaVersion', 'version'].includes(name)) return [];
      // Parts of the document have headings instead.
      if (path.length === 0 && (field.properties ?? field.items) !== undefined) return namesIn(field, [name]);
      if (['trigger', 'steps'].includes(name)) return namesIn(field, [...path, name]);
      return [[...path, name], ...namesIn(field, [...path, name])];
    }),
  );
}
