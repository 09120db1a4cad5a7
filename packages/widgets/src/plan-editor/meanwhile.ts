import { type FollowUpPlan, mergePlans } from '@beback/core';
import type { PlanDraft } from './draft-reads.ts';

/** Somebody else saved another text of the draft meanwhile. */
export interface Meanwhile {
  /** The text that both began with. */
  readonly base: FollowUpPlan;
  /** Of the text that both began with. */
  readonly revision: number;
  readonly theirs: PlanDraft;
  /** Where both changed the same, as the writer's text stands. */
  readonly conflicts: readonly string[];
}

/** @param mine - the writer's text as it stands: what it changes may be written on while both are compared */
export function compared(mine: FollowUpPlan, { base, revision, theirs }: Omit<Meanwhile, 'conflicts'>): Meanwhile {
  const { conflicts } = mergePlans(base, mine, theirs.document as FollowUpPlan, 'mine');
  return { base, revision, theirs, conflicts };
}

/** Both texts in one, or theirs alone. */
export function joined(mine: FollowUpPlan, meanwhile: Meanwhile, how: 'mine' | 'theirs' | 'drop'): FollowUpPlan {
  const theirs = meanwhile.theirs.document as FollowUpPlan;
  return how === 'drop' ? theirs : mergePlans(meanwhile.base, mine, theirs, how).plan;
}
