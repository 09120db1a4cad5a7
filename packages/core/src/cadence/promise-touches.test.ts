import { describe, expect, it } from 'vitest';
import { ANN, makeFact, OPPORTUNITY } from '../../test/support/facts.ts';
import { at, contextAt, iso } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, HOUR, type Instant, MINUTE, plus } from '../spine/instant.ts';
import { PROMISE_STEP, promiseTouches, tracePromises } from './promise-touches.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { GIVEN_UP_AFTER } from './trace-touches.ts';

const TUESDAY = at('2026-11-17T16:00:00-05:00');
const WEDNESDAY_TEN = at('2026-11-18T10:00:00-05:00');
const TOUCH = id<'Touch'>(`${OPPORTUNITY}:promise:promised`);

const opened = makeFact('opportunity.opened', {}, { id: 'opened', at: plus(TUESDAY, -HOUR) });
const assigned = makeFact('opportunity.assigned', {}, { id: 'assigned', at: plus(TUESDAY, -HOUR) });
const promised = makeFact('promise.made', { dueAt: WEDNESDAY_TEN }, { id: 'promised', at: TUESDAY });
const BEFORE: readonly Fact[] = [opened, assigned, promised];

describe('S05 a promise to the customer', () => {
  it('becomes the owner’s touch of class promise at the very time that was agreed', () => {
    const [touch, ...others] = touchesAt(TUESDAY);
    expect(others).toEqual([]);
    expect(touch).toMatchObject({ id: TOUCH, step: PROMISE_STEP, channel: 'call', who: 'owner', ownerId: ANN });
    expect(touch).toMatchObject({ urgency: 'promise', purpose: 'replyToInquiry', trigger: 'internet' });
    expect(touch && [iso(touch.window.from), iso(touch.window.deadline)]).toEqual([
      '2026-11-18T15:00:00.000Z',
      '2026-11-18T15:30:00.000Z',
    ]);
    for (const reason of touch?.reasons ?? []) expectRenderable(REASON_TEXTS, reason);
  });

  it('says from its deadline on that it is late, and is given up a week later', () => {
    const deadline = plus(WEDNESDAY_TEN, 30 * MINUTE);
    const codes = (now: Instant) => touchesAt(now)[0]?.reasons.map(({ code }) => code);
    expect(codes(plus(deadline, -1))).toEqual(['cadence.promised']);
    expect(codes(deadline)).toEqual(['cadence.promised', 'cadence.overdue']);
    expect(tracesAt(plus(deadline, GIVEN_UP_AFTER - 1))).toMatchObject([{ kind: 'open' }]);
    expect(tracesAt(plus(deadline, GIVEN_UP_AFTER))).toMatchObject([
      { kind: 'missed', reason: { code: 'cadence.missed' } },
    ]);
  });

  it.each([
    ['the task was done, whoever picked up', { touchId: TOUCH, disposition: 'noAnswer' }, -MINUTE, 'done'],
    ['the customer was reached by another call from its time on', { disposition: 'spoke' }, MINUTE, 'done'],
    ['another call before its time reached the customer', { disposition: 'spoke' }, -HOUR, 'open'],
    ['a call of its time found nobody', { disposition: 'noAnswer' }, MINUTE, 'open'],
    ['an e-mail went out', { channel: 'email', disposition: 'sent' }, MINUTE, 'open'],
    ['the customer said no', { channel: 'text', disposition: 'notInterested' }, -HOUR, 'stopped'],
    ['the promised call brought a no', { touchId: TOUCH, disposition: 'notInterested' }, MINUTE, 'done'],
  ] as const)('when %s', (_, data, after, kind) => {
    const act = makeFact('activity.logged', data, { id: 'act', at: plus(WEDNESDAY_TEN, after) });
    const [trace] = tracesAt(plus(WEDNESDAY_TEN, DAY_24H), [...BEFORE, act]);
    expect(trace?.kind).toBe(kind);
    if (trace?.kind === 'done') expect(trace.by.fact).toBe('act');
  });

  it('counts the minutes that it may be late in open time', () => {
    const late = makeFact('promise.made', { dueAt: at('2026-11-18T19:45:00-05:00') }, { id: 'promised', at: TUESDAY });
    const [trace] = tracesAt(TUESDAY, [opened, late]);
    expect(trace && iso(trace.touch.window.deadline)).toBe('2026-11-19T14:15:00.000Z');
    expect(trace?.touch).not.toHaveProperty('ownerId');
  });

  it('is asked for beside others, each on its own, and of an empty history not at all', () => {
    const second = makeFact('promise.made', { channel: 'text' }, { id: 'second', at: plus(TUESDAY, HOUR) });
    expect(tracesAt(TUESDAY, [...BEFORE, second]).map(({ touch }) => touch.channel)).toEqual(['call', 'text']);
    expect(promiseTouches(opportunityHistory.empty, contextAt(TUESDAY))).toEqual([]);
    expect(touchesAt(TUESDAY, [opened])).toEqual([]);
  });
});

function touchesAt(now: Instant, facts: readonly Fact[] = BEFORE) {
  return promiseTouches(foldAll(opportunityHistory, facts), contextAt(now));
}

function tracesAt(now: Instant, facts: readonly Fact[] = BEFORE) {
  return tracePromises(foldAll(opportunityHistory, facts), contextAt(now));
}
