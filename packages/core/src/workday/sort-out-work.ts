import { dayNumberOf, startOfDay } from '../calendar/wall-time.ts';
import { addDays, dayOfNumber } from '../spine/day.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { AUTOMATED, BLOCKED, NO_ROOM, NOT_YET } from './place-code.ts';
import { FIT_CALL } from './seats.ts';
import {
  ALLOWED,
  AUTOMATION,
  CALL,
  NEVER,
  NO_DAY,
  NOT_ASKED,
  NOT_NOW,
  URGENCY,
  URGENCY_SHIFT,
  WHO,
  type WorkColumns,
} from './work-columns.ts';
import { bucketOf, NO_BUCKET } from './work-queue.ts';
import { FIT_SHIFT, OLDEST, RANK, WORTH } from './worth-table.ts';

/** What is known of touches before anybody is given any. */
export interface SortedOut {
  /** `NO_ROOM` of what people are to do, for the time being. */
  readonly code: Uint8Array;
  /** The bucket in the queue, or `NO_BUCKET`. */
  readonly bucket: Uint8Array;
  /** How it fits into a day: bits of `FIT_CALL` and so on. */
  readonly fit: Uint8Array;
  /** By opportunity: the server's own touch that reaches the customer when no person does. */
  readonly serving: ReadonlyMap<Id<'Opportunity'>, number>;
}

/**
 * Decides what needs no person: what begins another day, what contact law forbids today, what the server does. All else
 * gets its urgency and its worth.
 *
 * @throws Error when contact law was not asked about a touch
 */
export function sortOutWork(columns: WorkColumns, now: Instant, code: Uint8Array): SortedOut {
  const { calendar, flags, verdict, from, sinceDay, trigger, deadline } = columns;
  const count = flags.length;
  const today = dayNumberOf(calendar, now);
  const tomorrow = startOfDay(calendar, addDays(dayOfNumber(today), 1));
  const [bucket, fit] = [new Uint8Array(count).fill(NO_BUCKET), new Uint8Array(count)];
  const serving = new Map<Id<'Opportunity'>, number>();
  for (let i = 0; i < count; i++) {
    const kind = flags[i] as number;
    const law = verdict[i] as number;
    const isPersons = (kind & WHO) !== AUTOMATION;
    // What most touches are comes first: lawful now, and a person's.
    if (!isPersons || law !== ALLOWED || (from[i] as number) >= tomorrow) {
      if (law === NOT_ASKED)
        throw new Error(`placeWork: contact law was not asked about touch ${columns.touches[i]?.id}`);
      if (!isPersons && law !== NEVER && (deadline[i] as number) > now) keepEarliest(serving, columns, i);
      const elsewhere = placeElsewhere(columns, i, tomorrow);
      if (elsewhere !== NO_ROOM) {
        code[i] = elsewhere;
        continue;
      }
    }
    const since = sinceDay[i] as number;
    const age = today - (since === NO_DAY ? dayOfTrigger(columns, i) : since);
    const worth = WORTH[(trigger[i] as number) * (OLDEST + 1) + Math.min(Math.max(age, 0), OLDEST)] as number;
    code[i] = NO_ROOM;
    bucket[i] = bucketOf((kind >> URGENCY_SHIFT) & URGENCY, worth & RANK);
    fit[i] = (worth >> FIT_SHIFT) | ((kind & CALL) === 0 ? 0 : FIT_CALL);
  }
  return { code, bucket, fit, serving };
}

/** What begins another day, what contact law forbids today, what the server does; `NO_ROOM`: a person is to do it. */
function placeElsewhere({ flags, verdict, from, lawfulFrom }: WorkColumns, i: number, tomorrow: Instant): number {
  if ((from[i] as number) >= tomorrow) return NOT_YET;
  const law = verdict[i] as number;
  if (law === NEVER || (law === NOT_NOW && (lawfulFrom[i] as number) >= tomorrow)) return BLOCKED;
  return ((flags[i] as number) & WHO) === AUTOMATION ? AUTOMATED : NO_ROOM;
}

/** Throws where the calendar does not hold the trigger: what a person is to do has an age. */
function dayOfTrigger({ calendar, touches }: WorkColumns, i: number): number {
  return dayNumberOf(calendar, touches[i]?.since ?? (Number.NaN as Instant));
}

function keepEarliest(serving: Map<Id<'Opportunity'>, number>, { touches, from }: WorkColumns, i: number): void {
  const touch = touches[i];
  if (touch === undefined) return;
  const known = serving.get(touch.opportunityId);
  const difference = known === undefined ? -1 : touch.window.from - (from[known] as number);
  if (known === undefined || difference < 0 || (difference === 0 && touch.id < (touches[known]?.id ?? ''))) {
    serving.set(touch.opportunityId, i);
  }
}
