import {
  type Candidate,
  type Context,
  type DepartmentKind,
  type FirstResponse,
  type HandOnPool,
  handOn,
  type Id,
  type Reason,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { AskedTouch } from '../cadence/plan-touches.ts';
import { candidatesOf, type LeadTakers } from '../routing/candidates.ts';
import type { TouchPlace } from '../workday/touch-place.ts';

/** A touch of the same opportunity as it stood before. */
export interface StoodBefore {
  readonly memberId: string | null;
  readonly placedReasons: readonly Reason[];
}

/** Hands the calls of waiting leads on, one after the other: who got one has less room for the next. */
export interface HandOnDesk {
  /**
   * Where the touch stands once its lead's clock has had its say; where it stood if that has none.
   */
  place(asked: AskedTouch, lead: WaitingOf, context: Context): TouchPlace;
}

/** The lead that a touch is about. */
export interface WaitingOf {
  readonly response: FirstResponse;
  readonly department: DepartmentKind;
  /** On whose list its call stood until now. */
  readonly holderId: string | null | undefined;
  /** The opportunity's touches as they stood. */
  readonly before: readonly StoodBefore[];
}

const NAMES = statement('names of members', 'select id, name from member where group_id = $1 and id = any($2)');

/** Opens the desk for the people of a store on their day. */
export async function openHandOnDesk(runner: SqlRunner, groupId: string, day: LeadTakers): Promise<HandOnDesk> {
  const ids = day.people.map(({ memberId }) => memberId);
  const rows = await runner.sql<{ readonly id: string; readonly name: string }>(NAMES, [groupId, ids]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const got = new Map<string, number>();
  const loaded = (people: readonly Candidate[]): readonly Candidate[] =>
    people.map((person) => ({ ...person, tasks: person.tasks + (got.get(person.memberId) ?? 0) }));
  return {
    place({ touch, place }, { response, department, holderId, before }, context) {
      if (response.kind !== 'running' || touch.urgency !== 'clock' || !isOnList(place)) return place;
      const stood = before.find(({ placedReasons }) => isOfStage(placedReasons[0], response));
      const memberId = holderId ?? place.memberId;
      const name = nameIn(stood?.placedReasons[0]) ?? (memberId == null ? undefined : names.get(memberId));
      const handedOn = handOn(
        {
          stage: response.stage,
          since: response.since,
          ...(memberId != null && name !== undefined && { holder: { memberId: memberId as Id<'Member'>, name } }),
          ...(touch.ownerId !== undefined && { ownerId: touch.ownerId }),
          ...(stood?.memberId != null && { handedTo: stood.memberId as Id<'Member'> }),
        },
        poolsOf(withoutOwner(day, touch.ownerId), department, loaded),
        context,
      );
      if (handedOn === undefined) return place;
      got.set(handedOn.to, (got.get(handedOn.to) ?? 0) + 1);
      const worth = place.reasons.filter(({ code }) => code === 'workday.clock');
      const stays = stood !== undefined && stood.memberId === handedOn.to;
      const why = stays ? stood.placedReasons.filter(({ code }) => code.startsWith('routing.')) : handedOn.reasons;
      const { ownerId } = touch;
      // Whose customer it is may still answer first: nothing is taken out of that hand.
      const also = ownerId !== undefined && ownerId !== handedOn.to ? { alsoMemberId: ownerId } : {};
      return { ...place, kind: 'handedOver', memberId: handedOn.to, ...also, reasons: [...why, ...worth] };
    },
  };
}

function poolsOf(
  day: LeadTakers,
  department: DepartmentKind,
  loaded: (people: readonly Candidate[]) => readonly Candidate[],
): Readonly<Record<HandOnPool, readonly Candidate[]>> {
  return { colleagues: loaded(candidatesOf(day, department, undefined)), managers: loaded(managersOf(day)) };
}

/** A department of the owner alone leaves its leads to the other people of the store. */
function withoutOwner({ people, capacities }: LeadTakers, ownerId: string | undefined): LeadTakers {
  const others = (each: { readonly memberId: string }) => each.memberId !== ownerId;
  return { people: people.filter(others), capacities: capacities.filter(others) };
}

function managersOf({ people, capacities }: LeadTakers): readonly Candidate[] {
  return people.flatMap(({ memberId, role, taken, lastLeadAt }, i): readonly Candidate[] => {
    if (role !== 'manager' && role !== 'generalManager') return [];
    const { present, tasks } = capacities[i] ?? { present: true, tasks: 0 };
    const since = lastLeadAt === undefined ? {} : { lastLeadAt };
    return [{ memberId, knowsCustomer: false, present, tasks: taken.tasks, capacity: tasks, ...since }];
  });
}

function isOnList({ kind }: TouchPlace): boolean {
  return kind === 'listed' || kind === 'handedOver';
}

function isOfStage(why: Reason | undefined, { stage, since }: Extract<FirstResponse, { kind: 'running' }>): boolean {
  return (
    why?.code.startsWith('routing.handedOn') === true && why.data['stage'] === stage && why.data['since'] === since
  );
}

function nameIn(why: Reason | undefined): string | undefined {
  const from = why?.data['from'];
  return typeof from === 'string' && from !== '' ? from : undefined;
}
