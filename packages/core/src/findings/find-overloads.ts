import { dayOf } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import type { DailyCapacity } from '../plan/follow-up-plan.ts';
import { type Id, id } from '../spine/id.ts';
import { reason } from '../spine/reason.ts';
import { type Finding, TELL_MANAGER } from './finding.ts';

/** What of a person's day nobody can put off, beside what fits into that day. */
export interface UrgentLoad {
  readonly memberId: Id<'Member'>;
  /** Where the person works. */
  readonly departmentId: Id<'Department'>;
  /** What the person gets done in a day. */
  readonly capacity: DailyCapacity;
  /** Touches of today that were promised to customers, done or not, and the calls among them. */
  readonly promised: DailyCapacity;
  /** Touches of today to leads that waited for a person, done or not, and the calls among them. */
  readonly waiting: DailyCapacity;
}

/**
 * The people whose promises and waiting leads of one day are more than they get done in it: no plan of the day can put
 * any of them off, so their manager must. One finding a person and day; it lasts while the day does.
 *
 * @param loads - of today, of one store
 *
 * @example
 * const findings = findOverloads(storeId, urgentLoads, context);
 */
export function findOverloads(
  storeId: Id<'Store'>,
  loads: readonly UrgentLoad[],
  { plan, calendar, now }: Context,
): readonly Finding[] {
  const today = dayOf(calendar, now);
  return loads
    .filter(({ capacity, promised, waiting }) => {
      return promised.tasks + waiting.tasks > capacity.tasks || promised.calls + waiting.calls > capacity.calls;
    })
    .toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
    .map(({ memberId, departmentId, capacity, promised, waiting }): Finding => {
      const evidence = {
        promised: promised.tasks,
        waiting: waiting.tasks,
        calls: promised.calls + waiting.calls,
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
