import { expect, it } from 'vitest';
import { vectors } from '../../test/support/vectors.ts';
import { createReasonRenderer } from '../spine/render-reason.ts';
import { defaultPlan } from './default-plan.ts';
import { parsePlan } from './parse-plan.ts';
import { followUpPlanSchema } from './plan-shape.ts';
import { REASON_TEXTS } from './reason-texts.ts';

/** What somebody who writes a plan by hand reads, by the name of the vector. */
const SENTENCES: readonly (readonly [name: string, sentence: string])[] = [
  ['refuses another schema version', 'schemaVersion is 2; allowed: 1.'],
  [
    'refuses a plan without a name',
    'name is missing; it is required beside schemaVersion, version, name, actionPlans, clock, standards, contactPolicy, capacity, survey.',
  ],
  ['refuses an empty name', 'name does not have the right form; allowed: a text that is not empty.'],
  ['refuses a name that is a number', 'name is 7; allowed: a text that is not empty.'],
  [
    'refuses a version that could not stand in a touch id',
    'version does not have the right form; allowed: 1 to 80 letters, digits, dots, hyphens, underscores, the first a letter or digit.',
  ],
  [
    'refuses a field that it does not know',
    'actionPlans[0].steps[0].chanel is not a field of the plan; allowed here: id, channel, purpose, who, due, stopOn, everyDays.',
  ],
  [
    'refuses a channel that does not exist',
    'actionPlans[0].steps[0].channel is fax; allowed: one of call, text, email, video, letter, inPerson.',
  ],
  [
    'refuses a step without its timing',
    'actionPlans[0].steps[4].due is missing; it is required beside id, channel, purpose, who, due, stopOn, everyDays.',
  ],
  [
    'refuses a unit of time that does not exist',
    'actionPlans[0].steps[4].due.unit is weeks; allowed: one of openMinutes, minutes, days, appointmentMinutes, appointmentDays.',
  ],
  [
    'refuses a timing of days without its hour',
    'actionPlans[0].steps[6].due.at is missing; it is required beside unit, after, within, at.',
  ],
  [
    'refuses half a minute',
    'actionPlans[0].steps[4].due.after is 0.5, out of range; allowed: a whole number from 0 to 44640.',
  ],
  [
    'refuses a touch before its trigger',
    'actionPlans[0].steps[4].due.after is -1, out of range; allowed: a whole number from 0 to 44640.',
  ],
  [
    'refuses a list in place of a step',
    'actionPlans[0].steps[0] is a list; allowed: an object with id, channel, purpose, who, due, stopOn, everyDays.',
  ],
  [
    'refuses null in place of the clock',
    'clock is null; allowed: an object with callWithinOpenMinutes, handOverAfterOpenMinutes, managerAfterOpenMinutes.',
  ],
  [
    'refuses two action plans of one trigger',
    'actionPlans[1].trigger: internet stands in the plan twice; it may be used once.',
  ],
  [
    'refuses two steps of one id, also in different action plans',
    'actionPlans[1].steps[0].id: internet-call-first stands in the plan twice; it may be used once.',
  ],
  [
    'refuses an automated call',
    'actionPlans[0].steps[6].channel contradicts another part of the plan; allowed: text or email where automation does the step.',
  ],
  [
    'refuses minutes by the wall clock for people, who sleep',
    'actionPlans[0].steps[3].due.unit contradicts another part of the plan; allowed: openMinutes or days for people.',
  ],
  [
    'refuses two calls on one day of a plan, which would become one',
    'actionPlans[0].steps[8].due.after contradicts another part of the plan; allowed: a day without another call step of the same actor.',
  ],
  [
    'refuses a step that comes round before it ends',
    'actionPlans[3].steps[6].everyDays contradicts another part of the plan; allowed: more than due.within, with due.unit days.',
  ],
  [
    'refuses a first call that contradicts the clock',
    'actionPlans[0].steps[0].due contradicts another part of the plan; allowed: open minutes, after + within equal to clock.callWithinOpenMinutes (6).',
  ],
  [
    'refuses a clock that hands over before the call is due',
    'clock.handOverAfterOpenMinutes contradicts another part of the plan; allowed: more than callWithinOpenMinutes (5).',
  ],
  [
    'refuses a clock that tells the manager before it hands over',
    'clock.managerAfterOpenMinutes contradicts another part of the plan; allowed: more than handOverAfterOpenMinutes (15).',
  ],
  ['refuses a share above one', 'standards.documentedShareAlarm is 90, out of range; allowed: a number from 0 to 1.'],
  [
    'refuses a policy that calls before the law does',
    'contactPolicy.calls.from does not have the right form; allowed: HH:MM from 08:00 to 21:00 (47 CFR 64.1200(c)(1); a plan tightens the law and never loosens it).',
  ],
  [
    'refuses a policy that calls after the law stops',
    'contactPolicy.calls.until does not have the right form; allowed: HH:MM from 08:00 to 21:00 (47 CFR 64.1200(c)(1); a plan tightens the law and never loosens it).',
  ],
  [
    'refuses a window that ends before it begins',
    'contactPolicy.texts.until contradicts another part of the plan; allowed: later than from (08:00).',
  ],
  [
    'refuses a fourth attempt in 24 hours',
    'contactPolicy.callAttemptsIn24Hours is 4, out of range; allowed: a whole number from 1 to 3.',
  ],
  [
    'refuses an eighth weekday',
    'contactPolicy.quietWeekdays[1] is 8, out of range; allowed: a whole number from 1 to 7.',
  ],
  [
    'refuses more calls than tasks',
    'capacity.sales.calls contradicts another part of the plan; allowed: at most tasks (25).',
  ],
  ['refuses a survey without a question', 'survey.questions is 0, out of range; allowed: a list of at least 1.'],
  ['refuses a question without English', 'survey.questions[0].text.en is missing; it is required beside en, es, fr.'],
  ['refuses two questions of one id', 'survey.questions[1].id: happy stands in the plan twice; it may be used once.'],
  [
    'refuses a scale on which every answer is low',
    "survey.lowAnswer contradicts another part of the plan; allowed: less than every question's scaleTo (5).",
  ],
  [
    'refuses a step that counts from an appointment in a plan that no appointment begins',
    'actionPlans[0].steps[8].due.unit contradicts another part of the plan; allowed: openMinutes, minutes or days with the trigger internet.',
  ],
  [
    'refuses a step of an appointment that counts from its setting',
    'actionPlans[7].steps[0].due.unit contradicts another part of the plan; allowed: appointmentMinutes or appointmentDays with the trigger appointmentSet.',
  ],
  [
    'refuses a step before an appointment that would last beyond it',
    'actionPlans[7].steps[1].due.within contradicts another part of the plan; allowed: at most 120: until the appointment.',
  ],
  [
    'refuses days before an appointment that would last beyond it',
    'actionPlans[7].steps[0].due.within contradicts another part of the plan; allowed: at most 1: until the appointment.',
  ],
  [
    'refuses to look further ahead of an appointment than two months',
    'actionPlans[7].steps[0].due.after is -61, out of range; allowed: a whole number from -60 to 366.',
  ],
  [
    'refuses a confirmation as the end of a step that is about no appointment',
    'actionPlans[0].steps[8].stopOn[1] contradicts another part of the plan; allowed: an event other than confirmed, which only the trigger appointmentSet has.',
  ],
  [
    'refuses a step of an appointment that comes round again',
    'actionPlans[7].steps[0].everyDays contradicts another part of the plan; allowed: more than due.within, with due.unit days.',
  ],
  [
    'refuses a second call of the salesperson on one day after an appointment',
    'actionPlans[7].steps[4].due.after contradicts another part of the plan; allowed: a day without another call step of the same actor.',
  ],
];

const cases = vectors<Case>('plan', 'refusals');

it('has a sentence for every document that is refused', () => {
  const refused = cases.filter(({ refusals }) => refusals.length > 0).map(({ name }) => name);
  expect(SENTENCES.map(([name]) => name)).toEqual(refused);
});

it.each(SENTENCES)('says why it %s', (name, sentence) => {
  const found = cases.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  expect(told(changed(found))).toEqual([sentence]);
});

it.each([
  [null, 'null'],
  [[], 'a list'],
  [{}, 'an object'],
  [true, 'true'],
  ['x'.repeat(40), 'x'.repeat(40)],
  ['x'.repeat(41), `${'x'.repeat(40)}…`],
])('says what it found in place of a word, and no more of it than a line holds: %j', (value, shown) => {
  expect(told(changed({ path: ['actionPlans', 0, 'trigger'], value }))[0]).toMatch(
    `actionPlans[0].trigger is ${shown}; allowed: one of internet, phoneUp, walkIn, `,
  );
});

it.each([
  [['survey', 'questions'], 'x', 'survey.questions is x; allowed: a list of at least 1.'],
  [['actionPlans'], null, 'actionPlans is null; allowed: a list.'],
  [['actionPlans', 0, 'steps', 0, 'due'], 5, 'actionPlans[0].steps[0].due is 5; allowed: an object with unit.'],
  [['capacity', 'bdc', 'tasks'], '100', 'capacity.bdc.tasks is 100; allowed: a whole number from 0 to 1000.'],
])('says at %j what belongs there', (path, value, sentence) => {
  expect(told(changed({ path, value }))).toEqual([sentence]);
});

it('tells in its schema what a name of a field does not tell', () => {
  expect(followUpPlanSchema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Follow-up plan',
    type: 'object',
  });
  const descriptions = descriptionsIn(followUpPlanSchema);
  const fields = ['version', 'id', 'who', 'due', 'stopOn', 'callAttemptsIn24Hours', 'quietWeekdays', 'lowAnswer'];
  expect(new Set(descriptions.map(([field]) => field))).toEqual(new Set(fields));
  for (const [, text] of descriptions) expect(text).toMatch(/\w.*\.$/);
});

// Helpers

interface Case {
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
  readonly refusals: readonly unknown[];
}

type Tree = Record<string | number, unknown>;

const render = createReasonRenderer([REASON_TEXTS]);

function told(document: unknown): readonly string[] {
  const result = parsePlan(document);
  return result.ok ? [] : result.refusals.map((why) => render(why, 'en', 'UTC'));
}

/** The default plan with another value at a path, or without what is there. */
function changed({ path, ...change }: Pick<Case, 'path' | 'value'>): unknown {
  const document = JSON.parse(JSON.stringify(defaultPlan())) as Tree;
  const last = path.at(-1) as string | number;
  const holder = path.slice(0, -1).reduce<Tree>((tree, key) => tree[key] as Tree, document);
  if ('value' in change) holder[last] = change.value;
  else delete holder[last];
  return document;
}

/** Each field that is described, with its description. */
function descriptionsIn(schema: unknown, field = ''): readonly (readonly [string, string])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'description' && typeof value === 'string') return [[field, value] as const];
    const inside = key === 'properties' ? Object.entries(value) : [[field, value] as const];
    return inside.flatMap(([name, each]) => descriptionsIn(each, name));
  });
}
