import { unansweredLeads } from '@beback/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { MorningStage, makeWaiting, until } from '../../test/support/morning-stage.ts';
import { expectAccessible, expectNoOverflow, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';

let stage: MorningStage;
beforeEach(() => {
  stage = new MorningStage();
});

describe('S17 unanswered leads in the morning', () => {
  // The tests' browser wishes for little motion: minutes then, and no seconds.
  it('shows each with its clock in both times, who has the call and whose customer it is', async () => {
    stage.waiting = [makeWaiting()];
    const morning = await stage.show('waits for an answer');
    expect(textOf(morning)).toContain(
      'Unanswered leads 1 lead waits for an answer Rosa Delgado 2026 Ford Bronco · Cars.example ' +
        'Handed on Waiting 17 min open 12 min Bob has the call · Ann’s customer',
    );
    await expectAccessible(morning);
    expectNoOverflow(morning);
  });

  it('says what pauses a clock, and until when', async () => {
    const pausedUntil = '2026-11-21T18:00:00.000Z';
    stage.waiting = [makeWaiting({ step: 'call', pausedBy: 'law', pausedUntil })];
    expect(textOf(await stage.show('waits for an answer'))).toContain('Paused by law until 12:00 PM');
    stage = new MorningStage();
    stage.waiting = [makeWaiting({ step: 'call', open: false, pausedBy: 'closing', pausedUntil, heldBy: null })];
    const closed = textOf(await stage.show('waits for an answer'));
    expect(closed).toContain('Store closed: counts from 12:00 PM');
    expect(closed).toContain('Nobody has the call');
  });

  it('shows ten, and says how many more there are', async () => {
    stage.waiting = Array.from({ length: 13 }, () => makeWaiting());
    const words = textOf(await stage.show('wait for an answer'));
    expect(words.match(/Rosa Delgado/g)).toHaveLength(10);
    expect(words).toContain('and 3 older');
  });

  it('says that nobody waits, and that the leads could not be fetched, without losing the rest', async () => {
    expect(textOf(await stage.show('Nobody waits for an answer.'))).toContain('3 of 4 in today');
    stage = new MorningStage();
    stage.api.on(unansweredLeads, () => failing('server', 'x', 500));
    const morning = await stage.show();
    await until(morning, 'could not be fetched');
    expect(textOf(morning)).toContain('3 of 4 in today');
  });
});
