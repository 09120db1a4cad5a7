import { type ActivityLogged, type Fact, keyedInBefore, type PaperTime } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { RefusedError } from '../../graphql/errors.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';
import type { StoreRules } from '../store/store-rules.ts';

const KEYED_IN = statement(
  'results keyed in about a touch',
  `select ${FACT_COLUMNS}
     from fact f
    where f.group_id = $1 and f.opportunity_id = $2 and f.kind = 'activity.logged'
      and f.data ->> 'touchId' = $3 and f.data ->> 'keyedInById' is not null
      and not exists (select from fact later
                       where later.group_id = $1 and later.opportunity_id = $2 and later.corrects_id = f.id)
    order by f.at, f.id`,
);

/** A line of a printed sheet. */
export interface SheetLine {
  readonly opportunityId: string;
  readonly touchId: string;
  /** The plan still asks for it. */
  readonly isAsked: boolean;
  readonly time: PaperTime;
}

/**
 * Sees to it that a line of a sheet is keyed in once, also where it changed nothing about its task.
 *
 * @throws RefusedError that says who keyed it in before, and when.
 */
export async function assertNotKeyedIn(
  tx: GroupTransaction,
  { opportunityId, touchId, isAsked, time }: SheetLine,
  rules: StoreRules,
): Promise<void> {
  const rows = await tx.sql<FactRow>(KEYED_IN, [tx.groupId, opportunityId, touchId]);
  const before = keyedInBefore(rows.map(readFact).filter(isActivity), time, isAsked, rules);
  if (before !== undefined) throw new RefusedError([before], rules.zone);
}

function isActivity(fact: Fact): fact is ActivityLogged {
  return fact.kind === 'activity.logged';
}
