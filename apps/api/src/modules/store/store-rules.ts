import {
  appointmentEpisode,
  automationLock,
  type CompiledPlan,
  type Context,
  compilePlan,
  compileStoreCalendar,
  DAY_24H,
  type Day,
  type DayRange,
  type DepartmentKind,
  day,
  dayNumber,
  dayOfNumber,
  episodeSince,
  type Instant,
  instant,
  nonEmpty,
  type OpportunityHistory,
  type PlanInForce,
  type PlanTimeline,
  planAt,
  type Reason,
  type StoreCalendar,
  type StoreHours,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { FactJsonRow } from '../fact/fact-row.ts';
import { recentlyUsed } from '../recently-used.ts';
import { TRIAL_FACTS, trialsOf } from '../trial/load-trials.ts';

/** A store as rules see it: what it is, when it is open, what its plan asks. */
export interface StoreRules {
  readonly storeId: string;
  readonly name: string;
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly departments: readonly StoreDepartment[];
  /** The version in force now: what begins today runs under it. */
  readonly plan: CompiledPlan;
  /** Every version that was ever in force: what began under one ends under it. */
  readonly plans: PlanTimeline;
  readonly calendar: StoreCalendar;
  /** What the calendar is compiled of. */
  readonly hours: StoreHours;
  /** Why the plan's own texts and mails are not sent; absent: they are. */
  readonly automationLock?: Reason | undefined;
  /** The owner's word on the latest trial; what was late by then is not sent any more. */
  readonly automationSince?: Instant | undefined;
}

export interface StoreDepartment {
  readonly id: string;
  readonly kind: DepartmentKind;
}

interface StoreRow {
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly hours: StoreHours;
  readonly departments: readonly StoreDepartment[];
  readonly versions: readonly { readonly id: string; readonly activatedAt: string }[];
  readonly trialFacts: readonly FactJsonRow[];
  readonly firstOpenedAt: Date | null;
}

const STORE = statement(
  'store with its plan',
  `select s.name, s.zone, s.country, s.phone, s.email, s.hours, ${TRIAL_FACTS} as "trialFacts",
          (select coalesce(json_agg(json_build_object('id', p.id, 'activatedAt', p.activated_at) order by p.activated_at, p.version), '[]'::json)
             from plan_version p
            where p.group_id = s.group_id and p.store_id = s.id and p.activated_at is not null) as versions,
          (select min(f.at) from fact f
            where f.group_id = s.group_id and f.store_id = s.id and f.kind = 'opportunity.opened') as "firstOpenedAt",
          (select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind) order by d.kind), '[]'::json)
             from department d where d.group_id = s.group_id and d.store_id = s.id) as departments
     from store s
    where s.group_id = $1 and s.id = $2`,
);

const PLAN_DOCUMENT = statement('plan document', 'select document from plan_version where group_id = $1 and id = $2');

/** Compiled plans by version, which never changes; calendars by what they are compiled of. About 100 kB each. */
const plans = recentlyUsed<CompiledPlan>(500);
const calendars = recentlyUsed<StoreCalendar>(500);

/**
 * The store with its active plan and its opening hours, compiled; undefined when the group has no such store or the
 * store has no active plan.
 */
export async function loadStoreRules(
  runner: SqlRunner,
  groupId: string,
  storeId: string,
  now: Instant,
): Promise<StoreRules | undefined> {
  const [row] = await runner.sql<StoreRow>(STORE, [groupId, storeId]);
  if (row === undefined) return undefined;
  const { versions, trialFacts, firstOpenedAt, ...store } = row;
  const trials = trialsOf(trialFacts);
  const timeline: PlanInForce[] = [];
  for (const { id, activatedAt } of versions) {
    timeline.push({ from: instant(Date.parse(activatedAt)), plan: await planOf(runner, groupId, id) });
  }
  const inForce = nonEmpty(timeline);
  if (inForce === undefined) return undefined;
  return {
    ...store,
    storeId,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    plan: planAt(inForce, now),
    plans: inForce,
    calendar: usualCalendar(row.hours, now, firstOpenedAt?.getTime()),
    automationLock: automationLock(trials),
    automationSince: trials.latest?.decision?.at,
  };
}

/** What kind of department something of the store belongs to. */
export function kindOf(
  { departmentId }: { readonly departmentId: string },
  { departments }: Pick<StoreRules, 'departments'>,
): DepartmentKind {
  return departments.find(({ id }) => id === departmentId)?.kind ?? 'sales';
}

/** What core decides about the store in: its rules at this moment. */
export function contextAt(
  { plan, calendar, automationLock: lock }: Pick<StoreRules, 'plan' | 'calendar' | 'automationLock'>,
  now: Instant,
): Context & Pick<StoreRules, 'automationLock'> {
  return { plan, calendar, now, ...(lock !== undefined && { automationLock: lock }) };
}

/** What core decides about an opportunity in: under the plan version under which its running episode began. */
export function contextOf(
  history: OpportunityHistory,
  { plans: timeline, calendar }: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Instant,
): Context {
  return { plan: planAt(timeline, episodeSince(history) ?? now), calendar, now };
}

/** The same about the appointment beside it: under the plan version in force when it was set or moved. */
export function appointmentContextOf(
  history: OpportunityHistory,
  { plans: timeline, calendar }: Pick<StoreRules, 'plans' | 'calendar'>,
  now: Instant,
): Context {
  return { plan: planAt(timeline, appointmentEpisode(history)?.since ?? now), calendar, now };
}

/** The plan version that is in force in a store `st` at `now`, as {@link planAt} sees it: its id. */
export const planInForce = (now: string): string => `(
         select v.id from plan_version v
          where v.group_id = $1 and v.store_id = st.id and v.activated_at is not null
          order by v.activated_at <= ${now} desc, case when v.activated_at <= ${now} then v.version end desc, v.version
          limit 1)`;

/**
 * The same as {@link contextAt} for a store of which a statement has told the hours and the plan version in force.
 *
 * @param told.since - when the oldest of what is decided about began
 */
export async function contextOfStore(
  runner: SqlRunner,
  groupId: string,
  {
    hours,
    planVersionId,
    since,
  }: { readonly hours: StoreHours; readonly planVersionId: string; readonly since: number },
  now: Instant,
): Promise<Context> {
  return { plan: await planOf(runner, groupId, planVersionId), calendar: usualCalendar(hours, now, since), now };
}

async function planOf(runner: SqlRunner, groupId: string, planVersionId: string): Promise<CompiledPlan> {
  return plans.get(planVersionId) ?? plans.keep(planVersionId, await loadPlan(runner, groupId, planVersionId));
}

async function loadPlan(runner: SqlRunner, groupId: string, planVersionId: string): Promise<CompiledPlan> {
  const [row] = await runner.sql<{ readonly document: unknown }>(PLAN_DOCUMENT, [groupId, planVersionId]);
  const compiled = compilePlan(row?.document);
  // Checked when it was activated: what does not compile now is our bug.
  if (!compiled.ok) throw new Error(`plan version ${planVersionId} does not compile: ${compiled.refusals[0].code}`);
  return compiled.value;
}

/** From last year to the year after next: the longest step of a plan lies within. */
export function calendarDays(now: Instant): DayRange {
  const year = yearOf(now);
  return daysOfYears(year - 1, year + 2);
}

function daysOfYears(first: number, last: number): DayRange {
  return { from: day(`${first}-01-01`), to: day(`${last}-12-31`) };
}

function yearOf(at: number): number {
  return new Date(at).getUTCFullYear();
}

/** The store's calendar, by its hours of today, also where it has to reach back further than decisions do. */
export function calendarSince({ hours, calendar }: Pick<StoreRules, 'hours' | 'calendar'>, from: Day): StoreCalendar {
  if (dayNumber(from) >= calendar.firstDay) return calendar;
  return calendarOf(hours, { from, to: dayOfNumber(calendar.lastDay) });
}

/** By the very hours, for statements that hand out again the ones that they read before. */
const calendarsOf = new WeakMap<
  StoreHours,
  { readonly first: number; readonly last: number; readonly calendar: StoreCalendar }
>();

/** Nothing began earlier: what says so is a mistake of whoever sent it. */
const FIRST_YEAR = 1970;

/**
 * The calendar that holds the beginning of everything that still runs: a plan after a sale comes round for years.
 *
 * @param since - when the oldest of it began; absent: nothing has begun yet
 */
function usualCalendar(hours: StoreHours, now: Instant, since: number = now): StoreCalendar {
  // A day back, for the zones in which the year began later.
  const first = Math.max(FIRST_YEAR, Math.min(yearOf(now) - 1, yearOf(since - DAY_24H)));
  const last = yearOf(now) + 2;
  const known = calendarsOf.get(hours);
  if (known?.first === first && known.last === last) return known.calendar;
  const calendar = calendarOf(hours, daysOfYears(first, last));
  calendarsOf.set(hours, { first, last, calendar });
  return calendar;
}

function calendarOf(hours: StoreHours, days: DayRange): StoreCalendar {
  const key = `${days.from} ${days.to} ${JSON.stringify(hours)}`;
  const kept = calendars.get(key);
  if (kept !== undefined) return kept;
  const compiled = compileStoreCalendar(hours, days);
  if (!compiled.ok) throw new Error(`store hours do not compile: ${compiled.refusals[0].code}`);
  return calendars.keep(key, compiled.value);
}
