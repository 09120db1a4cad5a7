import type { CompiledStep } from '../plan/compiled-plan.ts';
import { compareText } from '../spine/compare-text.ts';
import {
  afterAppointment,
  afterTouch,
  distribution,
  initialStates,
  type StateDistribution,
  stopped,
} from './customer-state.ts';
import { type FollowUpRates, openOnDay } from './follow-up-rates.ts';

/** A touch of one episode in time. */
export interface TimedTouch {
  readonly step: CompiledStep;
  /** When it comes onto somebody's list: any measure of time, one for all touches of an episode. */
  readonly from: number;
  /** By the plan's own order: minutes from the trigger, or the appointment, if the store never closed. */
  readonly nominalMinutes: number;
  /** Whole days since the trigger, or the appointment. */
  readonly ageDays: number;
}

/** In time; ids decide between touches of one instant, so that the document's order never shows. */
export function byTime(a: TimedTouch, b: TimedTouch): number {
  return a.from - b.from || compareText(a.step.id, b.step.id);
}

/**
 * The share of episodes in which each touch is really asked for, exactly: a walk in time over all states that a
 * customer can be in. Everything that is asked for is done.
 *
 * Each event stops the steps that list it, and no others. Touches that come onto the list at one instant do not stop
 * each other: they stand on the same list of the morning. What closed hours move onto a later touch of its channel is
 * not asked for beside it, as in the cadence. Who has bought is asked for nothing more; buying depends on age alone,
 * not on what was done, for that is all that is published.
 *
 * @param touches - of one trigger, {@link byTime}
 */
export function askedShares(touches: readonly TimedTouch[], rates: FollowUpRates): readonly number[] {
  const [first] = touches;
  if (first === undefined) return [];
  const ofTrigger = rates.byTrigger[first.step.trigger];
  const shares: number[] = [];
  let states = initialStates(ofTrigger);
  for (let begin = 0; begin < touches.length; ) {
    const end = endOfInstant(touches, begin);
    const together = touches.slice(begin, end);
    if (together.some(isAfterAppointment)) states = afterAppointment(states);
    const replacing = together.map((touch) => replacements(touch, touches));
    const asked = new Array<number>(together.length).fill(0);
    const outcomes: (readonly [state: number, probability: number])[] = [];
    for (const [state, probability] of states) {
      let later: StateDistribution = new Map([[state, probability]]);
      together.forEach(({ step }, i) => {
        const replaced = replacing[i]?.some((by) => !stopped(state, by.stopOn));
        if (replaced || stopped(state, step.stopOn)) return;
        asked[i] = (asked[i] ?? 0) + probability;
        later = afterTouch(later, step, ofTrigger, rates);
      });
      outcomes.push(...later);
    }
    together.forEach(({ ageDays }, i) => {
      shares.push(Math.min(1, asked[i] ?? 0) * openOnDay(ofTrigger.closing, ageDays));
    });
    states = distribution(outcomes);
    begin = end;
  }
  return shares;
}

function isAfterAppointment({ step, nominalMinutes }: TimedTouch): boolean {
  return step.trigger === 'appointmentSet' && nominalMinutes > 0;
}

/** The steps that take a touch's place on the list as long as nothing stops them: `traceTouches` has the same rule. */
function replacements(touch: TimedTouch, touches: readonly TimedTouch[]): readonly CompiledStep[] {
  const automated = touch.step.who === 'automation';
  return touches
    .filter(
      ({ step, from, nominalMinutes }) =>
        nominalMinutes > touch.nominalMinutes &&
        from <= touch.from &&
        step.channel === touch.step.channel &&
        (step.who === 'automation') === automated,
    )
    .map(({ step }) => step);
}

function endOfInstant(touches: readonly TimedTouch[], begin: number): number {
  let end = begin;
  while (touches[end]?.from === touches[begin]?.from) end++;
  return end;
}
