import { expect, it } from 'vitest';
import { MONDAY, makeFact } from '../../test/support/facts.ts';
import { contextAt, makeStep, planOfSteps } from '../../test/support/plan-context.ts';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import { TRIGGERS, type Trigger } from '../plan/follow-up-plan.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import type { Reason } from '../spine/reason.ts';
import { dueTouches } from './due-touches.ts';
import { REASON_TEXTS } from './reason-texts.ts';

it('says every reason in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
});

it.each(TRIGGERS)('can say why a touch is there after the trigger %s, by minutes and by days', (trigger) => {
  const reasons = reasonsOf(trigger);
  expect(new Set(reasons.map(({ code }) => code)).size).toBe(2);
  for (const reason of reasons) {
    expectRenderable(REASON_TEXTS, reason);
    expect(reason.plan).toMatchObject({ version: 'default-1', step: expect.stringMatching(/^(minutes|days)$/) });
    expect(reason.facts).toHaveLength(1);
  }
});

// Helpers

const BEGINNINGS: Readonly<Record<Trigger, readonly Fact[]>> = {
  internet: [makeFact('opportunity.opened', { origin: 'internet' })],
  phoneUp: [makeFact('opportunity.opened', { origin: 'phoneUp' })],
  walkIn: [makeFact('opportunity.opened', { origin: 'walkIn' })],
  sold: [makeFact('opportunity.opened'), makeFact('opportunity.delivered')],
  lost: [makeFact('opportunity.opened'), makeFact('opportunity.lost')],
};

function reasonsOf(trigger: Trigger): readonly Reason[] {
  const plan = planOfSteps(
    trigger,
    makeStep({ id: 'minutes', channel: 'letter', due: { unit: 'openMinutes', after: 0, within: 5 } }),
    makeStep({ id: 'days', channel: 'letter' }),
  );
  const history = foldAll(opportunityHistory, BEGINNINGS[trigger]);
  return dueTouches(history, contextAt(MONDAY, { plan })).map((touch) => touch.reasons[0]);
}
