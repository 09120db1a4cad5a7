import { describe, expect, it } from 'vitest';
import { at, calendarOf, contextAt, iso, planOfSteps, succeed } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import { vectorFile } from '../../test/support/vectors.ts';
import type { StoreHours } from '../calendar/store-calendar.ts';
import type { ContactHistory } from '../consent/contact-history.ts';
import { contactHistory } from '../consent/fold-contact-history.ts';
import { bestTime } from '../contact/best-time.ts';
import { mayContact } from '../contact/may-contact.ts';
import { REASON_TEXTS as CONTACT_TEXTS } from '../contact/reason-texts.ts';
import type { LocationEvidence } from '../location/location-evidence.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { PlanStep, Trigger } from '../plan/follow-up-plan.ts';
import { decodeFact } from '../spine/fact-codec.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { dueTouches } from './due-touches.ts';
import { withBestTimes } from './with-best-times.ts';

const { hours, rows } = vectorFile<{
  readonly hours: Readonly<Record<string, StoreHours>>;
  readonly rows: readonly Row[];
}>('cadence', 'best-times');

describe('S12 half past three on a Tuesday', () => {
  it.each(rows)('$it', ({ store, plan, facts, location, now, touches }) => {
    const read = facts.map((fact) => succeed(decodeFact(fact)));
    const history = foldAll(opportunityHistory, read);
    const customer = foldAll(contactHistory, read);
    const steps = plan && planOfSteps(plan.trigger, ...plan.steps);
    const calendar = calendarOf(hours[store ?? 'newYork'] as StoreHours);
    const context = contextAt(at(now), { calendar, ...(steps && { plan: steps }) });
    const found = withBestTimes(dueTouches(history, context), history, { history: customer, location }, context);
    for (const { step, best, by, reasons } of touches) {
      const touch = found.find((each) => each.step === step);
      expect(touch && iso(touch.window.best), step).toBe(iso(at(best)));
      expect(touch?.by, step).toBe(by);
      const mine = (touch?.reasons ?? []).filter(({ code }) => Object.hasOwn(CONTACT_TEXTS, code));
      expect(
        mine.map(({ code, data }) => [code, data['rule']].filter(Boolean).join(' ')),
        step,
      ).toEqual(reasons);
      for (const reason of mine) expectRenderable(CONTACT_TEXTS, reason);
    }
    // What was done as a story's next call is lawful when it is best.
    for (const touch of found) {
      if (touch.channel !== 'call' || touch.reasons.some(({ code }) => code === 'bestTime.noneInWindow')) continue;
      const attempt = { channel: touch.channel, purpose: touch.purpose, automated: false, location };
      expect(mayContact(customer, attempt, { ...context, now: touch.window.best }).kind, touch.id).toBe('allowed');
    }
  });

  it.each([
    ['FL', '407'],
    ['OK', '405'],
    ['MD', '410'],
  ])('counts each attempt at its minute for the three in 24 hours of %s', (_, areaCode) => {
    // Texts, for the plan's own cap counts calls.
    const customer = customerAfter('2026-11-17T10:00:00', '2026-11-17T10:20:30', '2026-11-17T15:30:00');
    const location = { areaCodes: [areaCode], statedZone: 'America/New_York' };
    const attempt = { channel: 'call', purpose: 'marketing', automated: false, location } as const;
    const context = contextAt(at('2026-11-17T16:00:00-05:00'));
    const bestFrom = (asked: string) =>
      bestTime(
        attempt,
        {
          from: at('2026-11-18T09:00:00-05:00'),
          best: at('2026-11-18T09:00:00-05:00'),
          deadline: at('2026-11-18T20:00:00-05:00'),
        },
        { answered: [], asked: { fact: id<'Fact'>('l1'), at: at(asked) } },
        customer,
        context,
      );
    // The hour of the lead is 9:59: the first attempt stops counting at 10:00, sharp.
    const early = bestFrom('2026-11-16T09:59:00-05:00');
    expect(iso(early.at)).toBe('2026-11-18T15:00:00.000Z');
    expect(early.reasons.map(({ code }) => code)).toEqual([
      'bestTime.leadHour',
      'bestTime.notLawful',
      'contact.attemptCap',
    ]);
    expect(bestFrom('2026-11-16T10:00:00-05:00').reasons.map(({ code }) => code)).toEqual(['bestTime.leadHour']);

    // With a fourth at that minute there is room again when the one of 10:20:30 is a day old, at 10:21 and not before.
    const four = customerAfter(
      '2026-11-17T10:00:00',
      '2026-11-17T10:20:30',
      '2026-11-17T15:30:00',
      '2026-11-18T10:00:00',
    );
    const verdictAt = (time: string) =>
      mayContact(four, { ...attempt, purpose: 'replyToInquiry' }, { ...context, now: at(time) });
    const next = at('2026-11-18T10:21:00-05:00');
    for (const time of ['2026-11-18T10:00:00-05:00', '2026-11-18T10:20:59.999-05:00']) {
      expect(verdictAt(time)).toMatchObject({ kind: 'notNow', next, reasons: [{ code: 'contact.attemptCap' }] });
    }
    expect(verdictAt('2026-11-18T10:21:00-05:00').kind).toBe('allowed');
  });

  it('is not moved by attempts that were made after the best time', () => {
    const customer = customerAfter('2026-11-18T11:00:00', '2026-11-18T11:10:00', '2026-11-18T11:20:00');
    const location = { areaCodes: ['407'], statedZone: 'America/New_York' };
    const attempt = { channel: 'call', purpose: 'marketing', automated: false, location } as const;
    const from = at('2026-11-18T09:00:00-05:00');
    const window = { from, best: from, deadline: at('2026-11-18T20:00:00-05:00') };
    const asked = { fact: id<'Fact'>('l1'), at: at('2026-11-16T10:30:00-05:00') };
    const found = bestTime(
      attempt,
      window,
      { answered: [], asked },
      customer,
      contextAt(at('2026-11-18T12:00:00-05:00')),
    );
    expect(iso(found.at)).toBe('2026-11-18T15:30:00.000Z');
  });
});

// Helpers

/** A customer who asked long before, with texts at these times of New York. */
function customerAfter(...times: readonly string[]): ContactHistory {
  const inquiry = { fact: id<'Fact'>('l1'), at: at('2026-11-16T09:00:00-05:00'), repeat: false };
  const attempts = times.map((time) => {
    return { fact: id<'Fact'>(time), at: at(`${time}-05:00`), channel: 'text', by: 'claim' } as const;
  });
  return { ...contactHistory.empty, inquiries: [inquiry], attempts };
}

interface Row {
  readonly it: string;
  /** One of the file's opening hours; absent: New York's. */
  readonly store?: string;
  /** Absent: the default plan. */
  readonly plan?: { readonly trigger: Trigger; readonly steps: readonly PlanStep[] };
  readonly facts: readonly unknown[];
  readonly location: LocationEvidence;
  readonly now: string;
  readonly touches: readonly {
    readonly step: string;
    readonly best: string;
    readonly by?: 'bdc';
    readonly reasons: readonly string[];
  }[];
}
