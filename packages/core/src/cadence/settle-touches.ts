import type { AttemptMark, SendMark } from '../opportunity/history-marks.ts';
import type { OpportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import type { PlannedTouch } from './planned-touch.ts';

type Act = AttemptMark | SendMark;

/**
 * Which planned touches were done, and by which act. An act settles one touch of its own channel: an e-mail never
 * settles a call. An act that names its touch settles that one; any other settles the touch that was due at its time,
 * so that a call made unasked is not asked for again. What the server sends settles steps of automation only.
 *
 * @param planned - by the beginning of their windows
 */
export function settledTouches(
  planned: readonly PlannedTouch[],
  history: OpportunityHistory,
  since: Instant,
): ReadonlyMap<Id<'Touch'>, Mark> {
  const settled = new Map<Id<'Touch'>, Mark>();
  const byId = new Map(planned.map((touch) => [touch.id, touch]));
  const loose: [act: Act, automated: boolean][] = [];
  const acts: readonly [readonly Act[], automated: boolean][] = [
    [history.attempts, false],
    [history.sends, true],
  ];
  for (const [marks, automated] of acts) {
    for (const act of marks) {
      if (act.at < since) continue;
      if (act.touchId === undefined) {
        loose.push([act, automated]);
        continue;
      }
      const touch = byId.get(act.touchId);
      if (touch?.step.channel === act.channel && !settled.has(touch.id)) settled.set(touch.id, act);
    }
  }
  for (const [act, automated] of loose) {
    const touch = dueAt(act, automated, planned, settled);
    if (touch !== undefined) settled.set(touch.id, act);
  }
  return settled;
}

/** The touch that an act of this kind was due for: the first not yet late, else the latest to have begun. */
function dueAt(
  act: Act,
  automated: boolean,
  planned: readonly PlannedTouch[],
  settled: ReadonlyMap<Id<'Touch'>, Mark>,
): PlannedTouch | undefined {
  const named = 'step' in act ? act.step : undefined;
  const candidates = planned.filter(
    ({ step }) =>
      step.channel === act.channel &&
      (step.who === 'automation') === automated &&
      (named === undefined || step.id === named),
  );
  // Who calls a lead at night, before the store opens, has made the first call. Nobody confirms a visit so early.
  const first = candidates.find(({ step }) => step.trigger !== 'appointmentSet');
  const begun = candidates.filter((touch) => touch.window.from <= act.at || touch === first);
  const open = begun.filter((touch) => !settled.has(touch.id));
  return open.find((touch) => touch.window.deadline > act.at) ?? open.at(-1);
}
