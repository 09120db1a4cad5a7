import { describe, expect, it } from 'vitest';
import { MONDAY, makeFact } from '../../test/support/facts.ts';
import { contextAt, planOf } from '../../test/support/plan-context.ts';
import { leadAnswer } from '../first-response/first-response.ts';
import { opportunityHistory } from '../opportunity/opportunity-history.ts';
import { defaultPlan } from '../plan/default-plan.ts';
import { foldAll } from '../spine/fold.ts';
import { MINUTE, plus } from '../spine/instant.ts';
import type { Origin } from '../spine/words.ts';
import { dueTouches } from './due-touches.ts';
import { episodeOf, episodeSince } from './episode.ts';

/** As plans were written before lease ends and visits to the workshop had steps of their own. */
const OLD = planOf({
  actionPlans: defaultPlan().actionPlans.filter(({ trigger }) => trigger !== 'leaseEnd' && trigger !== 'service'),
});
const SILENT = planOf({ actionPlans: [{ trigger: 'leaseEnd', steps: [] }] });

describe('the action plan that an origin begins', () => {
  it.each([
    ['internet', 'internet'],
    ['referral', 'internet'],
    ['phoneUp', 'phoneUp'],
    ['walkIn', 'walkIn'],
    ['beBack', 'walkIn'],
    ['leaseEnd', 'leaseEnd'],
    ['service', 'service'],
  ] as const)('of %s is that of %s', (origin, trigger) => {
    expect(episodeOf(historyOf(origin), planOf())).toMatchObject({ trigger, since: MONDAY });
    expect(episodeSince(historyOf(origin))).toBe(MONDAY);
  });

  it.each(['leaseEnd', 'service'] as const)('of %s is the Internet’s where the document has none', (origin) => {
    const history = historyOf(origin);
    expect(episodeOf(history, OLD)?.trigger).toBe('internet');
    const touches = dueTouches(history, contextAt(MONDAY, { plan: OLD }));
    expect(touches[0]).toMatchObject({ step: 'internet-call-first', urgency: 'clock' });
  });

  it('is nothing where the document says so', () => {
    expect(dueTouches(historyOf('leaseEnd'), contextAt(MONDAY, { plan: SILENT }))).toEqual([]);
  });

  it('has a clock where the Internet’s plan follows it up, and none where nobody asked', () => {
    const answer = makeFact('activity.logged', { disposition: 'spoke' }, { at: plus(MONDAY, MINUTE) });
    const history = opportunityHistory.add(historyOf('leaseEnd'), answer);
    expect(leadAnswer(history, contextAt(MONDAY, { plan: OLD }))?.time.wall).toBe(MINUTE);
    expect(leadAnswer(history, contextAt(MONDAY))).toBeUndefined();
    expect(dueTouches(historyOf('leaseEnd'), contextAt(MONDAY)).map(({ urgency }) => urgency)).not.toContain('clock');
  });
});

// Helpers

function historyOf(origin: Origin) {
  const facts = [makeFact('opportunity.opened', { origin }), makeFact('lead.received', { origin })];
  return foldAll(opportunityHistory, facts);
}
