import type { Locale } from '../spine/reason-texts.ts';
import { fillPhrase } from './fill-phrase.ts';
import type { FollowUpPlan } from './follow-up-plan.ts';
import { POLICY_PHRASES } from './policy-phrases.ts';

/** One rule of a plan that is no step, in plain language. */
export interface PolicySentence {
  /** Where in the document it stands: `clock`, `capacity.internet`, `survey.questions.happy`. Unique in a plan. */
  readonly path: string;
  readonly text: string;
}

/**
 * What a plan says beside its steps: the clock, what people get done, the store's own limits on contact, the standards,
 * the survey word for word. Together with `describePlan` it is all that the engine executes, and what people sign.
 *
 * @example
 * describePolicies(defaultPlan(), 'en')[0].text; // 'A lead is called within 5 minutes while the store is open; …'
 */
export function describePolicies(plan: FollowUpPlan, locale: Locale): readonly PolicySentence[] {
  const phrases = POLICY_PHRASES[locale];
  const { clock, capacity, contactPolicy, standards, survey } = plan;
  const { skippingDepartment: skipping } = standards;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const sentence = (path: string, phrase: string, words: Readonly<Record<string, string | number>>) => ({
    path,
    text: fillPhrase(phrase, words),
  });
  return [
    sentence('clock', phrases.clock, {
      call: clock.callWithinOpenMinutes,
      handOver: clock.handOverAfterOpenMinutes,
      manager: clock.managerAfterOpenMinutes,
    }),
    ...(['sales', 'internet', 'bdc'] as const).map((department) =>
      sentence(`capacity.${department}`, phrases.capacity[department], { ...capacity[department] }),
    ),
    sentence('contactPolicy.calls', phrases.calls, { ...contactPolicy.calls }),
    sentence('contactPolicy.texts', phrases.texts, { ...contactPolicy.texts }),
    sentence('contactPolicy.callAttemptsIn24Hours', phrases.attempts, { cap: contactPolicy.callAttemptsIn24Hours }),
    ...(contactPolicy.quietWeekdays.length === 0
      ? []
      : [
          sentence('contactPolicy.quietWeekdays', phrases.quiet, {
            days: contactPolicy.quietWeekdays.map((weekday) => weekdayName(weekday, locale)).join(phrases.and),
          }),
        ]),
    sentence('standards.documentedShareAlarm', phrases.documented, {
      share: percent.format(standards.documentedShareAlarm),
    }),
    sentence('standards.skippingDepartment', phrases.skipping, {
      days: skipping.storeDays,
      steps: skipping.minCallSteps,
      missed: percent.format(skipping.missedShare),
      emails: percent.format(skipping.emailDoneShare),
    }),
    sentence('survey', phrases.survey, { questions: survey.questions.length, days: survey.daysAfterDelivery }),
    ...survey.questions.map(({ id, text, scaleTo }) => ({
      path: `survey.questions.${id}`,
      text: `${text[locale] ?? text.en} (1–${scaleTo})`,
    })),
    sentence('survey.lowAnswer', phrases.lowAnswer, { low: survey.lowAnswer }),
  ];
}

/** 5 January 1970 was a Monday. */
const FIRST_MONDAY_DAY = 5;

function weekdayName(weekday: number, locale: Locale): string {
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return names.format(Date.UTC(1970, 0, FIRST_MONDAY_DAY + weekday - 1));
}
