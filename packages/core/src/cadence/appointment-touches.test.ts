import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFact } from '../../test/support/facts.ts';
import { at, contextAt, iso, makeStep, planOf, planOfSteps } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { DAY_24H, HOUR, type Instant, instant, MINUTE, plus } from '../spine/instant.ts';
import { appointmentTouches, traceAppointment } from './appointment-touches.ts';
import { dueTouches } from './due-touches.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { withBestTimes } from './with-best-times.ts';

const LEAD = at('2026-11-16T10:00:00-05:00');
/** Monday at noon, for Thursday at three. */
const SET = at('2026-11-16T12:00:00-05:00');
const VISIT = at('2026-11-19T15:00:00-05:00');
const opened = makeFact('opportunity.opened', {}, { at: LEAD });
const lead = makeFact('lead.received', {}, { at: LEAD });
const agreed = makeFact('activity.logged', { disposition: 'appointmentSet' }, { id: 'agreed', at: SET });
const set = makeFact('appointment.set', { startsAt: VISIT }, { id: 'set', at: SET });
const BEGUN = [opened, lead, agreed, set];
/** What follows up who stayed away once the calls of the next day are over. */
const LATER = ['appointment-call-day3', 'appointment-call-day7', 'appointment-email-day30', 'appointment-email-day60'];

describe('the plan of an appointment', () => {
  it('calls at the hour of the visit, whenever the lead came in', () => {
    const together = [opened, lead, makeFact('appointment.set', { startsAt: VISIT }, { at: LEAD })];
    const history = foldAll(opportunityHistory, together);
    const evidence = { history: contactHistory.empty, location: { areaCodes: ['212'] } };
    const [confirm] = withBestTimes(appointmentTouches(history, contextAt(LEAD)), history, evidence, contextAt(LEAD));
    expect(confirm?.window.best).toBe(plus(VISIT, -DAY_24H));
    expect(confirm?.reasons.map(({ code }) => code)).toEqual(['cadence.daysBeforeAppointment']);
  });

  it('confirms the day before, reminds two hours before, and calls who did not come', () => {
    expect(asked(BEGUN, SET)).toEqual([
      ['appointment-call-confirm', '2026-11-18T14:00:00.000Z', '2026-11-18T20:00:00.000Z', '2026-11-19T01:00:00.000Z'],
      ['appointment-text-recall', '2026-11-19T18:00:00.000Z', '2026-11-19T18:00:00.000Z', '2026-11-19T20:00:00.000Z'],
      ['appointment-call-missed', '2026-11-19T20:30:00.000Z', '2026-11-19T20:30:00.000Z', '2026-11-19T21:00:00.000Z'],
      ['appointment-call-next-day', '2026-11-20T14:00:00.000Z', '2026-11-20T20:00:00.000Z', '2026-11-21T01:00:00.000Z'],
      [
        'appointment-manager-next-day',
        '2026-11-20T14:00:00.000Z',
        '2026-11-20T20:00:00.000Z',
        '2026-11-21T01:00:00.000Z',
      ],
      // The third day is a Sunday.
      ['appointment-call-day3', '2026-11-23T14:00:00.000Z', '2026-11-23T20:00:00.000Z', '2026-11-24T01:00:00.000Z'],
      ['appointment-call-day7', '2026-11-27T14:00:00.000Z', '2026-11-27T20:00:00.000Z', '2026-11-28T01:00:00.000Z'],
      ['appointment-email-day30', '2026-12-19T14:00:00.000Z', '2026-12-19T20:00:00.000Z', '2026-12-20T01:00:00.000Z'],
      ['appointment-email-day60', '2027-01-18T14:00:00.000Z', '2027-01-18T20:00:00.000Z', '2027-01-19T01:00:00.000Z'],
    ]);
  });

  it('follows up who stays away like a lead, from the day of the visit on, until the customer is heard of or comes', () => {
    const late = plus(VISIT, 4 * DAY_24H);
    const later = (...facts: Fact[]) => stepsOf([...BEGUN, ...facts], late).filter((step) => LATER.includes(step));
    expect(stepsOf(BEGUN, late)).toEqual(LATER);
    expect(later(makeFact('customer.replied', {}, { id: 'replied', at: plus(VISIT, 2 * DAY_24H) }))).toEqual([]);
    expect(later(makeFact('activity.logged', { channel: 'inPerson' }, { id: 'met', at: late }))).toEqual([]);
    expect(later(makeFact('activity.logged', { disposition: 'notInterested' }, { id: 'no', at: late }))).toEqual([]);
    expect(later(makeFact('opportunity.lost', {}, { id: 'lost', at: late }))).toEqual([]);
    // Another appointment begins the plan anew, from its own day.
    const again = makeFact('appointment.set', { startsAt: plus(late, DAY_24H) }, { id: 'again', at: late });
    expect(asked([...BEGUN, again], late).filter(([step]) => step === LATER[0])).toEqual([
      [LATER[0], '2026-11-27T14:00:00.000Z', '2026-11-27T20:00:00.000Z', '2026-11-28T01:00:00.000Z'],
    ]);
  });

  it('asks who answered before the visit and stayed away all the same', () => {
    const replied = makeFact('customer.replied', {}, { id: 'replied', at: plus(VISIT, -HOUR) });
    expect(stepsOf([...BEGUN, replied], plus(VISIT, 4 * DAY_24H))).toEqual(LATER);
    const refused = makeFact('activity.logged', { disposition: 'notInterested' }, { id: 'no', at: plus(VISIT, -HOUR) });
    expect(stepsOf([...BEGUN, refused], plus(VISIT, 4 * DAY_24H))).toEqual([]);
  });

  it('stands beside the plan of the lead, whose steps go on that no appointment stops', () => {
    const history = foldAll(opportunityHistory, BEGUN);
    const main = dueTouches(history, contextAt(SET));
    expect(main.every(({ trigger }) => trigger === 'internet')).toBe(true);
    const beside = appointmentTouches(history, contextAt(SET));
    expect(beside.every(({ trigger, since }) => trigger === 'appointmentSet' && since === SET)).toBe(true);
    expect(new Set([...main, ...beside].map(({ id }) => id)).size).toBe(main.length + beside.length);
    const steps = [
      makeStep({ id: 'letter', channel: 'letter' }),
      makeStep({ id: 'mail', channel: 'email', stopOn: ['appointment'] }),
    ];
    const open = dueTouches(history, contextAt(SET, { plan: planOfSteps('internet', ...steps) }));
    expect(open.map(({ step }) => step)).toEqual(['letter']);
  });

  it('is of class promise where it is about the visit, and says what it counts from in every language', () => {
    const touches = appointmentTouches(foldAll(opportunityHistory, BEGUN), contextAt(SET));
    expect(touches.map(({ urgency }) => urgency)).toEqual([
      ...['promise', 'promise', 'promise', 'routine', 'routine'],
      ...LATER.map(() => 'routine'),
    ]);
    for (const { reasons } of touches) {
      expect(reasons[0].data['startsAt']).toBe(VISIT);
      expectRenderable(REASON_TEXTS, reasons[0]);
    }
  });

  it('does not call today to confirm what was agreed today for tomorrow', () => {
    const tomorrow = makeFact('appointment.set', { startsAt: at('2026-11-17T15:00:00-05:00') }, { at: SET });
    expect(stepsOf([opened, lead, agreed, tomorrow], SET)).not.toContain('appointment-call-confirm');
    const soon = makeFact('appointment.set', { startsAt: plus(SET, HOUR) }, { at: SET });
    expect(stepsOf([opened, lead, agreed, soon], SET)).toEqual([
      'appointment-call-missed',
      'appointment-call-next-day',
      'appointment-manager-next-day',
      ...LATER,
    ]);
  });

  it('confirms on the last open day before, and calls on the first one after', () => {
    const monday = at('2026-11-23T11:00:00-05:00');
    const first = asked([opened, lead, makeFact('appointment.set', { startsAt: monday }, { at: SET })], SET);
    expect(first[0]?.slice(0, 2)).toEqual(['appointment-call-confirm', '2026-11-21T14:00:00.000Z']);
    const saturday = at('2026-11-21T19:45:00-05:00');
    const after = asked([opened, lead, makeFact('appointment.set', { startsAt: saturday }, { at: SET })], SET);
    // Half an hour after it the store is closed, and on Sunday too: one call on Monday stands for both.
    expect(after.slice(2, 4).map(([step, from]) => [step, from])).toEqual([
      ['appointment-call-next-day', '2026-11-23T14:00:00.000Z'],
      ['appointment-manager-next-day', '2026-11-23T14:00:00.000Z'],
    ]);
  });

  it('needs no call to confirm once the customer has confirmed, and one again for a moved time', () => {
    const confirmed = makeFact('appointment.confirmed', {}, { id: 'confirmed', at: plus(SET, HOUR) });
    expect(ended([...BEGUN, confirmed], plus(SET, HOUR))).toEqual([
      ['appointment-call-confirm', 'stopped', 'cadence.stoppedByConfirmation'],
    ]);
    const moved = makeFact('appointment.moved', { startsAt: plus(VISIT, DAY_24H) }, { at: plus(SET, 2 * HOUR) });
    const anew = asked([...BEGUN, confirmed, moved], plus(SET, 2 * HOUR));
    expect(anew[0]?.slice(0, 2)).toEqual(['appointment-call-confirm', '2026-11-19T14:00:00.000Z']);
  });

  it('calls nobody who came', () => {
    const met = makeFact(
      'activity.logged',
      { channel: 'inPerson', disposition: 'spoke' },
      { id: 'met', at: plus(VISIT, 5 * MINUTE) },
    );
    const now = plus(VISIT, 10 * MINUTE);
    expect(stepsOf([...BEGUN, met], now)).toEqual([]);
    expect(ended([...BEGUN, met], now).slice(2)).toEqual(
      ['appointment-call-missed', 'appointment-call-next-day', 'appointment-manager-next-day', ...LATER].map((step) => [
        step,
        'stopped',
        'cadence.stoppedByVisit',
      ]),
    );
  });

  it('confirms and reminds no longer once the time has come', () => {
    expect(ended(BEGUN, VISIT)).toEqual([
      ['appointment-call-confirm', 'missed', 'cadence.missed'],
      ['appointment-text-recall', 'missed', 'cadence.missed'],
    ]);
    expect(stepsOf(BEGUN, instant(VISIT - 1)).slice(0, 2)).toEqual([
      'appointment-call-confirm',
      'appointment-text-recall',
    ]);
  });

  it('is settled by what was done about it, not by the call that set it nor by calls before its day', () => {
    const early = makeFact('activity.logged', { disposition: 'spoke' }, { id: 'early', at: plus(SET, HOUR) });
    expect(stepsOf([...BEGUN, early], plus(SET, 2 * HOUR))).toContain('appointment-call-confirm');
    const dayBefore = at('2026-11-18T15:00:00-05:00');
    const done = makeFact('activity.logged', { disposition: 'leftMessage' }, { id: 'done', at: dayBefore });
    expect(stepsOf([...BEGUN, done], dayBefore)).not.toContain('appointment-call-confirm');
    expect(stepsOf([...BEGUN, done], dayBefore)).toContain('appointment-call-missed');
  });

  it('is not ended by the very words that set it', () => {
    const due = { unit: 'appointmentDays', after: 1, within: 0, at: 'opening' } as const;
    const plan = planOfSteps('appointmentSet', makeStep({ due, stopOn: ['reached', 'appointment'] }));
    const stepsWith = (facts: readonly Fact[]) =>
      appointmentTouches(foldAll(opportunityHistory, facts), contextAt(plus(SET, 2 * HOUR), { plan }));
    expect(stepsWith(BEGUN)).toHaveLength(1);
    const before = makeFact('activity.logged', { disposition: 'spoke' }, { id: 'before', at: plus(SET, HOUR) });
    expect(stepsWith([...BEGUN, before])).toHaveLength(1);
    const again = makeFact('activity.logged', { disposition: 'appointmentSet' }, { id: 'b', at: plus(SET, HOUR) });
    expect(stepsWith([...BEGUN, again])).toEqual([]);
    const after = makeFact('activity.logged', { disposition: 'spoke' }, { id: 'after', at: plus(VISIT, HOUR) });
    expect(stepsWith([...BEGUN, after])).toEqual([]);
  });

  it.each([
    ['called off', makeFact('appointment.cancelled', {}, { id: 'off', at: plus(SET, HOUR) })],
    ['sold before', makeFact('opportunity.delivered', {}, { id: 'sold', at: plus(SET, HOUR) })],
    ['lost before', makeFact('opportunity.lost', {}, { id: 'lost', at: plus(SET, HOUR) })],
  ])('asks for nothing where it was %s', (_, end) => {
    expect(stepsOf([...BEGUN, end], plus(SET, 2 * HOUR))).toEqual([]);
    const again = makeFact('lead.received', { repeat: true }, { id: 'again', at: plus(SET, 3 * HOUR) });
    expect(stepsOf([...BEGUN, end, again], plus(SET, 3 * HOUR))).toEqual([]);
  });

  it('goes on through a repeat lead, and is nothing where the document has no such plan', () => {
    const again = makeFact('lead.received', { repeat: true }, { id: 'again', at: plus(SET, HOUR) });
    expect(stepsOf([...BEGUN, again], plus(SET, HOUR))).toHaveLength(5 + LATER.length);
    const plan = planOf({ actionPlans: [] });
    expect(appointmentTouches(foldAll(opportunityHistory, BEGUN), contextAt(SET, { plan }))).toEqual([]);
  });

  it('stands on the same day before and after a change to summer time, at the same hour on the wall', () => {
    const startsAt = at('2027-03-15T10:00:00-04:00');
    const facts = [opened, lead, makeFact('appointment.set', { startsAt }, { at: at('2027-03-10T12:00:00-05:00') })];
    const [confirm] = asked(facts, at('2027-03-10T12:00:00-05:00'));
    // Summer time began on Sunday, 14 March: on Saturday ten o'clock is an hour later by UTC.
    expect(confirm?.[2]).toBe('2027-03-13T15:00:00.000Z');
  });

  it('keeps to opening hours and to its side of the appointment, whatever the appointment and the step', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), fc.nat({ max: 20_000 }), (ahead, later) => {
        const startsAt = plus(SET, ahead * MINUTE);
        const visit = makeFact('appointment.set', { startsAt }, { at: SET });
        const history = foldAll(opportunityHistory, [opened, lead, visit]);
        for (const { window, step } of appointmentTouches(history, contextAt(SET))) {
          expect(window.from).toBeGreaterThanOrEqual(SET);
          expect(window.best).toBeGreaterThanOrEqual(window.from);
          expect(window.deadline).toBeGreaterThan(window.best);
          if (/confirm|recall/.test(step)) expect(window.deadline).toBeLessThanOrEqual(startsAt);
          else expect(window.from).toBeGreaterThan(startsAt);
        }
        // Asked again later, nothing has another window: it is only asked for no longer.
        const first = new Map(traceAppointment(history, contextAt(SET)).map((touch) => [touch.id, touch.window]));
        for (const touch of traceAppointment(history, contextAt(plus(SET, later * MINUTE)))) {
          expect(touch.window).toEqual(first.get(touch.id));
        }
      }),
      { numRuns: 60 },
    );
  });
});

// Helpers

function asked(facts: readonly Fact[], now: Instant) {
  return appointmentTouches(foldAll(opportunityHistory, facts), contextAt(now)).map(
    ({ step, window: { from, best, deadline } }) => [step as string, iso(from), iso(best), iso(deadline)] as const,
  );
}

function stepsOf(facts: readonly Fact[], now: Instant): readonly string[] {
  return asked(facts, now).map(([step]) => step);
}

function ended(facts: readonly Fact[], now: Instant) {
  return traceAppointment(foldAll(opportunityHistory, facts), contextAt(now)).flatMap((trace) =>
    'reason' in trace ? [[trace.step, trace.kind, trace.reason.code]] : [],
  );
}
