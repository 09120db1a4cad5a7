import type { FactOf } from './fact.ts';
import type { Id } from './id.ts';

/** A version of a store's plan was withdrawn before it ran. Why stands in an erasable row, for people wrote it. */
export type PlanRetired = FactOf<
  'plan.retired',
  { readonly planVersionId: Id<'PlanVersion'>; readonly byId: Id<'Member'> }
>;
