import { expect, it } from 'vitest';
import { contextAt, NEW_YORK, planOf } from '../../test/support/plan-context.ts';
import { vectors } from '../../test/support/vectors.ts';
import { instantAt } from '../calendar/wall-time.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import { candidateZones } from '../location/candidates.ts';
import { day } from '../spine/day.ts';
import type { Attempt } from './attempt.ts';
import { callingWindow } from './calling-window.ts';
import { customerZone } from './customer-zones.ts';

interface Row {
  readonly it: string;
  readonly areaCode: string;
  readonly wednesday: string;
  readonly saturday: string;
  readonly sunday: string;
  readonly thanksgiving: string;
}

const plan = planOf();

it.each(vectors<Row>('contact', 'state-hours'))('$it', ({ areaCode, wednesday, saturday, sunday, thanksgiving }) => {
  expect(['2026-11-18', '2026-11-21', '2026-11-22', '2026-11-26'].map((date) => lawfulHours(areaCode, date))).toEqual([
    wednesday,
    saturday,
    sunday,
    thanksgiving,
  ]);
});

// Helpers

/** The half-hours of a day, by the customer's clock, in which a reply by phone is lawful: `08:00-21:00`. */
function lawfulHours(areaCode: string, date: string): string {
  const attempt: Attempt = {
    channel: 'call',
    purpose: 'replyToInquiry',
    automated: false,
    location: { areaCodes: [areaCode] },
  };
  const [zone = ''] = candidateZones(attempt.location);
  const table = customerZone(zone, NEW_YORK);
  const open = Array.from({ length: 48 }, (_, i) => i * 30).filter((minutes) => {
    const now = instantAt(table, day(date), minutes);
    return callingWindow(contactHistory.empty, attempt, contextAt(now, { plan })).open;
  });
  const spans = open.flatMap((minutes, i) => [
    ...(open[i - 1] === minutes - 30 ? [] : [clock(minutes)]),
    ...(open[i + 1] === minutes + 30 ? [] : [clock(minutes + 30)]),
  ]);
  return spans.join('-');
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
