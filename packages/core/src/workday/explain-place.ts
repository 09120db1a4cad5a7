import type { Touch } from '../cadence/touch.ts';
import { addOpenDays } from '../calendar/open-time.ts';
import { dayOf } from '../calendar/wall-time.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import type { Day } from '../spine/day.ts';
import { instant } from '../spine/instant.ts';
import type { Reason, ReasonData } from '../spine/reason.ts';
import { type Capacity, weightOf } from './capacity.ts';
import { chanceToClose } from './chance-to-close.ts';
import { NOT_YET, PLACE_CODES, TO_COLLEAGUE } from './place-code.ts';
import type { PlacedWork } from './place-work.ts';
import type { Placement } from './placement.ts';
import { ageOf, touchReason, worthOf } from './worth-of.ts';

/**
 * Where one touch of a batch goes, with all reasons.
 *
 * @param i - its place in the columns
 *
 * @example
 * const list = placed.lists[0]?.map((i) => explainPlace(placed, i));
 */
export function explainPlace(placed: PlacedWork, i: number): Placement {
  const { columns, now, code } = placed;
  const { plan, calendar } = columns;
  const touch = columns.touches[i];
  const verdict = columns.verdicts[i];
  const place = PLACE_CODES[code[i] as number];
  if (touch === undefined || verdict === undefined || place === undefined)
    throw new RangeError(`explainPlace: expected a place below ${columns.touches.length}, got ${i}`);
  const because = (data: ReasonData = {}): Reason => touchReason(place.why ?? '', touch, columns, data);
  switch (place.kind) {
    case 'listed': {
      const why = place.why === undefined ? [] : [because()];
      const reasons = [worthOf(touch, { plan, calendar, now }), ...why, ...waitOf(touch, verdict, placed)] as const;
      return { kind: 'listed', touch, ...onList(placed, i, touch), reasons };
    }
    case 'handedOver': {
      const worth = worthOf(touch, { plan, calendar, now });
      const why = because(code[i] === TO_COLLEAGUE ? coverOf(placed, i) : {});
      return {
        kind: 'handedOver',
        touch,
        ...onList(placed, i, touch),
        reasons: [why, worth, ...waitOf(touch, verdict, placed)],
      };
    }
    case 'automated':
      return { kind: 'automated', touch, reasons: [because(insteadOf(placed, i))] };
    case 'deferred': {
      const to = code[i] === NOT_YET ? dayOf(calendar, touch.window.from) : nextOpenDay(placed);
      return { kind: 'deferred', touch, to, reasons: [because({ day: to })] };
    }
    case 'blocked':
      return { kind: 'blocked', touch, verdict, reasons: verdict.reasons };
  }
}

function personOf({ people, to }: PlacedWork, i: number): Capacity {
  return people[to[i] as number] as Capacity;
}

function onList(placed: PlacedWork, i: number, touch: Touch) {
  const { columns, now, rank } = placed;
  const person = personOf(placed, i);
  const worth = chanceToClose(touch.trigger, ageOf(touch, { calendar: columns.calendar, now }));
  return {
    to: person.memberId,
    rank: rank[i] as number,
    expectedValue: worth * weightOf(person),
  };
}

/** What makes it wait until later today. */
function waitOf(touch: Touch, verdict: ContactVerdict, { columns }: PlacedWork): readonly Reason[] {
  if (verdict.kind !== 'notNow') return [];
  return [touchReason('workday.lawfulFrom', touch, columns, { from: verdict.next }), ...verdict.reasons];
}

/** How full the day of who covers was before. */
function coverOf(placed: PlacedWork, i: number): ReasonData {
  return { tasks: placed.coverTasks.get(i) ?? 0, capacity: personOf(placed, i).tasks };
}

/** The server's message that reaches the customer instead, where one does. */
function insteadOf({ columns, to, now }: PlacedWork, i: number): ReasonData {
  const instead = columns.touches[to[i] as number];
  if (instead === undefined) return {};
  return { channel: instead.channel, day: dayOf(columns.calendar, instant(Math.max(instead.window.from, now))) };
}

function nextOpenDay({ columns: { calendar }, now }: PlacedWork): Day {
  return addOpenDays(calendar, dayOf(calendar, now), 1);
}
