import { BOARD_MEASURES, BOARD_SUMS } from './board-measures.ts';

// Pieces of the boards' statements. In all of them: $1 group, $2 the viewer's member, $3 now, $4 days to look back.

type Key = 'store_id' | 'department_id' | 'member_id';

/** A store's day at this moment. */
const todayIn = (zone: string): string => `($3::timestamptz at time zone ${zone})::date`;

/** The days that a board is of, as `span.first_day` and `span.last_day`: the latest day among the stores `s`. */
export function spanOf(stores: string): string {
  return `span as (
    select max(${todayIn('s.zone')}) as last_day, max(${todayIn('s.zone')}) - ($4::int - 1) as first_day
      from store s
     where s.group_id = $1 ${stores})`;
}

/**
 * Common table expressions over the counted days: `rolled` (sums and the trend by `key`) and `medians` (the median wait
 * for a first answer in open milliseconds by `key`). The trend is daily call compliance, the oldest day first; days on
 * which no call fell due are left out. Each is worked out once, whatever the planner believes of the tables' sizes.
 *
 * @param where - which rows, in terms of a table `d`
 */
export function countsBy(key: Key, where = ''): string {
  return `daily as materialized (
    select d.${key} as key, d.day, ${BOARD_SUMS}
      from span, member_day d
     where d.group_id = $1 and d.day between span.first_day and span.last_day ${where}
     group by d.${key}, d.day),
   rolled as materialized (
    select daily.key, ${BOARD_MEASURES.map((measure) => `sum("${measure}")::int as "${measure}"`).join(', ')},
           array_agg("callStepsDone"::float8 / nullif("callStepsDue", 0) order by day)
             filter (where "callStepsDue" > 0) as trend
      from daily
     group by daily.key),
   medians as materialized (
    select d.${key} as key, percentile_cont(0.5) within group (order by d.open_ms) as "medianOpenMs"
      from span, lead_response d
     where d.group_id = $1 and d.day between span.first_day and span.last_day ${where}
     group by d.${key})`;
}

/** The median wait of all of them together, as an expression. */
export function medianOfAll(where = ''): string {
  return `(select percentile_cont(0.5) within group (order by d.open_ms)
            from span, lead_response d
           where d.group_id = $1 and d.day between span.first_day and span.last_day ${where})`;
}

/** How many findings stand, as the common table expression `found`, by `key`. */
export function findingsBy(key: Exclude<Key, 'member_id'>, where = ''): string {
  return `found as materialized (
    select f.${key} as key, count(*)::int as "openFindings"
      from finding f
     where f.group_id = $1 and f.state <> 'cleared' ${where}
     group by f.${key})`;
}
