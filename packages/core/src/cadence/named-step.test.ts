import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planOf } from '../../test/support/plan-context.ts';
import { id } from '../spine/id.ts';
import { instant } from '../spine/instant.ts';
import { namedStep } from './named-step.ts';
import { touchId } from './planned-touch.ts';

const STEPS = planOf().actionPlans.internet;
const OPPORTUNITY = id<'Opportunity'>('opportunity:1');
const SINCE = instant(Date.UTC(2026, 10, 16, 15));

it('finds the step of any touch of its episode, wherever it looks first', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: STEPS.length - 1 }),
      fc.nat({ max: STEPS.length }),
      fc.nat({ max: 4e12 }),
      (place, guess, at) => {
        const since = instant(at);
        const name = touchId(OPPORTUNITY, STEPS[place]?.id ?? id('none'), since.toString(36), 0);
        expect(namedStep(name, OPPORTUNITY, since, STEPS, guess)).toBe(place);
      },
    ),
  );
});

it.each([
  ['of a coming round', `opportunity:1:${STEPS[0]?.id}:${SINCE.toString(36)}.1`],
  ['of another episode', `opportunity:1:${STEPS[0]?.id}:${(SINCE + 1).toString(36)}`],
  ['of another opportunity', `opportunity:2:${STEPS[0]?.id}:${SINCE.toString(36)}`],
  ['of an opportunity whose id begins alike', `opportunity:12:${STEPS[0]?.id}:${SINCE.toString(36)}`],
  ['of a step that the plan does not have', `opportunity:1:none:${SINCE.toString(36)}`],
  ['of no step', `opportunity:1:${SINCE.toString(36)}`],
  ['with a zero in front', `opportunity:1:${STEPS[0]?.id}:0${SINCE.toString(36)}`],
  ['in capitals', `opportunity:1:${STEPS[0]?.id}:${SINCE.toString(36).toUpperCase()}`],
  ['without an occurrence', `opportunity:1:${STEPS[0]?.id}:`],
  ['without any part', 'nothing'],
])('finds no step in an id %s', (_, name) => {
  expect(namedStep(id<'Touch'>(name), OPPORTUNITY, SINCE, STEPS, 0)).toBe(-1);
});
