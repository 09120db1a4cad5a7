import { describe, expect, it } from 'vitest';
import { makeStep, planOfSteps } from '../../test/support/plan-context.ts';
import type { PlanStep } from '../plan/follow-up-plan.ts';
import { askedShares, type TimedTouch } from './asked-shares.ts';
import { type FollowUpRates, openOnDay, PUBLISHED_RATES } from './follow-up-rates.ts';

describe('askedShares', () => {
  it('asks for a second call only where the first one reached nobody', () => {
    // Everybody can be reached, half of the calls connect: 1, 1/2, 1/4.
    expect(shares({}, call('a', 1), call('b', 2), call('c', 3))).toEqual([1, 0.5, 0.25]);
  });

  it('keeps asking those whom no call reaches', () => {
    // 60 % can be reached, and 30 % of all calls connect: half of those to them. 1, 0.4 + 0.6/2, 0.4 + 0.6/4.
    const given = { contact: 0.6, callsThatConnect: 0.3 };
    expect(shares(given, call('a', 1), call('b', 2), call('c', 3))).toEqual(near(1, 0.7, 0.55));
  });

  it('lets a stop work only on the steps that list it', () => {
    const stays = { stopOn: [] as const };
    expect(shares({}, call('a', 1), call('b', 2, stays), call('c', 3))).toEqual([1, 1, 0.25]);
  });

  it('draws an appointment once, in the first conversation', () => {
    // A fifth of the half that is spoken with; those spoken with before set none later.
    const steps = [1, 2, 3].map((day) => call(`c${day}`, day, { stopOn: ['appointment'] }));
    expect(shares({ appointment: 0.2 }, ...steps)).toEqual(near(1, 0.9, 0.9 - 0.5 * 0.5 * 0.2));
  });

  it('stops those who are not interested, and no others', () => {
    const steps = [1, 2].map((day) => call(`c${day}`, day, { stopOn: ['notInterested'] }));
    expect(shares({ notInterested: 0.4 }, ...steps)).toEqual(near(1, 0.8));
  });

  it('reaches nobody who cannot be reached, and nobody more often than each call allows', () => {
    expect(shares({ contact: 0 }, call('a', 1), call('b', 2))).toEqual([1, 1]);
    // Half of all calls connect though a quarter can be reached: with these every call does.
    expect(shares({ contact: 0.25 }, call('a', 1), call('b', 2), call('c', 3))).toEqual(near(1, 0.75, 0.75));
  });

  it('takes videos for messages that are answered, and a meeting in person for none', () => {
    const video = makeStep({ id: 'a', channel: 'video', due: onDay(1), stopOn: ['reply'] });
    const visit = makeStep({ id: 'b', channel: 'inPerson', due: onDay(2), stopOn: ['reply'] });
    const last = call('c', 3, { stopOn: ['reply', 'reached'] });
    expect(shares({ repliesToPeople: 0.25 }, video, visit, last)).toEqual(near(1, 0.75, 0.75));
  });

  it('stops on replies to messages, to those of people and of the server at their own rates', () => {
    const given = { repliesToPeople: 0.25, repliesToAutomation: 0.1 };
    const text = makeStep({ id: 'text', channel: 'text', due: onDay(1), stopOn: ['reply'] });
    const mail = makeStep({ id: 'mail', channel: 'email', who: 'automation', due: onDay(2), stopOn: ['reply'] });
    const last = call('z', 3, { stopOn: ['reply'] });
    // A call brings no reply, a letter neither.
    const letter = makeStep({ id: 'letter', channel: 'letter', due: onDay(0), stopOn: ['reply'] });
    expect(shares(given, letter, text, mail, last)).toEqual(near(1, 1, 0.75, 0.75 * 0.9));
  });

  it('lets touches of one instant stand on the list together, whichever comes first', () => {
    const text = makeStep({ id: 'a-text', channel: 'text', due: onDay(1), stopOn: ['reply', 'reached'] });
    const both = call('b-call', 1, { stopOn: ['reply', 'reached'] });
    const after = call('c-call', 2, { stopOn: ['reply', 'reached'] });
    expect(shares({ repliesToPeople: 0.5 }, text, both, after)).toEqual(near(1, 1, 0.25));
  });

  it('leaves out who has bought, from the next day on', () => {
    const closing = [{ fromDay: 0, untilDay: 1, share: 0.2 }];
    const steps = [0, 1, 2, 9].map((day) => letter(`l${day}`, day));
    expect(shares({ closing }, ...steps)).toEqual(near(1, 0.9, 0.8, 0.8));
  });

  it('asks for one touch where closed hours have moved it onto the next of its channel', () => {
    const [first, second, other] = timed(call('a', 1), call('b', 2), letter('c', 2));
    if (first === undefined || second === undefined || other === undefined) throw new Error('three touches');
    const moved = [{ ...first, from: second.from }, second, other];
    expect(askedShares(moved, ratesOf({}))).toEqual([0, 1, 1]);
  });

  it('asks for both where closed hours have moved it onto one of another channel, or of automation', () => {
    const own = makeStep({ id: 'a', channel: 'text', due: onDay(1) });
    const automated = makeStep({ id: 'b', channel: 'text', who: 'automation', due: onDay(2) });
    const touches = timed(own, automated, letter('c', 2));
    expect(
      askedShares(
        touches.map((touch) => ({ ...touch, from: 1 })),
        ratesOf({}),
      ),
    ).toEqual([1, 1, 1]);
  });

  it('asks for the moved touch after all where something has stopped the one that would replace it', () => {
    // The first call reaches half: that stops the third step, which would have stood for the second.
    const stays = { stopOn: [] as const };
    const [first, second, third] = timed(call('a', 1), call('b', 2, stays), call('c', 3));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three touches');
    const moved = [first, { ...second, from: third.from }, third];
    expect(askedShares(moved, ratesOf({}))).toEqual([1, 0.5, 0.5]);
  });

  it('finds nothing to ask in a plan without steps', () => {
    expect(askedShares([], PUBLISHED_RATES)).toEqual([]);
  });
});

describe('PUBLISHED_RATES', () => {
  it('closes 97 % of the 16.2 % within 30 days, and the first band 11.9 %', () => {
    const { closing } = PUBLISHED_RATES.byTrigger.internet;
    expect(openOnDay(closing, 0)).toBe(1);
    expect(openOnDay(closing, 4)).toBeCloseTo(1 - 0.119, 3);
    expect(openOnDay(closing, 31)).toBeCloseTo(1 - 0.97 * 0.162, 6);
    expect(openOnDay(closing, 300)).toBe(openOnDay(closing, 31));
  });

  it('sells to 73.3, 11.8, 6.9 and 5 of 100 buyers in the bands of 4, 8, 15 and 31 days, evenly within each', () => {
    const { closing } = PUBLISHED_RATES.byTrigger.internet;
    const sold = (days: number) => (1 - openOnDay(closing, days)) / 0.162;
    expect([2, 4, 6, 8, 15, 23, 31].map(sold)).toEqual(near(0.3665, 0.733, 0.792, 0.851, 0.92, 0.945, 0.97));
  });

  it('reckons a first call with 27.6 % and leaves 40 % of Internet leads unreached for ever', () => {
    const steps = Array.from({ length: 40 }, (_, i) => call(`c${i}`, 31 + i));
    const asked = askedShares(timed(...steps), {
      ...PUBLISHED_RATES,
      byTrigger: { ...PUBLISHED_RATES.byTrigger, walkIn: { ...PUBLISHED_RATES.byTrigger.internet, closing: [] } },
    });
    expect(asked[1]).toBeCloseTo(1 - 0.276, 9);
    expect(asked.at(-1)).toBeCloseTo(0.4, 6);
  });
});

// Helpers

interface Given {
  readonly contact?: number;
  readonly callsThatConnect?: number;
  readonly appointment?: number;
  readonly notInterested?: number;
  readonly repliesToPeople?: number;
  readonly repliesToAutomation?: number;
  readonly closing?: FollowUpRates['byTrigger']['walkIn']['closing'];
}

/** Half of the calls connect, with everybody; nothing else happens unless the test says so. */
function ratesOf({ contact = 1, appointment = 0, notInterested = 0, closing = [], ...rates }: Given): FollowUpRates {
  return {
    callsThatConnect: 0.5,
    repliesToPeople: 0,
    repliesToAutomation: 0,
    ...rates,
    byTrigger: { ...PUBLISHED_RATES.byTrigger, walkIn: { contact, appointment, notInterested, closing } },
  };
}

function shares(given: Given, ...steps: readonly PlanStep[]): readonly number[] {
  return askedShares(timed(...steps), ratesOf(given));
}

function timed(...steps: readonly PlanStep[]): readonly TimedTouch[] {
  return planOfSteps('walkIn', ...steps).actionPlans.walkIn.map((step) => ({
    step,
    from: step.nominalMinutes,
    nominalMinutes: step.nominalMinutes,
    ageDays: Math.floor(step.nominalMinutes / 1440),
  }));
}

function onDay(after: number) {
  return { unit: 'days', after, within: 0, at: 'opening' } as const;
}

function call(id: string, day: number, changes: Partial<PlanStep> = {}): PlanStep {
  return { ...makeStep({ id, due: onDay(day), stopOn: ['reached'] }), ...changes };
}

function letter(id: string, day: number): PlanStep {
  return makeStep({ id, channel: 'letter', due: onDay(day) });
}

function near(...values: readonly number[]) {
  return values.map((value) => expect.closeTo(value, 9));
}
