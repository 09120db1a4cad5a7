import { expect, it } from 'vitest';
import { MONDAY } from '../../test/support/facts.ts';
import { contextAt } from '../../test/support/plan-context.ts';
import { ALLOWED, makeAgent, makePerson, makeTouch, NEVER, notBefore } from '../../test/support/workday.ts';
import type { ContactVerdict } from '../contact/contact-verdict.ts';
import { day } from '../spine/day.ts';
import { id } from '../spine/id.ts';
import { DAY_24H, HOUR, plus } from '../spine/instant.ts';
import { keepsPlace, type StandingPlace } from './keeps-place.ts';

const [ANN, BEA] = [makePerson('ann'), makeAgent('bea')];
const TODAY = day('2026-11-16');
const LISTED: StandingPlace = { kind: 'listed', to: id('ann'), day: TODAY };
const HANDED_OVER: StandingPlace = { kind: 'handedOver', to: id('bea'), day: TODAY };
const DEFERRED: StandingPlace = { kind: 'deferred', day: TODAY };
const AUTOMATED: StandingPlace = { kind: 'automated', day: TODAY };

it('leaves what was placed today where it is, also what nobody had room for', () => {
  for (const standing of [LISTED, HANDED_OVER, DEFERRED, AUTOMATED]) expect(keeps(standing), standing.kind).toBe(true);
});

it('places anew what was never placed, or on another day', () => {
  expect(keeps(undefined)).toBe(false);
  expect(keeps({ ...LISTED, day: day('2026-11-15') })).toBe(false);
});

it('places anew when contact law has changed its mind about today, either way', () => {
  expect(keeps(LISTED, {}, NEVER)).toBe(false);
  expect(keeps(LISTED, {}, notBefore(plus(MONDAY, DAY_24H)))).toBe(false);
  expect(keeps(LISTED, {}, notBefore(plus(MONDAY, HOUR)))).toBe(true);
  expect(keeps({ kind: 'blocked', day: TODAY })).toBe(false);
});

it('places anew when its person is gone', () => {
  expect(keeps(LISTED, {}, ALLOWED, [BEA])).toBe(false);
  expect(keeps(HANDED_OVER, {}, ALLOWED, [ANN, { ...BEA, present: false }])).toBe(false);
});

it('places anew when another person owns the customer, and when the owner is who had it handed over', () => {
  expect(keeps(LISTED, { ownerId: id('bea') })).toBe(false);
  expect(keeps(HANDED_OVER, { ownerId: id('bea') })).toBe(false);
  expect(keeps(LISTED, { who: 'manager', ownerId: id('bea') })).toBe(true);
});

it('places anew what has become urgent, unless it stands on its owner’s list', () => {
  for (const urgency of ['clock', 'promise'] as const) {
    expect(keeps(LISTED, { urgency })).toBe(true);
    for (const standing of [DEFERRED, AUTOMATED, HANDED_OVER]) expect(keeps(standing, { urgency })).toBe(false);
    expect(keeps(HANDED_OVER, { urgency }, ALLOWED, [BEA])).toBe(true);
  }
});

it('leaves to planning what is the server’s own or of another day', () => {
  const from = plus(MONDAY, DAY_24H);
  expect(keeps(AUTOMATED, { who: 'automation', channel: 'email' })).toBe(false);
  expect(keeps(DEFERRED, { window: { from, best: from, deadline: plus(from, HOUR) } })).toBe(false);
});

// Helpers

function keeps(
  standing: StandingPlace | undefined,
  changes: Parameters<typeof makeTouch>[1] = {},
  verdict: ContactVerdict = ALLOWED,
  people = [ANN, BEA],
): boolean {
  return keepsPlace(makeTouch('a', changes), standing, people, { ...contextAt(MONDAY), verdictOf: () => verdict });
}
