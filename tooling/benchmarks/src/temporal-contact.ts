import {
  type Attempt,
  type ContactHistory,
  type ContactVerdict,
  type Context,
  candidateRegions,
  candidateZones,
  countryOf,
  type Instant,
  nonEmpty,
  type Reason,
  reason,
} from '@beback/core';
import { roomFrom } from './temporal-caps.ts';
import { groundOf } from './temporal-ground.ts';
import { commonStretch, openReason, quietReasons, zonesOf } from './temporal-hours.ts';
import type { Places } from './temporal-laws.ts';

/**
 * The rules of `mayContact` for calls and texts as one writes them down first: the same law tables, the same verdicts
 * with the same reasons, every day, hour and span asked of Temporal when it is needed. Only what does not depend on the
 * moment, a law's date of effect, is read once.
 */
export function temporalContact(customer: ContactHistory, attempt: Attempt, context: Context): ContactVerdict {
  const { channel, purpose, location } = attempt;
  if (channel !== 'call' && channel !== 'text') throw new RangeError('temporalContact: expected a call or a text');
  const now = Temporal.Instant.fromEpochMilliseconds(context.now);
  const regions = candidateRegions(location);
  const places: Places = regions.length === 0 ? ['USA'] : [...new Set(regions.map(countryOf)), ...regions];
  const ground = groundOf(customer, attempt, places, now);
  if (!ground.ok) return { kind: 'never', reasons: some(ground.reasons) };

  const solicits = purpose === 'marketing' || purpose === 'replyToInquiry' || purpose === 'survey';
  const zones = zonesOf(channel, solicits, location, places, context);
  const room = roomFrom(customer, attempt, solicits, places, now, context);
  const stretch = commonStretch(zones, room.from);
  const known = candidateZones(location).length > 0;
  const place = known ? [] : [reason('contact.unknownPlace', { zone: context.calendar.zone })];
  if (stretch !== undefined && Temporal.Instant.compare(stretch.from, now) === 0) {
    const until = Math.min(stretch.until.epochMilliseconds, ground.until) as Instant;
    return { kind: 'allowed', until, reasons: some([openReason(zones, now, context), ...place, ...ground.reasons]) };
  }
  const why = [...room.reasons, ...quietReasons(zones, now, context), ...place];
  if (stretch === undefined) return { kind: 'never', reasons: [reason('contact.noCommonHour'), ...why] };
  const next = stretch.from.epochMilliseconds as Instant;
  if (next < ground.until) return { kind: 'notNow', next, reasons: some(why) };
  const ends = reason('contact.groundEndsFirst', { until: ground.until, next });
  return { kind: 'never', reasons: [ends, ...why, ...ground.reasons] };
}

function some(reasons: readonly Reason[]): ContactVerdict['reasons'] {
  const list = nonEmpty(reasons);
  if (list === undefined) throw new Error('temporalContact: a verdict without a reason');
  return list;
}
