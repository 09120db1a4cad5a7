import {
  type Capacity,
  type ContactVerdict,
  type Context,
  type Day,
  dayOf,
  explainPlace,
  type Id,
  judgeWork,
  type Placement,
  type PlacementKind,
  placeWork,
  type Reason,
  reason,
  type Touch,
  workColumns,
} from '@beback/core';
import { type ContactEvidence, verdictOf } from '../contact/verdict-of.ts';

/** Where a touch stands on a day of its store. */
export interface TouchPlace {
  readonly kind: PlacementKind;
  /** Whose it is: on a list the list's person, else the customer's owner; undefined: nobody's. */
  readonly memberId: Id<'Member'> | undefined;
  /** On whose list it stands as well: the owner's, where the clock of a lead handed it on. */
  readonly alsoMemberId?: Id<'Member'> | undefined;
  readonly expectedValue: number | undefined;
  readonly deferredTo: Day | undefined;
  /** The day that it was placed on; undefined: never yet. */
  readonly placedOn: Day | undefined;
  readonly reasons: readonly Reason[];
  /** Of the moment it was placed; contact law is asked again wherever it matters. */
  readonly verdict: ContactVerdict | undefined;
}

/** Before anybody has planned: nobody's list, and the owner's where the step is one. */
export function unplaced(touch: Touch): TouchPlace {
  return {
    kind: 'deferred',
    memberId: ownerOf(touch),
    expectedValue: undefined,
    deferredTo: undefined,
    placedOn: undefined,
    reasons: [],
    verdict: undefined,
  };
}

/** By touch id. */
export type Verdicts = ReadonlyMap<Id<'Touch'>, ContactVerdict>;

/** What contact law says of each touch at the context's instant. */
export function verdictsOf(
  due: readonly Touch[],
  evidenceOf: (opportunityId: string) => ContactEvidence,
  context: Context,
): Verdicts {
  return new Map(due.map((touch) => [touch.id, verdictOf(touch, evidenceOf(touch.opportunityId), context)]));
}

/** {@link DayContext.verdictOf} of verdicts that are known. */
export function verdictIn(verdicts: Verdicts): (touch: Touch) => ContactVerdict {
  return (touch) => {
    const verdict = verdicts.get(touch.id);
    if (verdict === undefined) throw new Error(`no verdict of contact law for touch ${touch.id}`);
    return verdict;
  };
}

/** Core's plan of the day as what is stored of it. */
export function placeTouches(
  due: readonly Touch[],
  people: readonly Capacity[],
  verdicts: Verdicts,
  context: Context,
): ReadonlyMap<Id<'Touch'>, TouchPlace> {
  const placedOn = dayOf(context.calendar, context.now);
  const columns = workColumns(due, context);
  judgeWork(columns, verdictIn(verdicts));
  const placed = placeWork(columns, people, context.now);
  return new Map(due.map((touch, i) => [touch.id, placeOf(explainPlace(placed, i), placedOn, verdicts.get(touch.id))]));
}

function placeOf(placement: Placement, placedOn: Day, verdict: ContactVerdict | undefined): TouchPlace {
  const { kind, touch } = placement;
  const onList = kind === 'listed' || kind === 'handedOver';
  return {
    kind,
    memberId: onList ? placement.to : ownerOf(touch),
    expectedValue: onList ? placement.expectedValue : undefined,
    deferredTo: kind === 'deferred' ? placement.to : undefined,
    placedOn,
    reasons: reasonsOf(placement),
    verdict,
  };
}

/** What contact law says of something on a list is told anew whenever the list is read. */
function reasonsOf(placement: Placement): readonly Reason[] {
  const { kind, reasons } = placement;
  if (kind === 'listed' || kind === 'handedOver') return reasons.filter(({ code }) => !saysLaw(code));
  if (kind !== 'blocked' || placement.verdict.kind !== 'notNow') return reasons;
  return [...reasons, reason('workday.lawfulFrom', { from: placement.verdict.next })];
}

function saysLaw(code: string): boolean {
  return code === 'workday.lawfulFrom' || code.startsWith('contact.');
}

/** An owner's touch is the owner's on any day, also when today's list has no room for it. */
function ownerOf({ who, ownerId }: Touch): Id<'Member'> | undefined {
  return who === 'owner' ? ownerId : undefined;
}
