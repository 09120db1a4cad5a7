import type { Id } from '../spine/id.ts';
import type { FollowUpPlan, PlanStep, Trigger } from './follow-up-plan.ts';

/** A step with its place in the plan. */
export interface CompiledStep extends PlanStep {
  readonly trigger: Trigger;
  /** Its place among the steps of its trigger, in the order in which they fall due, from 0. */
  readonly order: number;
  /** When it falls due in minutes from its trigger (or its appointment), if the store never closed. */
  readonly nominalMinutes: number;
}

/** A daily window in minutes since midnight; `until` is excluded. */
export interface MinuteWindow {
  readonly from: number;
  readonly until: number;
}

/** The plan's contact policy with its times as minutes since midnight. */
export interface CompiledContactPolicy {
  readonly calls: MinuteWindow;
  readonly texts: MinuteWindow;
  readonly callAttemptsIn24Hours: number;
  readonly quietWeekdays: readonly number[];
}

/** A valid plan, prepared for decisions by `compilePlan`. */
export interface CompiledPlan
  extends Pick<FollowUpPlan, 'version' | 'name' | 'clock' | 'standards' | 'capacity' | 'survey'> {
  /** The document as it was signed. */
  readonly document: FollowUpPlan;
  readonly contactPolicy: CompiledContactPolicy;
  /** Steps in the order in which they fall due; an empty list where the plan has nothing for a trigger. */
  readonly actionPlans: Readonly<Record<Trigger, readonly CompiledStep[]>>;
  /** By which action plan a trigger is followed up: its own, or the one that stands in where the document has none. */
  readonly followedBy: Readonly<Record<Trigger, Trigger>>;
  readonly steps: ReadonlyMap<Id<'Step'>, CompiledStep>;
}
