import { TRIGGERS, type Trigger } from '../plan/follow-up-plan.ts';
import { CHANCE_TO_CLOSE, chanceToClose, FRESH_UNTIL_DAY, isOfLead } from './chance-to-close.ts';
import { FIT_ARRIVED, FIT_FRESH } from './seats.ts';

/** Bits of an entry of {@link WORTH}: its rank, and above it how its age makes it fit into a day. */
export const [RANK, FIT_SHIFT] = [0b1111, 4] as const;

/** Whole days since the trigger, from here on all alike. */
export const OLDEST = CHANCE_TO_CLOSE.all[3].untilDay + 1;

/** What a touch is worth by trigger and age, `OLDEST + 1` entries for each of `TRIGGERS`: rank 0 has the best chance to close. */
export const WORTH: Uint8Array = /* @__PURE__ */ makeWorthTable();

function makeWorthTable(): Uint8Array {
  const ages = OLDEST + 1;
  const chances = TRIGGERS.flatMap((trigger) => Array.from({ length: ages }, (_, age) => chanceToClose(trigger, age)));
  const ranks = [...new Set(chances)].sort((a, b) => b - a);
  return Uint8Array.from(chances, (chance, i) => {
    const age = i % ages;
    const ofLead = isOfLead(TRIGGERS[Math.floor(i / ages)] as Trigger);
    const fit = (ofLead && age <= FRESH_UNTIL_DAY ? FIT_FRESH : 0) | (ofLead && age === 0 ? FIT_ARRIVED : 0);
    return ranks.indexOf(chance) | (fit << FIT_SHIFT);
  });
}
