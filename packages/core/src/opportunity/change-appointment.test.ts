import { describe, expect, it } from 'vitest';
import { ANN, BOB, CUSTOMER, MONDAY, makeFact, OPPORTUNITY } from '../../test/support/facts.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { DAY_24H, HOUR, plus } from '../spine/instant.ts';
import { type AppointmentWish, changeAppointment } from './change-appointment.ts';
import { opportunityHistory } from './opportunity-history.ts';
import { REASON_TEXTS } from './reason-texts.ts';

const THURSDAY = plus(MONDAY, 3 * DAY_24H);
const FRIDAY = plus(MONDAY, 4 * DAY_24H);
const opened = makeFact('opportunity.opened');
const set = makeFact('appointment.set', { startsAt: THURSDAY }, { id: 'set', at: MONDAY });
const confirmed = makeFact('appointment.confirmed', {}, { id: 'confirmed', at: plus(MONDAY, HOUR) });
const met = makeFact(
  'activity.logged',
  { channel: 'inPerson', disposition: 'spoke' },
  { id: 'met', at: plus(THURSDAY, HOUR) },
);
const soon = { at: plus(MONDAY, 2 * HOUR), memberId: BOB };
const after = { at: plus(THURSDAY, 2 * HOUR), memberId: BOB };

describe('S05 what becomes of an appointment', () => {
  it('is set, moved while it is still to come, and set anew once its time is over', () => {
    expect(kindsOf([opened], { kind: 'set', ...soon, startsAt: FRIDAY })).toEqual(['appointment.set']);
    expect(kindsOf([opened, set], { kind: 'set', ...soon, startsAt: FRIDAY })).toEqual(['appointment.moved']);
    expect(kindsOf([opened, set], { kind: 'moved', ...soon, startsAt: FRIDAY })).toEqual(['appointment.moved']);
    expect(kindsOf([opened, set], { kind: 'moved', ...after, startsAt: FRIDAY })).toEqual(['appointment.set']);
    expect(kindsOf([opened], { kind: 'moved', ...soon, startsAt: FRIDAY })).toBe('opportunity.noAppointment');
  });

  it('is confirmed and called off by whom, and confirmed once', () => {
    const result = changeAppointment(historyOf([opened, set]), { kind: 'confirmed', ...soon });
    expect(result).toEqual({
      ok: true,
      value: [{ kind: 'appointment.confirmed', at: soon.at, data: { opportunityId: OPPORTUNITY, memberId: BOB } }],
    });
    expect(kindsOf([opened, set, confirmed], { kind: 'confirmed', ...soon })).toEqual([]);
    expect(kindsOf([opened, set], { kind: 'cancelled', ...soon })).toEqual(['appointment.cancelled']);
  });

  it('was kept when the customer stands in the showroom: a meeting in person', () => {
    const early = { at: plus(THURSDAY, -HOUR), memberId: ANN };
    expect(changeAppointment(historyOf([opened, set]), { kind: 'shown', ...early })).toMatchObject({
      value: [{ kind: 'activity.logged', data: { customerId: CUSTOMER, channel: 'inPerson', memberId: ANN } }],
    });
    expect(kindsOf([opened, set, met], { kind: 'shown', ...after })).toEqual([]);
    expect(kindsOf([opened, set], { kind: 'shown', ...soon })).toBe('opportunity.appointmentAhead');
  });

  it.each([
    ['opportunity.unknown', [], { kind: 'set', ...soon, startsAt: FRIDAY }],
    ['opportunity.noAppointment', [opened], { kind: 'confirmed', ...soon }],
    ['opportunity.noAppointment', [opened], { kind: 'shown', ...soon }],
    ['opportunity.appointmentOver', [opened, set], { kind: 'confirmed', ...after }],
    ['opportunity.appointmentOver', [opened, set], { kind: 'cancelled', ...after }],
  ] as const)('is refused as %s', (code, facts, wish) => {
    expect(kindsOf(facts, wish)).toBe(code);
  });
});

function historyOf(facts: readonly Fact[]) {
  return foldAll(opportunityHistory, facts);
}

function kindsOf(facts: readonly Fact[], wish: AppointmentWish) {
  const result = changeAppointment(historyOf(facts), wish);
  if (result.ok) return result.value.map(({ kind }) => kind);
  expectRenderable(REASON_TEXTS, result.refusals[0]);
  return result.refusals[0].code;
}
