import type { ReasonText, TaskView } from '@beback/client';

/** When a task is best done, and why then. */
export interface BestHour {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reasons: readonly ReasonText[];
}

/** An hour that passed longer ago is nobody's hour any more. */
const STILL_NEAR_MILLISECONDS = 60 * 60_000;

/** Whether a reason speaks of the hour. */
export function saysHour({ code }: ReasonText): boolean {
  return code.startsWith('bestTime.');
}

/** Undefined: no hour of its own speaks for it, or it has passed. */
export function bestHourOf({ best, reasons }: Pick<TaskView, 'best' | 'reasons'>, now: number): BestHour | undefined {
  const at = Date.parse(best);
  const said = reasons.filter(saysHour);
  return said.length === 0 || now > at + STILL_NEAR_MILLISECONDS ? undefined : { at, reasons: said };
}
