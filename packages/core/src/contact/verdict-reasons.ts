import { dayIn, midnightOf, onWall, stretchAt } from '../calendar/zone-day.ts';
import type { ZoneTable } from '../calendar/zone-table.ts';
import type { Context } from '../plan/context.ts';
import { type Day, dayOfNumber } from '../spine/day.ts';
import type { Instant } from '../spine/instant.ts';
import type { Reason, ReasonData } from '../spine/reason.ts';
import type { FullCap } from './attempt-caps.ts';
import { hoursOn, type Opening } from './calling-hours.ts';
import type { ContactRules } from './contact-rules.ts';
import type { Minutes } from './hours-laws.ts';
import { LAW_TABLE_VERSION, type Law, lawEvidence } from './law.ts';
import { contactReason } from './reason-texts.ts';
import type { SourcedHours } from './sourced-hours.ts';

/** Why the caps leave no room now. */
export function capReasons(caps: readonly FullCap[], { plan }: Pick<Context, 'plan'>): readonly Reason[] {
  return caps.map(({ law, cap, attempts, freeAt }) =>
    law === undefined
      ? contactReason('contact.planAttemptCap', { attempts, cap, freeAt }, { plan: { version: plan.version } })
      : contactReason('contact.attemptCap', { attempts, cap, freeAt, ...lawEvidence(law) }),
  );
}

/** Every rule that forbids the hour, each once, with the first zone in which it does. */
export function quietReasons(rules: ContactRules, context: Context): readonly Reason[] {
  const { now } = context;
  const reasons: Reason[] = [];
  let told = 0;
  let known: readonly SourcedHours[] = [];
  for (const { table, rules: hours } of rules.zones) {
    // Zones of one place share their rules: which of them are told is a bit for each.
    if (hours !== known) told = 0;
    known = hours;
    const stretch = stretchAt(table, now);
    const day = dayIn(table, stretch, now);
    const midnight = midnightOf(table, stretch, day);
    for (let k = 0; k < hours.length; k++) {
      const rule = hours[k] as SourcedHours;
      if ((told & (1 << k)) !== 0) continue;
      const open = hoursOn(rule, day);
      if (open !== undefined && isWithin(table, day, midnight, open, now)) continue;
      told |= 1 << k;
      reasons.push(quietReason(rule, open, table.zone, day));
    }
  }
  if (!rules.placeKnown) reasons.push(placeReason(context));
  return reasons;
}

function isWithin(table: ZoneTable, day: number, midnight: number, { from, until }: Minutes, at: Instant): boolean {
  return onWall(table, day, midnight, from) <= at && at < onWall(table, day, midnight, until);
}

/** The rule that closes first of all that are open now. */
export function openReason({ rule, zone, until }: Opening<SourcedHours>): Reason {
  return rule.by === 'plan'
    ? contactReason('contact.planWithinHours', { zone, until }, { plan: rule.plan })
    : contactReason('contact.lawWithinHours', withinEvidence(zone, until, rule.law));
}

/** Written out: this is what most verdicts carry. */
function withinEvidence(zone: string, until: Instant, law: Law): ReasonData {
  const { rule, source, checkedOn, effectiveFrom, confidence } = law;
  return { zone, until, rule, source, checkedOn, effectiveFrom, confidence, table: LAW_TABLE_VERSION };
}

/** That nothing tells where the customer is. */
export function placeReason({ calendar }: Context): Reason {
  return contactReason('contact.unknownPlace', { zone: calendar.zone });
}

function quietReason(rule: SourcedHours, open: Minutes | undefined, zone: string, dayNumber: number): Reason {
  const day = dayOfNumber(dayNumber);
  if (rule.by === 'plan') {
    const data = open ? { zone, day, from: clock(open.from), until: clock(open.until) } : { zone, day };
    return contactReason(open ? 'contact.planQuietHours' : 'contact.planQuietDay', data, { plan: rule.plan });
  }
  if (open === undefined) return contactReason('contact.lawQuietDay', { zone, day, ...lawEvidence(rule.law) });
  return contactReason('contact.lawQuietHours', quietEvidence(zone, day, open, rule.law));
}

function quietEvidence(zone: string, day: Day, open: Minutes, law: Law): ReasonData {
  const { rule, source, checkedOn, effectiveFrom, confidence } = law;
  const [from, until, table] = [clock(open.from), clock(open.until), LAW_TABLE_VERSION];
  return { zone, day, from, until, rule, source, checkedOn, effectiveFrom, confidence, table };
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
