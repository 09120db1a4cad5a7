import type { GroupTransaction } from '../../database/gateway.ts';
import type { DueWork, DueWorkHandlers } from '../../jobs/due-work.ts';
import type { Seal } from '../../secrets/seal.ts';
import { RESPONSE_STAGE } from '../first-response/order-stage.ts';
import { advance } from '../opportunity/advance.ts';
import { lockOpportunity } from '../opportunity/opportunity-row.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { REPLAN } from './replan.ts';

/**
 * What time alone does to an opportunity: a step comes due, passes its deadline, is given up; the response clock
 * enters its next stage. Both kinds of work plan anew; the order for the next one is part of planning.
 */
export function cadenceWork(seal: Seal): DueWorkHandlers {
  const planAnew = (tx: GroupTransaction, work: DueWork): Promise<void> => passTime(tx, seal, work);
  return { [REPLAN]: planAnew, [RESPONSE_STAGE]: planAnew };
}

async function passTime(tx: GroupTransaction, seal: Seal, { subject, now }: DueWork): Promise<void> {
  const opportunity = await lockOpportunity(tx, subject);
  if (opportunity === undefined) return;
  const rules = await loadStoreRules(tx, tx.groupId, opportunity.storeId, now);
  if (rules !== undefined) await advance(tx, seal, rules, opportunity, [], now);
}
