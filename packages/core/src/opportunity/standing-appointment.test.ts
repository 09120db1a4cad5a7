import { describe, expect, it } from 'vitest';
import { ANN, BOB, MONDAY, makeFact } from '../../test/support/facts.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { DAY_24H, HOUR, type Instant, MINUTE, plus } from '../spine/instant.ts';
import { historyBefore, opportunityHistory } from './opportunity-history.ts';
import { SHOWN_FROM, standingAppointment } from './standing-appointment.ts';

const THURSDAY = plus(MONDAY, 3 * DAY_24H);
const FRIDAY = plus(MONDAY, 4 * DAY_24H);
const opened = makeFact('opportunity.opened');
const set = makeFact('appointment.set', { startsAt: THURSDAY }, { id: 'set', at: plus(MONDAY, HOUR) });
const moved = makeFact('appointment.moved', { startsAt: FRIDAY }, { id: 'moved', at: plus(MONDAY, 3 * HOUR) });
const cancelled = makeFact('appointment.cancelled', {}, { id: 'cancelled', at: plus(MONDAY, 4 * HOUR) });
const confirmedAt = (at: Instant) => makeFact('appointment.confirmed', { memberId: BOB }, { id: 'confirmed', at });

describe('S05 the appointment that an episode stands under', () => {
  it('is the one that was set last, with who set it', () => {
    expect(standing(opened)).toBeUndefined();
    expect(standing(opened, set)).toEqual({
      startsAt: THURSDAY,
      fixed: { fact: 'set', at: set.at },
      setBy: ANN,
    });
    const again = makeFact(
      'appointment.set',
      { memberId: BOB, startsAt: FRIDAY },
      { id: 'again', at: plus(set.at, 1) },
    );
    expect(standing(opened, set, again)).toMatchObject({ startsAt: FRIDAY, setBy: BOB });
  });

  it('is confirmed until it is moved, and then has to be confirmed anew', () => {
    expect(standing(set, confirmedAt(plus(MONDAY, 2 * HOUR)))?.confirmed).toMatchObject({ memberId: BOB });
    expect(standing(set, confirmedAt(plus(MONDAY, 2 * HOUR)), moved)).toEqual({
      startsAt: FRIDAY,
      fixed: { fact: 'moved', at: moved.at },
      setBy: ANN,
    });
  });

  it('is none once it was called off, and one again when a new one is set', () => {
    expect(standing(set, cancelled)).toBeUndefined();
    const anew = makeFact('appointment.set', { startsAt: FRIDAY }, { id: 'anew', at: plus(cancelled.at, MINUTE) });
    expect(standing(set, cancelled, anew)?.startsAt).toBe(FRIDAY);
    expect(standing(confirmedAt(MONDAY))).toBeUndefined();
  });

  it('counts what is corrected no longer, and knows the past as it was', () => {
    const mistaken = makeFact(
      'appointment.set',
      { startsAt: FRIDAY },
      { id: 'right', at: plus(set.at, 1), corrects: 'set' },
    );
    expect(standing(mistaken, set)?.startsAt).toBe(FRIDAY);
    const history = foldAll(opportunityHistory, [opened, set, moved]);
    expect(standingAppointment(historyBefore(history, moved.at))?.startsAt).toBe(THURSDAY);
    expect(historyBefore(history, set.at)).not.toHaveProperty('appointments');
  });

  it.each([
    ['an hour early', 'inPerson', 'spoke', -SHOWN_FROM, true],
    ['earlier than that', 'inPerson', 'spoke', -SHOWN_FROM - 1, false],
    ['late', 'inPerson', 'spoke', HOUR, true],
    ['who was not there', 'inPerson', 'noAnswer', HOUR, false],
    ['on the phone', 'call', 'spoke', HOUR, false],
  ] as const)('sees who came %s', (_, channel, disposition, after, shown) => {
    const met = makeFact('activity.logged', { channel, disposition }, { id: 'met', at: plus(THURSDAY, after) });
    expect(standing(set, met)?.shown !== undefined).toBe(shown);
  });
});

function standing(...facts: readonly Fact[]) {
  return standingAppointment(foldAll(opportunityHistory, facts));
}
