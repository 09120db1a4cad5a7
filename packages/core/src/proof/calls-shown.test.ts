import { describe, expect, it } from 'vitest';
import { MONDAY, makeFact } from '../../test/support/facts.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { CallRecorded } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { MINUTE, plus } from '../spine/instant.ts';
import { callShown, withCallsShown } from './calls-shown.ts';

describe('S17 what records show of a call', () => {
  it.each([
    ['verified', { talkSeconds: 20 }, 'talk'],
    ['verified', { talkSeconds: 19 }, 'ring'],
    ['verifiedOtherRep', { talkSeconds: 25 }, 'talk'],
    ['short', { talkSeconds: 8 }, 'ring'],
    ['verified', { talkSeconds: 4, outcome: 'voicemailLeft' }, 'voicemail'],
    ['verified', { talkSeconds: 4, outcome: 'voicemailBox' }, 'ring'],
    ['verified', { talkSeconds: 30, outcome: 'voicemailBox' }, 'talk'],
    // A system that tells only the whole length, ringing included, is believed.
    ['verified', { talkSeconds: undefined, totalSeconds: 30 }, 'talk'],
  ] as const)('a call that is %s by a record of %o shows %s', (proof, data, shown) => {
    expect(callShown(proof, makeFact('call.recorded', data as Partial<CallRecorded['data']>))).toBe(shown);
  });

  it.each([
    ['contradicted', 'nothing'],
    ['unmatched', 'nothing'],
    ['unverifiable', 'unprovable'],
    ['excused', 'unprovable'],
    ['pending', 'awaited'],
  ] as const)('a call that is %s shows %s', (proof, shown) => {
    expect(callShown(proof, undefined)).toBe(shown);
  });

  it('tells a caller who forgot the record', () => {
    expect(() => callShown('verified', undefined)).toThrow(RangeError);
  });

  it('notes what is shown on calls alone, and leaves a history of which nothing is known as it is', () => {
    const call = makeFact('activity.logged', {}, { id: 'call' });
    const mail = makeFact('activity.logged', { channel: 'email' }, { id: 'mail', at: plus(MONDAY, MINUTE) });
    const history = foldAll(opportunityHistory, [call, mail]);
    const shown = withCallsShown(history, () => 'ring');
    expect(shown.attempts.map((attempt) => attempt.shown)).toEqual(['ring', undefined]);
    expect(withCallsShown(history, () => undefined)).toBe(history);
    expect(withCallsShown(shown, () => 'ring')).toBe(shown);
  });
});
