import { expect, it } from 'vitest';
import { at, calendarOf, iso, planOfSteps } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import { vectorFile } from '../../test/support/vectors.ts';
import type { StoreHours } from '../calendar/store-calendar.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { PlanStep, Trigger } from '../plan/follow-up-plan.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { dueTouches } from './due-touches.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import type { Urgency } from './touch.ts';
import { traceTouches } from './trace-touches.ts';

const { hours, rows } = vectorFile<{ hours: StoreHours; rows: readonly Row[] }>('cadence', 'due-touches');
const calendar = calendarOf(hours);

it.each(rows)('$name', ({ plan: { trigger, steps }, facts, now, touches, ended }) => {
  const history = foldAll(opportunityHistory, facts.map(factOf));
  const context = { plan: planOfSteps(trigger, ...steps), calendar, now: at(now) };

  const due = dueTouches(history, context);
  expect(
    due.map(({ step, window, urgency }) => ({
      step,
      from: iso(window.from),
      best: iso(window.best),
      deadline: iso(window.deadline),
      urgency,
    })),
  ).toEqual(touches);

  const traces = traceTouches(history, context);
  const others = traces.filter((trace) => trace.kind !== 'open');
  if (ended !== undefined) {
    expect(others.map((each) => [each.step, each.kind, 'reason' in each ? each.reason.code : null])).toEqual(ended);
  }
  const reasons = [
    ...due.flatMap((touch) => touch.reasons),
    ...others.flatMap((each) => ('reason' in each ? [each.reason] : [])),
  ];
  for (const reason of reasons) expectRenderable(REASON_TEXTS, reason);
});

// Helpers

interface Row {
  readonly name: string;
  readonly plan: { readonly trigger: Trigger; readonly steps: readonly PlanStep[] };
  readonly facts: readonly { readonly kind: string; readonly id: string; readonly at: string; readonly data: object }[];
  readonly now: string;
  readonly touches: readonly {
    readonly step: string;
    readonly from: string;
    readonly best: string;
    readonly deadline: string;
    readonly urgency: Urgency;
  }[];
  readonly ended?: readonly (readonly [step: string, kind: string, code: string | null])[];
}

function factOf(fact: Row['facts'][number]): Fact {
  return { ...fact, at: at(fact.at), recordedAt: at(fact.at) } as unknown as Fact;
}
