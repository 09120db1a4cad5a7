import { expect, it } from 'vitest';
import { makeStep, planOf } from '../../test/support/plan-context.ts';
import { expectCompleteTexts } from '../../test/support/texts.ts';
import { LOCALES } from '../spine/reason-texts.ts';
import { CHANNELS, PURPOSES } from '../spine/words.ts';
import { defaultPlan } from './default-plan.ts';
import { describePlan, describeStep } from './describe-plan.ts';
import { DAY_MARKS, STEP_ACTORS, STOP_EVENTS, type StepTiming, TRIGGERS } from './follow-up-plan.ts';
import { PLAN_ACT_REFUSALS } from './plan-acts.ts';
import { PLAN_REFUSALS } from './plan-refusal.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { SIGNATURE_REFUSALS } from './signatures.ts';

/** A step in every place before and after an appointment. */
const FROM_APPOINTMENT: readonly StepTiming[] = [
  ...(
    [
      [-120, 120],
      [-120, 60],
      [0, 60],
      [30, 30],
    ] as const
  ).map(([after, within]): StepTiming => ({ unit: 'appointmentMinutes', after, within })),
  ...(
    [
      [-3, 0],
      [-3, 2],
      [-3, 3],
      [-1, 0],
      [0, 0],
      [1, 0],
      [1, 2],
    ] as const
  ).map(([after, within]): StepTiming => ({ unit: 'appointmentDays', after, within, at: 'opening' })),
];

it.each(LOCALES)('names every step of the plan once, in %s', (locale) => {
  const sentences = describePlan(defaultPlan(), locale);
  expect(sentences.map(({ step }) => step).sort()).toEqual([...planOf().steps.keys()].sort());
  expect(sentences.map(({ text }) => text).filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  expect(sentences.every(({ text }) => /^\p{Lu}|^\d/u.test(text) && text.endsWith('.'))).toBe(true);
});

it.each(LOCALES)('gives two steps that differ two sentences that differ, in %s', (locale) => {
  const variants = [
    ...CHANNELS.map((channel) => makeStep({ channel })),
    ...PURPOSES.map((purpose) => makeStep({ purpose, channel: 'letter' })),
    ...STEP_ACTORS.map((who) => makeStep({ who, channel: 'email' })),
    ...DAY_MARKS.map((at) => makeStep({ due: { unit: 'days', after: 3, within: 0, at }, channel: 'email' })),
    ...STOP_EVENTS.map((event) => makeStep({ stopOn: [event] })),
    makeStep({ due: { unit: 'days', after: 1, within: 2, at: 'triggerHour' } }),
    makeStep({ due: { unit: 'openMinutes', after: 0, within: 5 } }),
    makeStep({ due: { unit: 'openMinutes', after: 5, within: 5 } }),
    makeStep({ due: { unit: 'minutes', after: 0, within: 5 } }),
    makeStep({ due: { unit: 'minutes', after: 5, within: 5 } }),
    makeStep({ everyDays: 30 }),
    ...FROM_APPOINTMENT.map((due) => makeStep({ due })),
    makeStep({ due: { unit: 'appointmentMinutes', after: 30, within: 30 }, who: 'automation', channel: 'text' }),
  ];
  const different = new Set(variants.map((step) => JSON.stringify(step)));
  expect(new Set(variants.map((step) => describeStep(step, 'internet', locale))).size).toBe(different.size);
  expect(new Set(TRIGGERS.map((trigger) => describeStep(makeStep(), trigger, locale))).size).toBe(TRIGGERS.length);
});

it('puts the first call in one sentence a language', () => {
  const first = (locale: (typeof LOCALES)[number]) => describePlan(defaultPlan(), locale)[0]?.text;
  expect(first('en')).toBe(
    'Within 5 minutes (while the store is open) after an Internet lead, the customer’s salesperson calls the customer to answer the inquiry.',
  );
  expect(first('es')).toBe(
    'En los 5 minutos (con la tienda abierta) después de un contacto por internet, el vendedor del cliente llama al cliente para responder a su consulta.',
  );
  expect(first('fr')).toBe(
    'Dans les 5 minutes (magasin ouvert) après une demande par Internet, le vendeur du client appelle le client pour répondre à sa demande.',
  );
});

it('counts before and after an appointment without a sign', () => {
  const said = (due: StepTiming) => describeStep(makeStep({ due, stopOn: ['confirmed'] }), 'appointmentSet', 'en');
  expect(said({ unit: 'appointmentDays', after: -1, within: 0, at: 'triggerHour' })).toBe(
    'On the day before the appointment, best at the same time of day, the customer’s salesperson calls the customer to answer the inquiry, unless the customer has confirmed.',
  );
  expect(said({ unit: 'appointmentMinutes', after: 30, within: 30 })).toContain(
    '30 to 60 minutes after the time of the appointment (while the store is open)',
  );
});

it('counts from the trigger to the end of a step', () => {
  const step = makeStep({ due: { unit: 'openMinutes', after: 10, within: 15 } });
  expect(describeStep(step, 'internet', 'en')).toContain('10 to 25 minutes (while the store is open)');
});

it('names all that stops a step, and how often it comes round', () => {
  const step = makeStep({ stopOn: ['reply', 'reached', 'appointment'], everyDays: 30 });
  expect(describeStep(step, 'sold', 'en')).toBe(
    'On day 1 after the delivery, best at the same time of day, the customer’s salesperson calls the customer to answer the inquiry, and again every 30 days, unless the customer has replied, somebody has spoken with the customer or an appointment is set.',
  );
});

it('says every refusal in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
  expect(Object.keys(REASON_TEXTS).sort()).toEqual(
    [...PLAN_REFUSALS, ...SIGNATURE_REFUSALS, ...PLAN_ACT_REFUSALS].sort(),
  );
});
