import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANN, BOB, DEPARTMENT, makeFact, reordered, STORE } from '../../test/support/facts.ts';
import { at, contextAt, planOf, succeed } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import type { Touch } from '../cadence/touch.ts';
import type { MeasureRow } from '../measures/measure-row.ts';
import { measuresOf } from '../measures/measures.ts';
import { day } from '../spine/day.ts';
import { id } from '../spine/id.ts';
import { type Instant, plus } from '../spine/instant.ts';
import type { TrialDecided, TrialVerdict } from '../spine/trial-facts.ts';
import { planDay } from '../workday/plan-day.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { automationLock, decideTrial, lockedVerdict, startTrial, type Trial, trialPhase, trialsIn } from './trial.ts';
import { reportOf, trialFigures } from './trial-report.ts';

const BEGUN = at('2026-11-16T10:00:00-05:00');
const started = makeFact(
  'trial.started',
  { from: day('2026-11-16'), until: day('2027-02-16'), byId: BOB },
  { id: 'trial', at: BEGUN },
);
const decided = (verdict: TrialVerdict, when: Instant = at('2027-02-17T10:00:00-05:00')) =>
  makeFact(
    'trial.decided',
    { trialId: id<'Fact'>('trial'), verdict, byId: ANN },
    { id: `decided-${verdict}`, at: when },
  );
const MANAGER = { memberId: BOB, role: 'manager' } as const;
const OWNER = { memberId: ANN, role: 'principal' } as const;
const FIGURES = trialFigures([], [], planOf());
const moment = (iso: string) => ({ today: day(iso.slice(0, 10)), now: at(`${iso}-05:00`) });

describe('S14 the trial', () => {
  it('lasts three months from the day on which it begins', () => {
    expect(succeed(startTrial(trialsIn([]), MANAGER, undefined, moment('2026-11-16T10:00:00')))).toEqual({
      kind: 'trial.started',
      at: BEGUN,
      data: { from: '2026-11-16', until: '2027-02-16', byId: BOB },
    });
  });

  it('is one at a time, and after the owner’s word the owner alone begins another', () => {
    const later = moment('2027-03-01T10:00:00');
    for (const by of [MANAGER, OWNER])
      expect(startTrial(trialsIn([started]), by, 1, later)).toMatchObject({ refusals: [{ code: 'trial.running' }] });
    for (const verdict of ['go', 'noGo'] as const) {
      const trials = trialsIn([started, decided(verdict)]);
      const refused = startTrial(trials, MANAGER, 1, later);
      expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'trial.ownerBegins' }] });
      if (!refused.ok) expectRenderable(REASON_TEXTS, refused.refusals[0]);
      expect(startTrial(trials, OWNER, 1, later).ok).toBe(true);
    }
    expect(startTrial(trialsIn([started, decided('calledOff')]), MANAGER, 1, later).ok).toBe(true);
  });

  it('leaves automation as it was before, once it is called off', () => {
    const again = makeFact(
      'trial.started',
      { from: day('2027-03-01'), until: day('2027-06-01'), byId: ANN },
      { id: 'again', at: at('2027-03-01T10:00:00-05:00') },
    );
    const calledOff = makeFact(
      'trial.decided',
      { trialId: id<'Fact'>('again'), verdict: 'calledOff', byId: ANN },
      { id: 'off', at: at('2027-03-02T10:00:00-05:00') },
    );
    expect(automationLock(trialsIn([started, decided('calledOff')]))).toBeUndefined();
    const afterGo = trialsIn([started, decided('go'), again, calledOff]);
    expect(automationLock(afterGo)).toBeUndefined();
    expect(afterGo.latest).toMatchObject({ trialId: 'again', decision: { verdict: 'calledOff', byId: ANN } });
    const afterNoGo = trialsIn([started, decided('noGo'), again, calledOff]);
    expect(automationLock(afterNoGo)?.code).toBe('trial.automationRefused');
    expect(automationLock(trialsIn([started, decided('go'), again]))?.code).toBe('trial.automationLocked');
  });

  it('keeps with the decision what the report said', () => {
    const figures = { ...FIGURES, leads: 40 };
    const draft = succeed(decideTrial(trialsIn([started]), 'noGo', ANN, figures, moment('2026-12-01T10:00:00')));
    expect(draft.data).toEqual({ trialId: 'trial', verdict: 'noGo', byId: ANN, figures });
    const fact = makeFact('trial.decided', draft.data as TrialDecided['data'], { at: draft.at });
    expect(trialsIn([started, fact]).standing?.decision?.figures).toEqual(figures);
  });

  it('locks automation until the owner says go, also when it is over', () => {
    expect(automationLock(trialsIn([]))).toBeUndefined();
    expect(automationLock(trialsIn([started]))?.code).toBe('trial.automationLocked');
    expect(automationLock(trialsIn([started, decided('noGo')]))?.code).toBe('trial.automationRefused');
    expect(automationLock(trialsIn([started, decided('go')]))).toBeUndefined();
    expect(trialPhase(theOnly([started]), day('2027-02-16'))).toBe('running');
    expect(trialPhase(theOnly([started]), day('2027-02-17'))).toBe('undecided');
  });

  it('hears go after its last day, no-go at any time, and the first word alone', () => {
    const trials = trialsIn([started]);
    expect(decideTrial(trials, 'go', ANN, FIGURES, moment('2027-02-16T19:00:00'))).toMatchObject({
      refusals: [{ code: 'trial.notOver' }],
    });
    expect(decideTrial(trials, 'noGo', ANN, FIGURES, moment('2026-12-01T10:00:00')).ok).toBe(true);
    expect(decideTrial(trials, 'go', ANN, FIGURES, moment('2027-02-17T10:00:00')).ok).toBe(true);
    expect(
      decideTrial(trialsIn([started, decided('noGo')]), 'go', ANN, FIGURES, moment('2027-02-18T10:00:00')),
    ).toMatchObject({
      refusals: [{ code: 'trial.decided' }],
    });
    expect(decideTrial(trialsIn([]), 'go', ANN, FIGURES, moment('2027-02-18T10:00:00'))).toMatchObject({
      refusals: [{ code: 'trial.none' }],
    });
  });

  it('stands the same in whatever order its facts come, and however often', () => {
    const facts = [started, decided('noGo'), decided('go', plus(decided('noGo').at, 1000))];
    fc.assert(
      fc.property(reordered(facts), (list) => {
        expect(trialsIn(list)).toEqual(trialsIn(facts));
        expect(trialsIn(list).standing?.decision).toMatchObject({ verdict: 'noGo', byId: ANN });
      }),
    );
  });

  it('keeps each touch of a locked automation, blocked with its reason, and leaves no person’s work to it', () => {
    const lock = automationLock(trialsIn([started])) ?? fail();
    const touch = (who: 'owner' | 'automation'): Touch => ({
      id: id<'Touch'>(`touch-${who}`),
      opportunityId: id<'Opportunity'>('opportunity-1'),
      step: id<'Step'>('step-1'),
      channel: 'email',
      purpose: 'replyToInquiry',
      who,
      ownerId: ANN,
      urgency: 'routine',
      trigger: 'internet',
      since: plus(BEGUN, -30 * 24 * 3_600_000),
      window: { from: BEGUN, best: BEGUN, deadline: plus(BEGUN, 3_600_000) },
      reasons: [{ code: 'x', data: {}, facts: [] }],
    });
    const context = contextAt(BEGUN);
    const verdictOf = ({ who }: Touch) =>
      who === 'automation'
        ? lockedVerdict(lock)
        : ({ kind: 'allowed', until: plus(BEGUN, 3_600_000), reasons: [lock] } as const);
    // Nobody has room: without the lock the owner's touch would be left to automation.
    const placed = planDay([touch('owner'), touch('automation')], [], { ...context, verdictOf });
    expect(placed.map(({ kind, reasons }) => [kind, reasons[0].code])).toEqual([
      ['blocked', 'trial.automationLocked'],
      ['deferred', 'workday.noRoom'],
    ]);
    for (const { reasons } of placed)
      if (reasons[0].code.startsWith('trial.')) expectRenderable(REASON_TEXTS, reasons[0]);
  });
});

describe('S14 the go / no-go report', () => {
  const row = (memberId: typeof ANN | undefined, counts: Parameters<typeof measuresOf>[0]): MeasureRow => ({
    storeId: STORE,
    departmentId: DEPARTMENT,
    ...(memberId && { memberId }),
    day: day('2026-12-01'),
    measures: measuresOf(counts),
  });
  const kept = row(ANN, {
    callStepsDue: 100,
    callStepsDone: 91,
    callStepsMissed: 9,
    claims: 91,
    documented: 85,
    notDocumented: 6,
  });

  it('says who kept to it: nine steps of ten done, and calls that records show', () => {
    const skipped = row(BOB, { callStepsDue: 100, callStepsDone: 60, callStepsMissed: 40, claims: 60, documented: 60 });
    const { people, advice, reason } = trialReport([kept, skipped], [], planOf());
    expect(people).toMatchObject([
      { memberId: ANN, keeping: 'kept', steps: { done: 91, of: 100 }, documented: { done: 85, of: 91 } },
      { memberId: BOB, keeping: 'notKept' },
    ]);
    expect(advice).toBe('noGo');
    expect(reason).toMatchObject({ code: 'trial.someDidNot', data: { count: 1, of: 2 } });
    expectRenderable(REASON_TEXTS, reason);
    // Ticked boxes without calls are no plan kept.
    const ticked = row(BOB, { callStepsDue: 50, callStepsDone: 50, claims: 50, documented: 31, notDocumented: 19 });
    expect(trialReport([ticked], [], planOf()).people).toMatchObject([{ keeping: 'notKept' }]);
    expect(trialReport([kept], [], planOf())).toMatchObject({ advice: 'go', reason: { code: 'trial.allKept' } });
  });

  it('judges nobody by fewer than ten steps, and counts for no person what the server did', () => {
    const few = row(ANN, { emailStepsDue: 9, emailStepsDone: 1 });
    const server = row(undefined, { leads: 40, emailStepsDue: 80, emailStepsDone: 80 });
    const report = trialReport([few, server], [], planOf());
    expect(report).toMatchObject({ advice: 'tooLittle', leads: 40, steps: { of: 9 } });
    expect(report.people).toMatchObject([{ memberId: ANN, keeping: 'tooLittle' }]);
  });

  it('says what customers answered, question by question', () => {
    const { questions, lowAnswer } = planOf().survey;
    const [first] = questions;
    const answered = [5, 4, lowAnswer].map((answer, i) =>
      makeFact('survey.answered', { answers: { [first?.id ?? '']: answer } }, { id: `answer-${i}` }),
    );
    const report = trialReport([row(undefined, { surveysInvited: 12, surveysAnswered: 3 })], answered, planOf());
    expect(report.surveyed).toMatchObject({ done: 3, of: 12 });
    expect(report.questions[0]).toEqual({
      questionId: first?.id,
      answers: 3,
      mean: (9 + lowAnswer) / 3,
      scaleTo: first?.scaleTo,
      low: 1,
    });
    expect(report.questions[1]).toMatchObject({ answers: 0, low: 0 });
  });
});

function theOnly(facts: Parameters<typeof trialsIn>[0]): Trial {
  return trialsIn(facts).latest ?? fail();
}

const trialReport = (...counted: Parameters<typeof trialFigures>) => reportOf(trialFigures(...counted));

function fail(): never {
  throw new Error('expected a value');
}
