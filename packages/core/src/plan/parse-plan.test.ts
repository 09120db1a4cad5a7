import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectRenderable } from '../../test/support/texts.ts';
import { vectorFile, vectors } from '../../test/support/vectors.ts';
import { defaultPlan } from './default-plan.ts';
import { parsePlan } from './parse-plan.ts';
import { PLAN_REFUSALS } from './plan-refusal.ts';
import { followUpPlanSchema } from './plan-shape.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import type { JsonSchema } from './shape.ts';

const cases = vectors<Case>('plan', 'refusals');

it.each(cases)('$name', (each) => {
  const result = parsePlan(changed(each));
  const refusals = result.ok ? [] : result.refusals;
  expect(refusals.map(({ code, data }) => [code, data['path']])).toEqual(each.refusals);
  for (const refusal of refusals) {
    expect(refusal.data['allowed']).not.toBe('');
    expectRenderable(REASON_TEXTS, refusal);
  }
});

it('has a vector for every refusal', () => {
  const seen = new Set(cases.flatMap((each) => each.refusals.map(([code]) => code)));
  expect([...seen].sort()).toEqual([...PLAN_REFUSALS].sort());
});

it('names everything that is wrong at once', () => {
  const result = parsePlan({ ...defaultPlan(), name: 3, clock: null, extra: true });
  expect(!result.ok && result.refusals.map(({ data }) => data['path']).sort()).toEqual(['clock', 'extra', 'name']);
});

it.each([undefined, null, 'plan', 12, [], Symbol('plan'), () => undefined])(
  'refuses what is no document: %s',
  (value) => {
    const result = parsePlan(value);
    expect(!result.ok && result.refusals[0].data['path']).toBe('plan');
  },
);

it('gives an equal copy back, which later changes to the document do not reach', () => {
  const document = structuredClone(defaultPlan()) as { name: string };
  const result = parsePlan(document);
  expect(result).toEqual({ ok: true, value: defaultPlan() });
  document.name = 'changed';
  expect(result.ok && result.value.name).toBe(defaultPlan().name);
});

it('gives the published default plan', () => {
  expect(JSON.parse(JSON.stringify(defaultPlan()))).toEqual(vectorFile('plan', 'default-plan'));
});

it('refuses by the fields exactly what the published schema refuses', () => {
  const rulesBetweenFields = new Set(['plan.duplicate', 'plan.inconsistent']);
  fc.assert(
    fc.property(documentArb(), (document) => {
      const result = parsePlan(document);
      const soundByFields = result.ok || result.refusals.every(({ code }) => rulesBetweenFields.has(code));
      expect(conforms(document, followUpPlanSchema)).toBe(soundByFields);
    }),
    { numRuns: 300 },
  );
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(parsePlan(value).ok).toBe(false);
    }),
  );
});

// Helpers

interface Case {
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
  readonly refusals: readonly (readonly [code: string, path: string])[];
}

type Tree = Record<string | number, unknown>;

function changed({ path, ...change }: Pick<Case, 'path' | 'value'>): unknown {
  const document = JSON.parse(JSON.stringify(defaultPlan())) as Tree;
  const last = path.at(-1) as string | number;
  const holder = path.slice(0, -1).reduce<Tree>((tree, key) => tree[key] as Tree, document);
  if ('value' in change) holder[last] = change.value;
  else if (Array.isArray(holder)) holder.splice(last as number, 1);
  else delete holder[last];
  return document;
}

/** The default plan with some field, at any depth, taken out, put in, or replaced by something likely or unlikely. */
function documentArb(): fc.Arbitrary<unknown> {
  const paths = pathsOf(JSON.parse(JSON.stringify(defaultPlan())), []);
  const values = fc.oneof(
    fc.integer({ min: -1, max: 40 }),
    fc.constantFrom<unknown>(null, 0.5, '', 'call', 'text', 'owner', 'days', '09:00', '21:00', '22:00', true, [], {}),
    fc.constantFrom<unknown>([1, 7], ['reply'], { en: 'x' }, { unit: 'minutes', after: 1, within: 2 }),
  );
  const change = fc.record({ path: fc.constantFrom(...paths), value: values }, { requiredKeys: ['path'] });
  return change.map((each) => changed(each));
}

function pathsOf(value: unknown, path: readonly (string | number)[]): (readonly (string | number)[])[] {
  const own = path.length === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return own;
  const keys = Array.isArray(value) ? value.map((_, i) => i) : [...Object.keys(value), 'everyDays', 'unknown'];
  return [...own, ...keys.flatMap((key) => pathsOf((value as Tree)[key], [...path, key]))];
}

/** As much of JSON Schema as the published schema uses; an unknown keyword is an error of this test. */
function conforms(value: unknown, schema: JsonSchema): boolean {
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : undefined;
  return Object.entries(schema).every(([keyword, argument]) => {
    switch (keyword) {
      case '$schema':
      case 'title':
      case 'description':
        return true;
      case 'type':
        if (argument === 'integer') return Number.isInteger(value);
        if (argument === 'array') return Array.isArray(value);
        if (argument === 'object') return object !== undefined;
        return typeof value === argument;
      case 'enum':
        return (argument as readonly unknown[]).includes(value);
      case 'minLength':
        return typeof value !== 'string' || value.length >= (argument as number);
      case 'pattern':
        return typeof value !== 'string' || new RegExp(argument as string, 'u').test(value);
      case 'minimum':
        return typeof value !== 'number' || value >= (argument as number);
      case 'maximum':
        return typeof value !== 'number' || value <= (argument as number);
      case 'minItems':
        return !Array.isArray(value) || value.length >= (argument as number);
      case 'items':
        return !Array.isArray(value) || value.every((entry) => conforms(entry, argument as JsonSchema));
      case 'required':
        return object === undefined || (argument as readonly string[]).every((name) => Object.hasOwn(object, name));
      case 'additionalProperties':
        return (
          object === undefined ||
          Object.keys(object).every((name) => Object.hasOwn(schema['properties'] as object, name))
        );
      case 'properties':
        return Object.entries(argument as Record<string, JsonSchema>).every(
          ([name, field]) => object === undefined || !Object.hasOwn(object, name) || conforms(object[name], field),
        );
      case 'oneOf':
        return (argument as readonly JsonSchema[]).filter((each) => conforms(value, each)).length === 1;
      default:
        throw new Error(`the test knows no keyword ${keyword}`);
    }
  });
}
