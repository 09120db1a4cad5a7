import { expect, it } from 'vitest';
import { makeFact } from '../../test/support/facts.ts';
import { at, contextAt, makeStep, planOfSteps } from '../../test/support/plan-context.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { dueTouches } from './due-touches.ts';
import { touchId } from './planned-touch.ts';
import { traceTouches } from './trace-touches.ts';

const plan = planOfSteps(
  'phoneUp',
  makeStep({ id: 'call-day1' }),
  makeStep({ id: 'call-day3', due: { unit: 'days', after: 3, within: 0, at: 'triggerHour' } }),
  makeStep({ id: 'mail-a', channel: 'email', who: 'automation', due: { unit: 'minutes', after: 0, within: 5 } }),
  makeStep({ id: 'mail-b', channel: 'email', who: 'automation', due: { unit: 'minutes', after: 60, within: 5 } }),
);
/** A Monday, ten in the morning in New York. */
const RECEIVED = at('2026-11-16T10:00:00-05:00');

it('counts a call made unasked for the step that was due at its time', () => {
  expect(done(call('2026-11-17T12:00:00-05:00'))).toEqual(['call-day1']);
  expect(done(call('2026-11-19T12:00:00-05:00'))).toEqual(['call-day3']);
});

it('counts a call made before the first step begins for that step', () => {
  expect(done(call('2026-11-16T10:01:00-05:00'))).toEqual(['call-day1']);
});

it('counts a call between two steps for the one that is overdue, and not for the one to come', () => {
  expect(done(call('2026-11-18T12:00:00-05:00'))).toEqual(['call-day1']);
  const both = [call('2026-11-17T12:00:00-05:00'), call('2026-11-18T12:00:00-05:00')];
  expect(done(...both)).toEqual(['call-day1']);
});

it('counts nothing from before the trigger', () => {
  expect(done(call('2026-11-16T09:59:00-05:00'))).toEqual([]);
});

it('counts a call for the touch that it names, whenever it was made', () => {
  const touch = touchId(id('opportunity-1'), id('call-day3'), RECEIVED.toString(36), 0);
  expect(done(call('2026-11-17T12:00:00-05:00', { touchId: touch }))).toEqual(['call-day3']);
});

it('does not count an e-mail for the call that it names', () => {
  const touchOfCall = touchId(id('opportunity-1'), id('call-day1'), RECEIVED.toString(36), 0);
  expect(done(call('2026-11-17T12:00:00-05:00', { touchId: touchOfCall, channel: 'email' }))).toEqual([]);
});

it('does not count what a person sent for a step of automation', () => {
  expect(done(call('2026-11-16T10:01:00-05:00', { channel: 'email', disposition: 'sent' }))).toEqual([]);
});

it('counts what the server sent for the step that the message names, else for the one that was due', () => {
  const sent = (step?: string) =>
    makeFact('message.sent', step ? { step: id<'Step'>(step) } : {}, { at: at('2026-11-16T10:01:00-05:00') });
  expect(done(sent())).toEqual(['mail-a']);
  expect(done(sent('mail-b'))).toEqual(['mail-b']);
});

it('does not ask again for what was done when an earlier lead is learned of late', () => {
  const repeat = lead('2026-11-18T10:00:00-05:00', 'repeat');
  const facts = [...begun(), repeat];
  const now = at('2026-11-19T12:00:00-05:00');
  const touch = dueTouches(foldAll(opportunityHistory, facts), contextAt(now, { plan })).find(
    ({ step }) => step === 'call-day1',
  );
  const logged = call('2026-11-19T12:00:00-05:00', { touchId: touch?.id ?? id('none') });
  const late = lead('2026-11-17T10:00:00-05:00', 'late');
  const traces = traceTouches(foldAll(opportunityHistory, [...facts, logged, late]), contextAt(now, { plan }));
  expect(traces.find(({ step }) => step === 'call-day1')).toMatchObject({ id: touch?.id, kind: 'done' });
});

// Helpers

function begun(): readonly Fact[] {
  return [
    makeFact('lead.received', { origin: 'phoneUp' }, { id: 'lead', at: RECEIVED }),
    makeFact('opportunity.opened', { origin: 'phoneUp' }, { id: 'opening', at: RECEIVED }),
  ];
}

function lead(when: string, name: string): Fact {
  return makeFact('lead.received', { origin: 'phoneUp', repeat: true }, { id: name, at: at(when) });
}

function call(when: string, data: Partial<ReturnType<typeof makeFact<'activity.logged'>>['data']> = {}) {
  return makeFact('activity.logged', { disposition: 'noAnswer', ...data }, { id: `call-${when}`, at: at(when) });
}

/** The steps that these acts have settled, seen on the fourth day. */
function done(...acts: readonly Fact[]): readonly string[] {
  const now: Instant = at('2026-11-19T15:00:00-05:00');
  const history = foldAll(opportunityHistory, [...begun(), ...acts]);
  return traceTouches(history, contextAt(now, { plan })).flatMap((trace) =>
    trace.kind === 'done' ? [trace.step] : [],
  );
}
