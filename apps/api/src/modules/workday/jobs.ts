import { instant } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import type { DueWork, DueWorkHandlers } from '../../jobs/due-work.ts';
import { schedule } from '../../jobs/schedule.ts';
import type { Seal } from '../../secrets/seal.ts';
import { checkStore } from '../finding/check-store.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { nextDayPlan, openingToPlan, PLAN_DAY } from './order-day-plan.ts';
import { planStoreDay } from './plan-store-day.ts';

/** Plans each store's day at its opening, and orders the next one; promises that are too many are looked for at once. */
export function workdayWork(seal: Seal): DueWorkHandlers {
  return {
    [PLAN_DAY]: async (tx: GroupTransaction, { subject, now }: DueWork) => {
      const rules = await loadStoreRules(tx, tx.groupId, subject, now);
      if (rules === undefined) return;
      // Hours may have changed since it was ordered.
      const opening = openingToPlan(rules, now);
      if (opening !== undefined) {
        await planStoreDay(tx, seal, rules, now);
        await checkStore(tx, seal, rules, now);
      }
      const dueAt = nextDayPlan(rules, instant(Math.max(now, opening ?? now)));
      await schedule(tx, { kind: PLAN_DAY, subject, storeId: rules.storeId, dueAt });
    },
  };
}
