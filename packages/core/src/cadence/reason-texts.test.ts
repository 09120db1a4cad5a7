import { expect, it } from 'vitest';
import { MONDAY, makeFact } from '../../test/support/facts.ts';
import { contextAt, makeStep, planOfSteps } from '../../test/support/plan-context.ts';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import { type StepTiming, TRIGGERS, type Trigger } from '../plan/follow-up-plan.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import type { Reason } from '../spine/reason.ts';
import { appointmentTouches } from './appointment-touches.ts';
import { dueTouches } from './due-touches.ts';
import { REASON_TEXTS } from './reason-texts.ts';

/** The triggers of which steps count from the trigger itself. */
const EPISODES = TRIGGERS.filter((trigger) => trigger !== 'appointmentSet');

it('says every reason in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
});

it.each(EPISODES)('can say why a touch is there after the trigger %s, by minutes and by days', (trigger) => {
  const reasons = reasonsOf(trigger);
  expect(new Set(reasons.map(({ code }) => code)).size).toBe(2);
  for (const reason of reasons) {
    expectRenderable(REASON_TEXTS, reason);
    expect(reason.plan).toMatchObject({ version: 'default-1', step: expect.stringMatching(/^(minutes|days)$/) });
    expect(reason.facts).toHaveLength(1);
  }
});

it.each([
  ['before', -1],
  ['after', 1],
] as const)('can say why a touch is there %s an appointment, by minutes and by days', (_, after) => {
  const reasons = reasonsOf(
    'appointmentSet',
    { unit: 'appointmentMinutes', after: 5 * after, within: 5 },
    { unit: 'appointmentDays', after, within: 0, at: 'opening' },
  );
  expect(new Set(reasons.map(({ code }) => code)).size).toBe(2);
  for (const reason of reasons) {
    expectRenderable(REASON_TEXTS, reason);
    expect(reason.facts).toEqual(['set']);
  }
});

// Helpers

const BEGINNINGS: Readonly<Record<Trigger, readonly Fact[]>> = {
  internet: [makeFact('opportunity.opened', { origin: 'internet' })],
  phoneUp: [makeFact('opportunity.opened', { origin: 'phoneUp' })],
  walkIn: [makeFact('opportunity.opened', { origin: 'walkIn' })],
  leaseEnd: [makeFact('opportunity.opened', { origin: 'leaseEnd' })],
  service: [makeFact('opportunity.opened', { origin: 'service' })],
  appointmentSet: [makeFact('opportunity.opened'), makeFact('appointment.set', {}, { id: 'set' })],
  sold: [makeFact('opportunity.opened'), makeFact('opportunity.delivered')],
  lost: [makeFact('opportunity.opened'), makeFact('opportunity.lost')],
};

function reasonsOf(
  trigger: Trigger,
  minutes: StepTiming = { unit: 'openMinutes', after: 0, within: 5 },
  days: StepTiming = { unit: 'days', after: 1, within: 0, at: 'triggerHour' },
): readonly Reason[] {
  const plan = planOfSteps(
    trigger,
    makeStep({ id: 'minutes', channel: 'letter', due: minutes }),
    makeStep({ id: 'days', channel: 'letter', due: days }),
  );
  const history = foldAll(opportunityHistory, BEGINNINGS[trigger]);
  const context = contextAt(MONDAY, { plan });
  return [...dueTouches(history, context), ...appointmentTouches(history, context)].map((touch) => touch.reasons[0]);
}
