import type { CompiledPlan, CompiledStep } from '../plan/compiled-plan.ts';
import { TRIGGERS } from '../plan/follow-up-plan.ts';
import { MINUTE } from '../spine/instant.ts';
import { stoppingBits } from './stop-event.ts';

/** The steps of one trigger as typed arrays, in the plan's order. */
export interface StepColumns {
  readonly steps: readonly CompiledStep[];
  /** The place of the first of them among the steps of all triggers. */
  readonly firstPlace: number;
  /** False: a step comes round again, or there are more than a mask holds; such plans are decided one by one. */
  readonly fits: boolean;
  /** 1: counted in days; 0: in open minutes, as people's steps are otherwise. What the server does is not decided here. */
  readonly inDays: Uint8Array;
  /** Whole days, where the plan counts in days. */
  readonly afterDays: Int32Array;
  readonly withinDays: Int32Array;
  /** Milliseconds, where it counts in minutes. */
  readonly after: Float64Array;
  readonly within: Float64Array;
  /** Bits of the steps that people do, and of those that need a phone or an e-mail address. */
  readonly people: number;
  readonly byPhone: number;
  readonly byMail: number;
  /** Which of {@link StepColumns.stopClasses} a step is in. */
  readonly stopClass: Uint8Array;
  /** What stops the steps of a class, as bits of `STOPPING`. */
  readonly stopClasses: readonly number[];
  /** The next step of the same channel that a person does and that falls due later; -1: none. */
  readonly follower: Int8Array;
  /** The following one in the order of the plan, whenever it falls due. */
  readonly sibling: Int8Array;
  /** From this step on all are counted in days: none begins before an earlier one. */
  readonly tail: number;
  /** Place of the step's id among all, for equal windows. */
  readonly rank: Int32Array;
}

const MASK_BITS = 31;
const PLANS = new WeakMap<CompiledPlan, readonly StepColumns[]>();

/** By trigger, in the order of `TRIGGERS`. */
export function stepColumns(plan: CompiledPlan): readonly StepColumns[] {
  const known = PLANS.get(plan);
  if (known !== undefined) return known;
  let firstPlace = 0;
  const made = TRIGGERS.map((trigger) => {
    const columns = columnsOf(plan.actionPlans[trigger], firstPlace);
    firstPlace += columns.steps.length;
    return columns;
  });
  PLANS.set(plan, made);
  return made;
}

function columnsOf(steps: readonly CompiledStep[], firstPlace: number): StepColumns {
  const stopping = steps.map(stoppingBits);
  const stopClasses = [...new Set(stopping)];
  const ids = steps.map((step) => `${step.id}:`);
  const sortedIds = ids.toSorted((a, b) => (a < b ? -1 : 1));
  return {
    steps,
    firstPlace,
    fits: steps.length <= MASK_BITS && steps.every((step) => step.everyDays === undefined),
    inDays: Uint8Array.from(steps, ({ due }) => (due.unit === 'days' ? 1 : 0)),
    afterDays: Int32Array.from(steps, ({ due }) => due.after),
    withinDays: Int32Array.from(steps, ({ due }) => due.within),
    after: Float64Array.from(steps, ({ due }) => due.after * MINUTE),
    within: Float64Array.from(steps, ({ due }) => due.within * MINUTE),
    people: bitsOf(steps, ({ who }) => who !== 'automation'),
    byPhone: bitsOf(steps, ({ channel }) => channel === 'call' || channel === 'text'),
    byMail: bitsOf(steps, ({ channel }) => channel === 'email'),
    stopClass: Uint8Array.from(stopping, (bits) => stopClasses.indexOf(bits)),
    stopClasses,
    follower: Int8Array.from(steps, (step) =>
      steps.findIndex((other) => follows(other, step) && other.nominalMinutes > step.nominalMinutes),
    ),
    sibling: Int8Array.from(steps, (step) =>
      steps.findIndex((other) => follows(other, step) && other.order > step.order),
    ),
    tail: steps.findLastIndex(({ due }) => due.unit !== 'days') + 1,
    rank: Int32Array.from(ids, (each) => sortedIds.indexOf(each)),
  };
}

function follows(other: CompiledStep, step: CompiledStep): boolean {
  return (
    other.channel === step.channel &&
    other.who !== 'automation' &&
    step.who !== 'automation' &&
    other.order > step.order
  );
}

function bitsOf(steps: readonly CompiledStep[], has: (step: CompiledStep) => boolean): number {
  return steps.slice(0, MASK_BITS).reduce((bits, step, i) => (has(step) ? bits | (1 << i) : bits), 0);
}
