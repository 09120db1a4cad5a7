import { addOpenDays, isOpenDay } from '../calendar/open-time.ts';
import { dayOf } from '../calendar/wall-time.ts';
import { type MeasureRow, sumRowsBy } from '../measures/measure-row.ts';
import type { Measures } from '../measures/measures.ts';
import type { Context } from '../plan/context.ts';
import type { Day } from '../spine/day.ts';
import { type Id, id } from '../spine/id.ts';
import { reason } from '../spine/reason.ts';
import { DEPARTMENT_RULES, type DepartmentRule } from './department-rules.ts';
import { type Finding, TELL_BOTH } from './finding.ts';

/**
 * Holds a store's counted days against the plan's standards: departments that skip their calls, that do nothing, whose
 * noted calls are not documented. Looks at the last store days as the plan says, today among them.
 *
 * A finding that is open keeps its key and its day for as long as its state of affairs lasts, so that running this
 * again, on the same day or the next, tells nobody twice. What is open and not returned no longer holds.
 *
 * @param rows counted days of ONE store, in any order; those outside the window do no harm
 * @param open this store's findings that nobody has settled yet
 * @param context the store's plan and calendar; `now` decides which day is today
 * @returns the findings that hold now, by department, then by kind
 *
 * @example
 * const findings = findFindings(rows, openFindings, context);
 */
export function findFindings(
  rows: readonly MeasureRow[],
  open: readonly Finding[],
  context: Context,
): readonly Finding[] {
  const days = windowOf(context);
  const recent = rows.filter(({ day }) => day >= days.from && day <= days.until);
  const storeOf = new Map(recent.map(({ departmentId, storeId }) => [departmentId, storeId]));
  return [...sumRowsBy(recent, ({ departmentId }) => departmentId)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([departmentId, measures]) => {
      const storeId = storeOf.get(departmentId);
      if (storeId === undefined) return [];
      return DEPARTMENT_RULES.filter((rule) => rule.holds(measures, context.plan.standards)).map((rule) =>
        findingOf(rule, { storeId, departmentId, days }, measures, open, context),
      );
    });
}

interface Subject {
  readonly storeId: Id<'Store'>;
  readonly departmentId: Id<'Department'>;
  readonly days: Finding['days'];
}

function findingOf(
  rule: DepartmentRule,
  { storeId, departmentId, days }: Subject,
  measures: Measures,
  open: readonly Finding[],
  { plan }: Context,
): Finding {
  const { kind } = rule;
  const known = open.find((finding) => finding.kind === kind && finding.departmentId === departmentId);
  const since = known?.since ?? days.until;
  const evidence = rule.evidence(measures, plan.standards);
  return {
    key: known?.key ?? id<'Finding'>(`${kind}:${departmentId}:${since}`),
    kind,
    storeId,
    departmentId,
    since,
    days,
    tell: TELL_BOTH,
    evidence,
    reasons: [reason(`finding.${kind}`, evidence, { plan: { version: plan.version } })],
  };
}

/** Today and as many open days before it as the plan looks back on; a closed today is looked at besides. */
function windowOf({ plan, calendar, now }: Context): { readonly from: Day; readonly until: Day } {
  const today = dayOf(calendar, now);
  const { storeDays } = plan.standards.skippingDepartment;
  const back = isOpenDay(calendar, today) ? storeDays - 1 : storeDays;
  return { from: addOpenDays(calendar, today, -back), until: today };
}
