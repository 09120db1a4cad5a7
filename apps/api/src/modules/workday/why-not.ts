import { type Instant, type Reason, reason } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Viewer } from '../access/viewer.ts';
import { TOUCH_COLUMNS, type TouchRow } from '../cadence/touch-row.ts';
import { type CustomerWish, type FoundOpportunity, findOpportunities } from './find-opportunities.ts';

/** A step about a customer and where it stands. */
export interface StandingTouch {
  readonly row: TouchRow;
  readonly zone: string;
  /** Why it stands there; then why it is asked for at all. */
  readonly reasons: readonly Reason[];
}

/** Why a customer is on a person's list, or not. */
export interface WhyNot {
  readonly opportunity: FoundOpportunity;
  readonly onList: boolean;
  /** What is due by the end of today; else the next step to come; else the last one that there was. */
  readonly touches: readonly StandingTouch[];
  /** The answer in short. */
  readonly reasons: readonly Reason[];
}

// Of what is over, the latest alone.
const TOUCHES = statement(
  'where touches of opportunities stand',
  `select ${TOUCH_COLUMNS},
          t.state = 'due' and t.window_from < ((($3::timestamptz at time zone st.zone)::date + 1)::timestamp at time zone st.zone)
            as "isToday"
     from touch t
     join store st on st.group_id = $1 and st.id = t.store_id
    where t.group_id = $1 and t.opportunity_id = any($2)
      and (t.state = 'due'
           or t.id = (select x.id from touch x
                       where x.group_id = $1 and x.opportunity_id = t.opportunity_id and x.state <> 'due'
                       order by coalesce(x.settled_at, x.deadline) desc, x.id desc
                       limit 1))
    order by t.state = 'due' desc, t.window_from, t.id`,
);

type Row = TouchRow & { readonly isToday: boolean };

/**
 * "Why is this customer not on my list?": where each step about the customer stands today, and why. Nothing is decided
 * anew: it is read as it was placed.
 *
 * @throws InputError for a search of too few letters or digits.
 */
export async function whyNot(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  { memberId, ...wish }: CustomerWish & { readonly memberId: string },
  now: Instant,
): Promise<readonly WhyNot[]> {
  const opportunities = await findOpportunities(group, seal, viewer, memberId, wish);
  const ids = opportunities.map(({ id }) => id);
  const rows = await group.sql<Row>(TOUCHES, [group.groupId, ids, new Date(now)]);
  const byOpportunity = Map.groupBy(rows, ({ opportunityId }) => opportunityId);
  return opportunities.map((opportunity) => answer(opportunity, byOpportunity.get(opportunity.id) ?? [], memberId));
}

function answer(opportunity: FoundOpportunity, rows: readonly Row[], memberId: string): WhyNot {
  const onList = rows.some((row) => isListedFor(row, memberId));
  const touches = shownOf(rows).map((row): StandingTouch => {
    const placed = row.state === 'due' ? row.placedReasons : [];
    return { row, zone: opportunity.zone, reasons: [...placed, ...row.reasons] };
  });
  const why = touches.find(({ row }) => isListedFor(row, memberId)) ?? touches[0];
  return { opportunity, onList, touches, reasons: why?.reasons ?? [reason('workday.nothingAsked')] };
}

/** People's steps of today; without any the next one, people's first; else what there was last. */
function shownOf(rows: readonly Row[]): readonly Row[] {
  const today = rows.filter(({ isToday, who }) => isToday && who !== 'automation');
  if (today.length > 0) return today;
  const due = rows.filter(({ state }) => state === 'due');
  const next = due.find(({ who }) => who !== 'automation') ?? due[0] ?? rows.at(-1);
  return next === undefined ? [] : [next];
}

function isListedFor(row: TouchRow, memberId: string): boolean {
  return isListed(row) && (row.memberId === memberId || row.alsoMemberId === memberId);
}

function isListed({ state, placement }: TouchRow): boolean {
  return state === 'due' && (placement === 'listed' || placement === 'handedOver');
}
