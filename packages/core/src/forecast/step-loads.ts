import type { CompiledPlan, CompiledStep } from '../plan/compiled-plan.ts';
import { TRIGGERS } from '../plan/follow-up-plan.ts';
import { compareText } from '../spine/compare-text.ts';
import { askedShares, byTime, type TimedTouch } from './asked-shares.ts';
import { type Carrier, carrierOf } from './carrier.ts';
import { addTouches, divided, type LoadRange, NO_RANGE, summed } from './daily-load.ts';
import type { LoadAssumptions } from './load-assumptions.ts';

/** A step that comes round again counts with the rounds of so many days after its trigger: one year. */
export const LOAD_HORIZON_DAYS = 365;

const MINUTES_OF_DAY = 24 * 60;

/** What one step asks of its carrier in a month, once the plan has run for long. */
export interface StepLoad {
  readonly step: CompiledStep;
  readonly carrier: Carrier;
  /** Of a month and not of a day: the division comes last, so that whole numbers stay whole as long as they can. */
  readonly aMonth: LoadRange;
}

/**
 * The steady state, step by step in the plan's own order (what falls due latest comes last, whatever the trigger): a
 * month's triggers times the rounds of the step. The calendar plays no part: what closed days move or merge is the
 * series' business, so more is expected here than in the series.
 */
export function stepLoads(plan: CompiledPlan, assumptions: LoadAssumptions, hasInternetPeople: boolean): StepLoad[] {
  const loads: StepLoad[] = [];
  for (const trigger of TRIGGERS) {
    const leads = assumptions.leadsAMonth[trigger];
    const touches = nominalTouches(plan.actionPlans[trigger]);
    const shares = askedShares(touches, assumptions.rates);
    for (const step of plan.actionPlans[trigger]) {
      const mine = shares.filter((_, i) => touches[i]?.step === step);
      const share = mine.reduce((sum, each) => sum + each, 0) / mine.length;
      const aMonth = addTouches(NO_RANGE, step.channel === 'call', leads * mine.length, share);
      loads.push({ step, carrier: carrierOf(step.who, trigger, hasInternetPeople), aMonth });
    }
  }
  return loads.sort((a, b) => a.step.nominalMinutes - b.step.nominalMinutes || compareText(a.step.id, b.step.id));
}

/** The touches of an episode in a store that never closes. */
function nominalTouches(steps: readonly CompiledStep[]): readonly TimedTouch[] {
  return steps
    .flatMap((step) => {
      const rounds = step.everyDays === undefined ? 0 : roundsAfterFirst(step, step.everyDays);
      return Array.from({ length: rounds + 1 }, (_, round): TimedTouch => {
        const nominalMinutes = step.nominalMinutes + round * (step.everyDays ?? 0) * MINUTES_OF_DAY;
        const ageDays = Math.floor(nominalMinutes / MINUTES_OF_DAY);
        return { step, from: nominalMinutes, nominalMinutes, ageDays };
      });
    })
    .sort(byTime);
}

function roundsAfterFirst({ nominalMinutes }: CompiledStep, everyDays: number): number {
  return Math.max(0, Math.floor((LOAD_HORIZON_DAYS - nominalMinutes / MINUTES_OF_DAY) / everyDays));
}

/** What steps ask on a working day, all together. */
export function loadOf(steps: readonly StepLoad[], { workingDaysAMonth }: LoadAssumptions): LoadRange {
  return divided(summed(steps.map(({ aMonth }) => aMonth)), workingDaysAMonth);
}
