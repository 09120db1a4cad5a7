import type { CustomerEvidence } from '../cadence/with-best-times.ts';
import { addOpenTime, nextOpen, openMillisecondsBetween } from '../calendar/open-time.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import type { Attempt } from '../contact/attempt.ts';
import { type CallingWindow, callingWindow } from '../contact/calling-window.ts';
import type { LeadMark } from '../opportunity/history-marks.ts';
import type { Context } from '../plan/context.ts';
import type { ClockPolicy } from '../plan/follow-up-plan.ts';
import { type Instant, MINUTE } from '../spine/instant.ts';

/**
 * How far a running clock has come, in open time since receipt: `call` (the first call is due), `late`, `handOver`
 * (another person who is present gets the call), `manager` (a manager gets it).
 */
export const RESPONSE_STAGES = ['call', 'late', 'handOver', 'manager'] as const;
/** One of {@link RESPONSE_STAGES}. */
export type ResponseStage = (typeof RESPONSE_STAGES)[number];

/** A stage begins when so much open time has passed since receipt in which the customer could lawfully be called. */
const STAGE_BEGINS = [
  { stage: 'late', after: 'callWithinOpenMinutes' },
  { stage: 'handOver', after: 'handOverAfterOpenMinutes' },
  { stage: 'manager', after: 'managerAfterOpenMinutes' },
] as const satisfies readonly { stage: ResponseStage; after: keyof ClockPolicy }[];

/** When a stage begins if nobody answers. */
export interface StageBegin {
  readonly stage: ResponseStage;
  /** Absent: not within the calendar's days. */
  readonly at?: Instant;
}

/** Whether the customer may be called, by the hours of law and plan, at an instant. */
export type CallingHours = (at: Instant) => CallingWindow;

/** The hours in which a first call to the customer of a lead is lawful; who left no number is answered at any hour. */
export function firstCallHours(
  { callable }: Pick<LeadMark, 'callable'>,
  { history, location }: CustomerEvidence,
  context: Context,
): CallingHours {
  if (!callable) return () => ({ open: true, until: context.calendar.until });
  const attempt: Attempt = { channel: 'call', purpose: 'replyToInquiry', automated: false, location };
  return (at) => callingWindow(history, attempt, { ...context, now: at });
}

/**
 * When each stage begins: its minutes are counted while the store is open and the law lets the customer be called; while
 * it does not, the clock's escalation pauses.
 */
export function stageBegins(since: Instant, hours: CallingHours, { plan, calendar }: Context): readonly StageBegin[] {
  const begins: StageBegin[] = [];
  let at: Instant | undefined = since;
  let counted = 0;
  for (const { stage, after } of STAGE_BEGINS) {
    const minutes: number = plan.clock[after];
    at = at && addLawfulTime(calendar, hours, at, minutes * MINUTE - counted);
    counted = minutes * MINUTE;
    begins.push({ stage, ...(at !== undefined && { at }) });
  }
  return begins;
}

/** The first instant by which there has been so much open and lawful time; undefined when the calendar ends before. */
function addLawfulTime(
  calendar: StoreCalendar,
  hours: CallingHours,
  from: Instant,
  milliseconds: number,
): Instant | undefined {
  let at = from;
  let left = milliseconds;
  while (at < calendar.until) {
    const window = hours(at);
    if (!window.open) {
      at = window.next;
      continue;
    }
    const until = Math.min(window.until, calendar.until) as Instant;
    const open = openMillisecondsBetween(calendar, at, until);
    if (open >= left) return addOpenTime(calendar, at, left);
    left -= open;
    at = window.until;
  }
  return undefined;
}

/** What keeps a clock from counting now: the store is closed, or the law lets nobody call the customer. */
export interface ResponseWait {
  readonly by: 'closing' | 'law';
  /** When it counts again; absent: not within the calendar's days. */
  readonly until?: Instant;
}

/** What keeps the clock from counting at the context's instant; undefined while it counts. */
export function responseWait(hours: CallingHours, { calendar, now }: Context): ResponseWait | undefined {
  const opens = openAt(calendar, now);
  const shutNow = opens === now && !hours(now).open;
  let at = opens;
  while (at !== undefined && at < calendar.until) {
    const window = hours(at);
    if (window.open) break;
    at = openAt(calendar, window.next);
  }
  if (at === now) return undefined;
  // At night both are shut: it is the law that still holds at the opening that the wait is put down to.
  const by = shutNow || at !== opens ? 'law' : 'closing';
  return { by, ...(at !== undefined && { until: at }) };
}

function openAt(calendar: StoreCalendar, at: Instant): Instant | undefined {
  const last = calendar.closes.at(-1) ?? Number.NEGATIVE_INFINITY;
  return at < last ? nextOpen(calendar, at) : undefined;
}
