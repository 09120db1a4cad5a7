import { mayActOnPlan, type PlanAct } from '@beback/core';
import { RefusedError } from '../../graphql/errors.ts';
import type { PlanVersionView } from './plan-view.ts';

/** @throws RefusedError where a version as it stands does not bear the act. */
export function assertMayAct(version: Pick<PlanVersionView, 'state' | 'unfinished' | 'zone'>, act: PlanAct): void {
  const may = mayActOnPlan(version, act);
  if (!may.ok) throw new RefusedError(may.refusals, version.zone);
}
