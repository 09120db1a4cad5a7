import type { Touch, Urgency } from '../cadence/touch.ts';
import type { StoreCalendar } from '../calendar/store-calendar.ts';
import { dayNumberOf } from '../calendar/wall-time.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import type { CompiledPlan } from '../plan/compiled-plan.ts';
import { type StepActor, TRIGGERS } from '../plan/follow-up-plan.ts';
import type { Id } from '../spine/id.ts';

/** Who does a touch, its urgency in the order of placing, and whether it is a call: {@link WorkColumns.flags}. */
export const [WHO, OWNER, MANAGER, BDC, AUTOMATION] = [0b11, 0, 1, 2, 3] as const;
export const [URGENCY_SHIFT, URGENCY, PROMISE, CLOCK, ROUTINE] = [2, 0b11, 0, 1, 2] as const;
/** A call, and one that the BDC had better make because the floor is busy. */
export const [CALL, BUSY_FLOOR] = [16, 32] as const;

/** Values of {@link WorkColumns.verdict}. */
export const [NOT_ASKED, ALLOWED, NOT_NOW, NEVER] = [0, 1, 2, 3] as const;

/** In {@link WorkColumns.sinceDay}: the calendar does not hold the trigger. */
export const NO_DAY = -0x80000000;

/**
 * Touches of one store as columns, for `placeWork`: made by `workColumns`, good for as long as the touches are. What
 * contact law says changes by the hour: `judgeWork` asks it.
 */
export interface WorkColumns {
  readonly plan: CompiledPlan;
  readonly calendar: StoreCalendar;
  /** The i-th stands at place i of all columns. */
  readonly touches: readonly Touch[];
  readonly flags: Uint8Array;
  /** Place in `TRIGGERS`. */
  readonly trigger: Uint8Array;
  /** The store's day of the trigger, as days since 1970-01-01. */
  readonly sinceDay: Int32Array;
  readonly from: Float64Array;
  readonly best: Float64Array;
  readonly deadline: Float64Array;
  /** Place of the owner in {@link WorkColumns.owners}; -1: the customer is nobody's. */
  readonly owner: Int32Array;
  readonly owners: readonly Id<'Member'>[];
  /** What contact law said when it was asked last, and from when on it allows what it does not yet. */
  readonly verdict: Uint8Array;
  readonly lawfulFrom: Float64Array;
  readonly verdicts: ContactVerdict[];
}

const WHO_BITS: Readonly<Record<StepActor, number>> = {
  owner: OWNER,
  manager: MANAGER,
  bdc: BDC,
  automation: AUTOMATION,
};
/** Promises take their place in a day first: they are kept whatever else there is. */
const URGENCY_BITS: Readonly<Record<Urgency, number>> = { promise: PROMISE, clock: CLOCK, routine: ROUTINE };
const VERDICT_CODES: Readonly<Record<ContactVerdict['kind'], number>> = {
  allowed: ALLOWED,
  notNow: NOT_NOW,
  never: NEVER,
};

/**
 * Encodes touches of one store, once for any number of days and hours on which they are placed.
 *
 * @param touches - of any number of opportunities, each once
 *
 * @example
 * const columns = workColumns(due, { plan, calendar });
 */
export function workColumns(
  touches: readonly Touch[],
  { plan, calendar }: { readonly plan: CompiledPlan; readonly calendar: StoreCalendar },
): WorkColumns {
  const count = touches.length;
  const owners = new Map<Id<'Member'>, number>();
  const columns = {
    plan,
    calendar,
    touches,
    flags: new Uint8Array(count),
    trigger: new Uint8Array(count),
    sinceDay: new Int32Array(count),
    from: new Float64Array(count),
    best: new Float64Array(count),
    deadline: new Float64Array(count),
    owner: new Int32Array(count),
    verdict: new Uint8Array(count),
    lawfulFrom: new Float64Array(count),
    verdicts: [],
  };
  for (let i = 0; i < count; i++) {
    const { who, urgency, channel, by, trigger, since, window, ownerId } = touches[i] as Touch;
    const kind = WHO_BITS[who] | (URGENCY_BITS[urgency] << URGENCY_SHIFT);
    columns.flags[i] = kind | (channel === 'call' ? CALL : 0) | (by === 'bdc' ? BUSY_FLOOR : 0);
    columns.trigger[i] = TRIGGERS.indexOf(trigger);
    columns.sinceDay[i] = since >= calendar.from && since < calendar.until ? dayNumberOf(calendar, since) : NO_DAY;
    columns.from[i] = window.from;
    columns.best[i] = window.best;
    columns.deadline[i] = window.deadline;
    columns.owner[i] = ownerId === undefined ? -1 : placeIn(owners, ownerId);
  }
  return { ...columns, owners: [...owners.keys()] };
}

/**
 * Asks contact law about each touch; the verdicts stand in the columns until it is asked again.
 *
 * @param verdictOf - at the instant at which the touches are to be placed
 *
 * @example
 * judgeWork(columns, (touch) => mayContact(historyOf(touch), attemptOf(touch), context));
 */
export function judgeWork(columns: WorkColumns, verdictOf: (touch: Touch) => ContactVerdict): void {
  for (const [i, touch] of columns.touches.entries()) {
    const verdict = verdictOf(touch);
    columns.verdicts[i] = verdict;
    columns.verdict[i] = VERDICT_CODES[verdict.kind];
    columns.lawfulFrom[i] = verdict.kind === 'notNow' ? verdict.next : Number.NaN;
  }
}

function placeIn(places: Map<Id<'Member'>, number>, member: Id<'Member'>): number {
  const known = places.get(member);
  if (known !== undefined) return known;
  places.set(member, places.size);
  return places.size - 1;
}
