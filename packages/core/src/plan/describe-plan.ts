import type { Id } from '../spine/id.ts';
import type { Locale } from '../spine/reason-texts.ts';
import { describeAppointmentTiming } from './describe-appointment-timing.ts';
import { fillPhrase } from './fill-phrase.ts';
import type { FollowUpPlan, PlanStep, Trigger } from './follow-up-plan.ts';
import { PLAN_PHRASES } from './plan-phrases.ts';

/** One step in plain language. The step's id leads back to the document that the engine executes. */
export interface PlanSentence {
  readonly step: Id<'Step'>;
  readonly trigger: Trigger;
  readonly text: string;
}

/**
 * The plan in plain sentences, one for each step, in the document's order: what people read before they sign.
 *
 * @example
 * describePlan(defaultPlan(), 'en')[0];
 * // { step: 'internet-call-first', trigger: 'internet', text: 'Within 5 minutes (while the store is open) after an
 * //   Internet lead, the customer’s salesperson calls the customer to answer the inquiry.' }
 */
export function describePlan(plan: FollowUpPlan, locale: Locale): readonly PlanSentence[] {
  return plan.actionPlans.flatMap(({ trigger, steps }) =>
    steps.map((step) => ({ step: step.id, trigger, text: describeStep(step, trigger, locale) })),
  );
}

/**
 * One step as a sentence: on a task it says why the task is there.
 *
 * @example
 * const step = plan.steps.get(touch.step);
 * if (step) describeStep(step, step.trigger, 'fr');
 */
export function describeStep(step: PlanStep, trigger: Trigger, locale: Locale): string {
  const phrases = PLAN_PHRASES[locale];
  const stops = step.stopOn.map((event) => phrases.stop[event]);
  return fillPhrase(phrases.sentence, {
    when: describeTiming(step, trigger, locale),
    who: phrases.who[step.who],
    channel: phrases.channel[step.channel],
    purpose: phrases.purpose[step.purpose],
    every: step.everyDays === undefined ? '' : fillPhrase(phrases.every, { everyDays: String(step.everyDays) }),
    unless: stops.length === 0 ? '' : fillPhrase(phrases.unless, { stops: joined(stops, phrases.or) }),
  });
}

function describeTiming({ due, who }: PlanStep, trigger: Trigger, locale: Locale): string {
  const { when, at, trigger: triggers } = PLAN_PHRASES[locale];
  const words = { after: String(due.after), until: String(due.after + due.within), trigger: triggers[trigger] };
  switch (due.unit) {
    case 'openMinutes':
      return fillPhrase(due.after === 0 ? when.openWithin : when.openRange, words);
    case 'minutes':
      return fillPhrase(due.after === 0 ? when.within : when.range, words);
    case 'days':
      return fillPhrase(due.within === 0 ? when.day : when.days, { ...words, at: at[due.at] });
    case 'appointmentMinutes':
    case 'appointmentDays':
      return describeAppointmentTiming(due, who, at, locale);
  }
}

function joined(words: readonly string[], or: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${or}${words.at(-1)}`;
}
