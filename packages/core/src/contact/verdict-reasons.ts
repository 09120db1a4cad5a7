import { dayNumberOf } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import { dayOfNumber } from '../spine/day.ts';
import type { Reason, ReasonData } from '../spine/reason.ts';
import type { FullCap } from './attempt-caps.ts';
import { hoursOn, stretchAround } from './calling-hours.ts';
import type { ContactRules, SourcedHours } from './contact-rules.ts';
import type { Minutes } from './hours-laws.ts';
import { lawEvidence } from './law.ts';
import { contactReason } from './reason-texts.ts';

/** Why the caps leave no room now. */
export function capReasons(caps: readonly FullCap[], context: Context): readonly Reason[] {
  return caps.map(({ law, cap, attempts, freeAt }) =>
    law === undefined
      ? contactReason('contact.planAttemptCap', { attempts, cap, freeAt }, planOf(context))
      : contactReason('contact.attemptCap', { attempts, cap, freeAt, ...lawEvidence(law) }),
  );
}

/** Every rule that forbids the hour, each once, with the first zone in which it does. */
export function quietReasons(rules: ContactRules, context: Context): readonly Reason[] {
  const { now } = context;
  const found = new Map<string, Reason>();
  for (const { table, rules: hours } of rules.zones) {
    for (const rule of hours) {
      const stretch = stretchAround(rule, table, now);
      if (found.has(nameOf(rule)) || (stretch !== undefined && stretch.from <= now && now < stretch.until)) continue;
      const day = dayNumberOf(table, now);
      const open = hoursOn(rule, day);
      const where = { zone: table.zone, day: dayOfNumber(day) };
      found.set(
        nameOf(rule),
        ruleReason(open ? 'QuietHours' : 'QuietDay', rule, { ...where, ...clock(open) }, context),
      );
    }
  }
  return [...found.values(), ...placeReasons(rules, context)];
}

/** The rule that closes first of all that are open now. */
export function openReasons(rules: ContactRules, context: Context): readonly Reason[] {
  const { now } = context;
  const ends = rules.zones.flatMap(({ table, rules: hours }) =>
    hours.flatMap((rule) => {
      const until = stretchAround(rule, table, now)?.until;
      return until === undefined ? [] : [{ rule, until, zone: table.zone }];
    }),
  );
  const first = ends.reduce((soonest, end) => (end.until < soonest.until ? end : soonest));
  const data = { zone: first.zone, until: first.until };
  return [ruleReason('WithinHours', first.rule, data, context), ...placeReasons(rules, context)];
}

function placeReasons(rules: ContactRules, context: Context): readonly Reason[] {
  return rules.placeKnown ? [] : [contactReason('contact.unknownPlace', { zone: context.calendar.zone })];
}

type HoursCode = 'QuietHours' | 'QuietDay' | 'WithinHours';

function ruleReason(code: HoursCode, rule: SourcedHours, data: ReasonData, context: Context): Reason {
  if (rule.by === 'plan') return contactReason(`contact.plan${code}`, data, planOf(context));
  return contactReason(`contact.law${code}`, { ...data, ...lawEvidence(rule.law) });
}

function planOf(context: Context): { readonly plan: NonNullable<Reason['plan']> } {
  return { plan: { version: context.plan.version } };
}

function nameOf(rule: SourcedHours): string {
  return rule.by === 'plan' ? 'plan' : rule.law.rule;
}

function clock(open: Minutes | undefined): ReasonData {
  const text = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return open === undefined ? {} : { from: text(open.from), until: text(open.until) };
}
