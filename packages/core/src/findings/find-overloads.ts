import { dayOf } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import type { DailyCapacity } from '../plan/follow-up-plan.ts';
import { type Id, id } from '../spine/id.ts';
import { reason } from '../spine/reason.ts';
import { type Finding, TELL_MANAGER } from './finding.ts';

/** What was promised for a person's day, beside what fits into it. */
export interface PromisedLoad {
  readonly memberId: Id<'Member'>;
  /** Where the person works. */
  readonly departmentId: Id<'Department'>;
  /** What the person gets done in a day. */
  readonly capacity: DailyCapacity;
  /** Touches of today that were promised to customers, done or not, and the calls among them. */
  readonly promised: DailyCapacity;
}

/**
 * The people to whose day more was promised than they get done in it: no plan of the day puts a promise off, so their
 * manager must see to it. One finding a person and day; it lasts while the day does. A lead that waits too long is a
 * finding of its own.
 *
 * @param loads - of today, of one store
 *
 * @example
 * const findings = findOverloads(storeId, promisedLoads, context);
 */
export function findOverloads(
  storeId: Id<'Store'>,
  loads: readonly PromisedLoad[],
  { plan, calendar, now }: Context,
): readonly Finding[] {
  const today = dayOf(calendar, now);
  return loads
    .filter(({ capacity, promised }) => promised.tasks > capacity.tasks || promised.calls > capacity.calls)
    .toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
    .map(({ memberId, departmentId, capacity, promised }): Finding => {
      const evidence = {
        promised: promised.tasks,
        calls: promised.calls,
        capacity: capacity.tasks,
        callCapacity: capacity.calls,
      };
      return {
        key: id<'Finding'>(`overload:${memberId}:${storeId}:${today}`),
        kind: 'overload',
        storeId,
        departmentId,
        memberId,
        since: today,
        days: { from: today, until: today },
        tell: TELL_MANAGER,
        evidence,
        reasons: [reason('finding.overload', evidence, { plan: { version: plan.version } })],
      };
    });
}
