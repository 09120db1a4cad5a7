import { describe, expect, it } from 'vitest';
import { MONDAY, makeFact } from '../../test/support/facts.ts';
import { contextAt, makeStep, planOfSteps } from '../../test/support/plan-context.ts';
import { expectRenderable } from '../../test/support/texts.ts';
import type { AttemptMark, CallShown } from '../opportunity/history-marks.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import type { StopEvent } from '../plan/follow-up-plan.ts';
import { withCallsShown } from '../proof/calls-shown.ts';
import type { Fact } from '../spine/fact.ts';
import { foldAll } from '../spine/fold.ts';
import { id } from '../spine/id.ts';
import { HOUR, MINUTE, plus } from '../spine/instant.ts';
import { CHANNELS, DISPOSITIONS, type Disposition } from '../spine/words.ts';
import { clockActOf, isBelieved, isHumanAnswer } from './clock-acts.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { traceTouches } from './trace-touches.ts';

const SHOWN: readonly (CallShown | undefined)[] = [
  'talk',
  'voicemail',
  'ring',
  'nothing',
  'unprovable',
  'awaited',
  undefined,
];

describe('what an attempt is to the clock of its lead', () => {
  it.each([
    ['talk', 'conversation', true],
    ['voicemail', 'voicemail', true],
    ['ring', 'shortRing', false],
    ['nothing', 'notDocumented', false],
    ['unprovable', 'unprovableCall', true],
    ['awaited', 'awaitedCall', true],
    [undefined, 'awaitedCall', true],
  ] as const)('a call of which the records show %s is a %s', (shown, act, stops) => {
    const call = attempt({ ...(shown !== undefined && { shown }) });
    expect([clockActOf(call), isHumanAnswer(call)]).toEqual([act, stops]);
  });

  it.each(DISPOSITIONS)(
    'that ended with "%s" is nothing where nobody was reached, by whatever channel',
    (disposition) => {
      const reached = disposition !== 'noAnswer' && disposition !== 'wrongNumber';
      for (const channel of CHANNELS) {
        const act = clockActOf(attempt({ channel, disposition, shown: 'talk' }));
        expect(act !== 'nobodyReached').toBe(reached);
        if (reached && channel !== 'call') expect(act).toBe('personalWord');
      }
    },
  );

  it('is nothing where a template went out unchanged', () => {
    const letter = attempt({ channel: 'letter', disposition: 'sent', unchangedTemplate: true });
    expect([clockActOf(letter), isHumanAnswer(letter)]).toEqual(['unchangedTemplate', false]);
    expect(clockActOf({ ...letter, unchangedTemplate: false })).toBe('personalWord');
  });

  it('is not believed where no record holds it, nor where words are claimed of a mere ring', () => {
    const doubted = SHOWN.flatMap((shown) =>
      DISPOSITIONS.filter((disposition) => !isBelieved(attempt({ disposition, ...(shown && { shown }) }))).map(
        (disposition) => `${shown} ${disposition}`,
      ),
    );
    expect(doubted.toSorted()).toEqual(
      ['ring spoke', 'ring appointmentSet', ...DISPOSITIONS.map((each) => `nothing ${each}`)].toSorted(),
    );
  });
});

describe('what ends a step', () => {
  it.each<[StopEvent, readonly Disposition[], string]>([
    ['reached', ['spoke', 'appointmentSet', 'notInterested'], 'cadence.stoppedByConversation'],
    ['appointment', ['appointmentSet'], 'cadence.stoppedByAppointment'],
    ['notInterested', ['notInterested'], 'cadence.stoppedByRefusal'],
  ])('is for one that %s ends an attempt that claims it, and no other', (event, ending, code) => {
    for (const disposition of DISPOSITIONS.filter((each) => each !== 'wrongNumber')) {
      const act = makeFact('activity.logged', { disposition }, { id: 'act', at: plus(MONDAY, HOUR) });
      const codes = endsOf(event, [act]);
      expect(codes, disposition).toEqual(ending.includes(disposition) ? [code] : []);
    }
  });

  it('is nothing that the records speak against', () => {
    const act = makeFact('activity.logged', { disposition: 'spoke' }, { id: 'act', at: plus(MONDAY, HOUR) });
    expect(endsOf('reached', [act], 'talk')).toEqual(['cadence.stoppedByConversation']);
    expect(endsOf('reached', [act], 'ring')).toEqual([]);
    expect(endsOf('reached', [act], 'nothing')).toEqual([]);
  });

  it('is the customer’s own word after the lead, not the lead itself', () => {
    const word = (after: number) => makeFact('customer.replied', {}, { id: 'word', at: plus(MONDAY, after) });
    expect(endsOf('reply', [word(0)])).toEqual([]);
    expect(endsOf('reply', [word(1)])).toEqual(['cadence.stoppedByReply']);
    expect(endsOf('reached', [word(1)])).toEqual([]);
  });

  it('is a stranger on the line, until a later call proves the number right', () => {
    const call = (disposition: Disposition, after: number) =>
      makeFact('activity.logged', { disposition }, { id: `${disposition} ${after}`, at: plus(MONDAY, after * MINUTE) });
    expect(endsOf('reply', [call('wrongNumber', 1)])).toEqual(['cadence.stoppedByWrongNumber']);
    expect(endsOf('reply', [call('wrongNumber', 1), call('noAnswer', 2)])).toEqual([]);
    expect(endsOf('reply', [call('noAnswer', 1), call('wrongNumber', 2)])).toEqual(['cadence.stoppedByWrongNumber']);
  });

  it('is the first of several, and names the fact and its instant', () => {
    const facts = [
      makeFact('customer.replied', {}, { id: 'later', at: plus(MONDAY, 2 * HOUR) }),
      makeFact('activity.logged', { disposition: 'spoke' }, { id: 'first', at: plus(MONDAY, HOUR) }),
    ];
    const [trace] = tracesOf(['reply', 'reached'], facts);
    expect(trace).toMatchObject({
      kind: 'stopped',
      reason: { code: 'cadence.stoppedByConversation', data: { at: plus(MONDAY, HOUR) }, facts: ['first'] },
    });
    if (trace?.kind === 'stopped') expectRenderable(REASON_TEXTS, trace.reason);
  });

  it('is an address that nobody left, by what the channel needs', () => {
    const without = (data: { callable?: boolean; mailable?: boolean }) =>
      (['call', 'text', 'email', 'letter'] as const).map((channel) => {
        const [trace] = tracesOf([], [], undefined, channel, data);
        return trace?.kind === 'impossible' ? trace.reason.code : trace?.kind;
      });
    expect(without({ callable: false })).toEqual(['cadence.noPhone', 'cadence.noPhone', 'open', 'open']);
    expect(without({ mailable: false })).toEqual(['open', 'open', 'cadence.noEmail', 'open']);
    expect(without({})).toEqual(['open', 'open', 'open', 'open']);
  });
});

// Helpers

function attempt(changes: Partial<AttemptMark> = {}): AttemptMark {
  return {
    fact: id<'Fact'>('act'),
    at: MONDAY,
    memberId: id<'Member'>('ann'),
    channel: 'call',
    disposition: 'spoke',
    ...changes,
  } as AttemptMark;
}

/** What became of a single text, which no call settles, two days after a phone-up that these facts follow. */
function tracesOf(
  stopOn: readonly StopEvent[],
  facts: readonly Fact[],
  shown?: CallShown,
  channel: 'call' | 'text' | 'email' | 'letter' = 'text',
  lead: { callable?: boolean; mailable?: boolean } = {},
) {
  const due = { unit: 'days', after: 2, within: 0, at: 'opening' } as const;
  const plan = planOfSteps('phoneUp', makeStep({ channel, due, stopOn }));
  const begun = [
    makeFact('lead.received', { origin: 'phoneUp', ...lead }, { id: 'lead', at: MONDAY }),
    makeFact('opportunity.opened', { origin: 'phoneUp' }, { id: 'opened', at: MONDAY }),
  ];
  const history = withCallsShown(foldAll(opportunityHistory, [...begun, ...facts]), () => shown);
  return traceTouches(history, contextAt(plus(MONDAY, 3 * HOUR), { plan }));
}

function endsOf(event: StopEvent, facts: readonly Fact[], shown?: CallShown): readonly string[] {
  return tracesOf([event], facts, shown).flatMap((trace) => (trace.kind === 'stopped' ? [trace.reason.code] : []));
}
