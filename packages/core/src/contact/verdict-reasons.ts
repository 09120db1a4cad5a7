import { onZoneDay, type ZoneDay, zoneDayAt } from '../calendar/zone-day.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { Context } from '../plan/context.ts';
import { type Day, dayOfNumber } from '../spine/day.ts';
import type { Instant } from '../spine/instant.ts';
import type { Reason, ReasonData } from '../spine/reason.ts';
import type { FullCap } from './attempt-caps.ts';
import { hoursOn } from './calling-hours.ts';
import type { ContactRules, SourcedHours } from './contact-rules.ts';
import type { Minutes } from './hours-laws.ts';
import { LAW_TABLE_VERSION, type Law, lawEvidence } from './law.ts';
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
  const found: SourcedHours[] = [];
  const reasons: Reason[] = [];
  for (const { table, rules: hours } of rules.zones) {
    const today = zoneDayAt(table, now);
    for (const rule of hours) {
      if (found.includes(rule)) continue;
      const open = hoursOn(rule, today.number);
      if (open !== undefined && onZoneDay(today, open.from) <= now && now < onZoneDay(today, open.until)) continue;
      found.push(rule);
      reasons.push(quietReason(rule, open, today, context));
    }
  }
  if (!rules.placeKnown) reasons.push(placeReason(context));
  return reasons;
}

/** The rule that closes first of all that are open now. */
export function openReasons(rules: ContactRules, context: Context): readonly Reason[] {
  let first: { readonly rule: SourcedHours; readonly until: Instant; readonly zone: string } | undefined;
  for (const { table, rules: hours } of rules.zones) {
    const today = zoneDayAt(table, context.now);
    for (const rule of hours) {
      const open = hoursOn(rule, today.number);
      if (open === undefined) continue;
      const until = onZoneDay(today, open.until);
      if (onZoneDay(today, open.from) >= until || (first !== undefined && until >= first.until)) continue;
      first = { rule, until, zone: table.zone };
    }
  }
  if (first === undefined) throw new Error('openReasons: no rule is open');
  const { rule, until, zone } = first;
  const why =
    rule.by === 'plan'
      ? contactReason('contact.planWithinHours', { zone, until }, planOf(context))
      : contactReason('contact.lawWithinHours', withinEvidence(zone, until, rule.law));
  return rules.placeKnown ? [why] : [why, placeReason(context)];
}

/** Written out: this is what most verdicts carry. */
function withinEvidence(zone: string, until: Instant, law: Law): ReasonData {
  const { rule, source, checkedOn, effectiveFrom, confidence } = law;
  return { zone, until, rule, source, checkedOn, effectiveFrom, confidence, table: LAW_TABLE_VERSION };
}

function placeReason({ calendar }: Context): Reason {
  return contactReason('contact.unknownPlace', { zone: calendar.zone });
}

function quietReason(
  rule: SourcedHours,
  open: Minutes | undefined,
  { table: { zone }, number }: ZoneDay,
  context: Context,
): Reason {
  const day = dayOfNumber(number);
  if (rule.by === 'plan') {
    const data = open ? { zone, day, from: clock(open.from), until: clock(open.until) } : { zone, day };
    return contactReason(open ? 'contact.planQuietHours' : 'contact.planQuietDay', data, planOf(context));
  }
  if (open === undefined) return contactReason('contact.lawQuietDay', { zone, day, ...lawEvidence(rule.law) });
  return contactReason('contact.lawQuietHours', quietEvidence(zone, day, open, rule.law));
}

function quietEvidence(zone: string, day: Day, open: Minutes, law: Law): ReasonData {
  const { rule, source, checkedOn, effectiveFrom, confidence } = law;
  const [from, until, table] = [clock(open.from), clock(open.until), LAW_TABLE_VERSION];
  return { zone, day, from, until, rule, source, checkedOn, effectiveFrom, confidence, table };
}

type PlanRef = { readonly plan: NonNullable<Reason['plan']> };

const PLAN_REFS = new WeakMap<CompiledPlan, PlanRef>();

function planOf({ plan }: Context): PlanRef {
  const known = PLAN_REFS.get(plan);
  if (known !== undefined) return known;
  const made = { plan: { version: plan.version } };
  PLAN_REFS.set(plan, made);
  return made;
}

const CLOCK_TEXTS: string[] = [];

/** `09:00` */
function clock(minutes: number): string {
  const known = CLOCK_TEXTS[minutes];
  if (known !== undefined) return known;
  const hours = Math.floor(minutes / 60);
  const text = `${String(hours).padStart(2, '0')}:${String(minutes - hours * 60).padStart(2, '0')}`;
  CLOCK_TEXTS[minutes] = text;
  return text;
}
