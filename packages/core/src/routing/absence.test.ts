import { describe, expect, it } from 'vitest';
import { ANN, BOB, MONDAY, makeFact } from '../../test/support/facts.ts';
import { succeed } from '../../test/support/plan-context.ts';
import { type Day, day } from '../spine/day.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { HOUR, type Instant, plus } from '../spine/instant.ts';
import { type Absence, absenceHistory, absencesIn, absentOn, toCatchUpOn } from './absence.ts';
import { catchUp, endAbsence, markAbsent } from './decide-absence.ts';

const [MON, TUE, WED, THU, FRI] = (['16', '17', '18', '19', '20'] as const).map((date) => day(`2026-11-${date}`)) as [
  Day,
  Day,
  Day,
  Day,
  Day,
];
const on = (today: Day) => ({ now: MONDAY, today });
const wish = { memberId: ANN, from: MON, byId: BOB };

describe('S26 A person is absent: what is known of it', () => {
  it('is what was said, and nothing that was not', () => {
    const [vacation] = absencesOf(marked('away', MON, { until: TUE, why: 'vacation' }));
    expect(vacation).toStrictEqual({
      absenceId: 'away',
      memberId: ANN,
      from: MON,
      until: TUE,
      why: 'vacation',
      markedAt: MONDAY,
      backOn: WED,
      caughtUp: false,
    });
    const [open] = absencesOf(marked('away', MON));
    expect(open).toStrictEqual({ absenceId: 'away', memberId: ANN, from: MON, markedAt: MONDAY, caughtUp: false });
  });

  it('tells when somebody said that the person is back, and since when the person is', () => {
    const [absence] = absencesOf(marked('away', MON, { until: FRI }), ended('away', WED));
    expect(absence).toMatchObject({ endedAt: plus(MONDAY, HOUR), backOn: WED, until: FRI });
    expect(absence && absentOn([absence], TUE)).toBe(absence);
    expect(absence && absentOn([absence], WED)).toBeUndefined();
  });

  it('hears nothing in facts about anything else', () => {
    const others = [makeFact('lead.received'), makeFact('activity.logged'), makeFact('message.sent')];
    expect(foldAll(absenceHistory, others)).toEqual({ marked: [], ended: [], caughtUp: [] });
  });

  it('keeps two absences apart: what ends one leaves the other', () => {
    const [first, second] = absencesOf(
      marked('first', MON, { until: TUE }),
      marked('second', THU),
      ended('first', TUE),
      caughtUp('first'),
    );
    expect(first).toMatchObject({ absenceId: 'first', backOn: TUE, caughtUp: true });
    expect(second).toStrictEqual({
      absenceId: 'second',
      memberId: ANN,
      from: THU,
      markedAt: MONDAY,
      caughtUp: false,
    });
  });

  it('lists the earliest first; of one day, what was said first', () => {
    const facts = [
      marked('c', FRI),
      marked('later', MON, {}, plus(MONDAY, HOUR)),
      marked('b', MON),
      marked('a', MON),
      marked('d', WED, {}, plus(MONDAY, -HOUR)),
    ];
    const sorted = ['a', 'b', 'later', 'd', 'c'];
    expect(absencesOf(...facts).map(({ absenceId }) => absenceId)).toEqual(sorted);
    expect(absencesOf(...facts.toReversed()).map(({ absenceId }) => absenceId)).toEqual(sorted);
  });
});

describe('S26 A person is absent: what is decided', () => {
  it('marks a single day, and says who is away, when, why and by whom', () => {
    const draft = succeed(markAbsent([], { ...wish, until: MON, why: 'vacation' }, on(MON)));
    expect(draft).toEqual({
      kind: 'absence.marked',
      at: MONDAY,
      data: { memberId: ANN, from: MON, until: MON, why: 'vacation', byId: BOB },
    });
  });

  it('marks what ends the day before another absence begins', () => {
    const known = absencesOf(marked('later', WED));
    expect(markAbsent(known, { ...wish, until: TUE }, on(MON)).ok).toBe(true);
    expect(markAbsent(known, { ...wish, until: WED }, on(MON)).ok).toBe(false);
    expect(markAbsent(known, wish, on(MON)).ok).toBe(false);
  });

  it('lets a person be away over a day on which another absence was called off before it began', () => {
    // Called off in a store where it was Wednesday already, while it is Tuesday here.
    const off = absencesOf(marked('off', WED), ended('off', WED));
    expect(markAbsent(off, { ...wish, from: TUE, until: FRI }, on(TUE)).ok).toBe(true);
  });

  it('ends an absence before the day that was said', () => {
    const known = absencesOf(marked('first', MON, { until: MON }), marked('away', TUE, { until: FRI }));
    expect(succeed(endAbsence(known, id('away'), BOB, on(WED)))).toEqual({
      kind: 'absence.ended',
      at: MONDAY,
      data: { absenceId: 'away', memberId: ANN, backOn: WED, byId: BOB },
    });
  });

  it('notes who has seen what happened, of the one absence that is meant', () => {
    const known = absencesOf(
      marked('first', MON, { until: MON }),
      marked('away', TUE, { until: WED }),
      caughtUp('first'),
    );
    expect(catchUp(known, id('away'), on(THU))).toEqual([
      { kind: 'absence.caughtUp', at: MONDAY, data: { absenceId: 'away', memberId: ANN } },
    ]);
    expect(catchUp(known, id('away'), on(WED))).toEqual([]);
    expect(catchUp(known, id('first'), on(THU))).toEqual([]);
  });

  it('notes nothing of an absence that nobody knows or that has no end', () => {
    const known = absencesOf(marked('away', MON));
    expect(catchUp(known, id('unknown'), on(FRI))).toEqual([]);
    expect(catchUp(known, id('away'), on(FRI))).toEqual([]);
  });
});

describe('S26 A person is absent: what is told to who is back', () => {
  it('is nothing yet of an absence that is still to come', () => {
    expect(toCatchUpOn(absencesOf(marked('later', THU, { until: FRI })), MON)).toBeUndefined();
  });

  it('is nothing while the person is away again', () => {
    const known = absencesOf(marked('first', MON, { until: MON }), marked('again', WED, { until: THU }));
    expect(toCatchUpOn(known, TUE)?.absenceId).toBe('first');
    expect(toCatchUpOn(known, WED)).toBeUndefined();
    expect(toCatchUpOn(known, FRI)?.absenceId).toBe('again');
  });
});

// Helpers

function marked(
  name: string,
  from: Day,
  more: { readonly until?: Day; readonly why?: 'vacation' } = {},
  at: Instant = MONDAY,
): Fact {
  const fact = makeFact('absence.marked', {}, { id: name, at });
  return { ...fact, data: { memberId: ANN, byId: BOB, from, ...more } };
}

function ended(name: string, backOn: Day): Fact {
  return makeFact('absence.ended', { absenceId: id(name), backOn }, { id: `${name} ended`, at: plus(MONDAY, HOUR) });
}

function caughtUp(name: string): Fact {
  return makeFact('absence.caughtUp', { absenceId: id(name) }, { id: `${name} seen`, at: plus(MONDAY, 2 * HOUR) });
}

function absencesOf(...facts: readonly Fact[]): readonly Absence[] {
  return absencesIn(foldAll(absenceHistory, facts));
}
