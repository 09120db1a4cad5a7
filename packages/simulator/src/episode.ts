import {
  type Context,
  dueTouches,
  type Fact,
  foldAll,
  type Id,
  type Instant,
  id,
  instant,
  MINUTE,
  type OpportunityHistory,
  opportunityHistory,
  type PhoneKey,
  SECOND,
  type Touch,
} from '@beback/core';
import { type Behaviour, doesStep } from './behaviour.ts';
import { callResult } from './customer-behaviour.ts';
import type { Random } from './random.ts';

/** Who stands in an episode, and how it begins and ends. */
export interface EpisodeStart {
  readonly storeId: Id<'Store'>;
  readonly departmentId: Id<'Department'>;
  readonly opportunityId: Id<'Opportunity'>;
  readonly customerId: Id<'Customer'>;
  readonly leadId: Id<'Lead'>;
  readonly ownerId: Id<'Member'>;
  readonly origin: 'internet' | 'phoneUp' | 'walkIn';
  readonly source: string;
  readonly arrival: Instant;
  /** The customer's number as the group's keyed hash. */
  readonly phone: PhoneKey;
  /** When the car is handed over, where this customer buys here. */
  readonly deliveredAt: Instant | undefined;
}

/** What came of an episode. The history is the fold of `facts`; the phone system's records stand apart. */
export interface EpisodeOutcome {
  readonly facts: readonly Fact[];
  readonly callRecords: readonly FactOfKind<'call.recorded'>[];
  readonly history: OpportunityHistory;
}

/** No episode of the default plan asks for more; a plan that does is cut off here rather than run for ever. */
const MOST_ACTS = 80;

/**
 * Lives one buying episode through the core's own cadence until `until`: each touch that falls due is done, skipped or
 * done late, as the department behaves; the customer answers, or not.
 *
 * @example
 * const { facts, callRecords } = liveEpisode(start, behaviour, until, { plan, calendar }, random);
 */
export function liveEpisode(
  start: EpisodeStart,
  behaviour: Behaviour,
  until: Instant,
  context: Omit<Context, 'now'>,
  random: Random,
): EpisodeOutcome {
  const stage = createStage(start, random);
  const facts: Fact[] = openingFacts(start, stage);
  const callRecords: FactOfKind<'call.recorded'>[] = [];
  let history = foldAll(opportunityHistory, facts);
  const happen = (fact: Fact): void => {
    facts.push(fact);
    history = opportunityHistory.add(history, fact);
  };

  const passedBy = new Set<string>();
  let now = start.arrival;
  for (let acts = 0; acts < MOST_ACTS; acts++) {
    const touch = nextOf(dueTouches(history, { ...context, now }), passedBy);
    const at = touch === undefined ? undefined : actingTime(touch, now, behaviour, random);
    if (start.deliveredAt !== undefined && history.deliveredAt === undefined) {
      if (at === undefined || at >= start.deliveredAt) {
        if (start.deliveredAt >= until) break;
        now = instant(Math.max(now, start.deliveredAt));
        happen(stage.fact('opportunity.delivered', now, subjects(start)));
        continue;
      }
    }
    if (touch === undefined || at === undefined || at >= until) break;
    passedBy.add(touch.id);
    now = instant(Math.max(now, at));
    if (touch.who === 'automation') {
      const { channel, purpose, step } = touch;
      happen(stage.fact('message.sent', now, { ...subjects(start), channel, purpose, step, touchId: touch.id }));
    } else if (doesStep(behaviour, touch.channel, random)) {
      const done = doTouch(start, touch, now, behaviour, stage, random);
      happen(done.claim);
      if (done.record !== undefined) callRecords.push(done.record);
    }
  }
  return { facts, callRecords, history };
}

type FactOfKind<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** Makes the facts of one episode, with ids of its own. */
interface Stage {
  fact<K extends Fact['kind']>(kind: K, at: Instant, data: FactOfKind<K>['data']): FactOfKind<K>;
}

function createStage({ storeId }: EpisodeStart, random: Random): Stage {
  const make = (kind: Fact['kind'], at: Instant, data: Fact['data']) => ({
    kind,
    id: id<'Fact'>(random.uuid()),
    storeId,
    at,
    recordedAt: at,
    data,
  });
  // Kind and data belong together by the signature; the compiler does not follow that through the union.
  return { fact: make as Stage['fact'] };
}

function subjects({ opportunityId, customerId }: EpisodeStart) {
  return { opportunityId, customerId };
}

function openingFacts(start: EpisodeStart, stage: Stage): Fact[] {
  const { arrival, origin, source, leadId, departmentId, ownerId } = start;
  const lead = { ...subjects(start), leadId, origin, source, repeat: false, callable: true, mailable: true };
  return [
    stage.fact('lead.received', arrival, lead),
    stage.fact('opportunity.opened', arrival, { ...subjects(start), departmentId, origin }),
    stage.fact('opportunity.assigned', arrival, { opportunityId: start.opportunityId, memberId: ownerId }),
  ];
}

/** The touch that is best done first, of those that this person has not passed by. */
function nextOf(touches: readonly Touch[], passedBy: ReadonlySet<string>): Touch | undefined {
  let next: Touch | undefined;
  for (const touch of touches) {
    if (passedBy.has(touch.id)) continue;
    if (next === undefined || touch.window.best < next.window.best) next = touch;
  }
  return next;
}

/** People act around the best time; some after the deadline; a machine at once. */
function actingTime({ who, window }: Touch, now: Instant, { late }: Behaviour, random: Random): Instant {
  if (who === 'automation') return instant(Math.max(now, window.from) + SECOND);
  if (random.chance(late)) return instant(window.deadline + random.between(5, 90) * MINUTE);
  const slack = Math.max(0, window.deadline - window.best);
  return instant(Math.max(now, window.best + Math.floor(slack * 0.6 * random.next())));
}

function doTouch(
  start: EpisodeStart,
  touch: Touch,
  at: Instant,
  behaviour: Behaviour,
  stage: Stage,
  random: Random,
): { claim: Fact; record?: FactOfKind<'call.recorded'> } {
  const claimOf = (disposition: 'sent' | 'spoke' | 'leftMessage' | 'noAnswer') =>
    stage.fact('activity.logged', at, {
      ...subjects(start),
      memberId: start.ownerId,
      touchId: touch.id,
      channel: touch.channel,
      disposition,
      phones: touch.channel === 'call' ? [start.phone] : [],
    });
  if (touch.channel !== 'call') return { claim: claimOf('sent') };
  // A call that nobody made is claimed as a message left: the cheapest box to tick.
  if (!random.chance(behaviour.documented)) return { claim: claimOf('leftMessage') };
  const result = callResult(random);
  const startedAt = instant(at - (result.ringSeconds + result.talkSeconds + random.between(5, 90)) * SECOND);
  const record = stage.fact('call.recorded', startedAt, {
    source: 'twilio',
    externalId: `CA${random.uuid().replaceAll('-', '')}`,
    direction: 'outbound',
    customerPhone: start.phone,
    memberId: start.ownerId,
    talkSeconds: result.talkSeconds,
    totalSeconds: result.ringSeconds + result.talkSeconds,
    outcome: result.outcome,
  });
  return { claim: claimOf(result.disposition as 'spoke' | 'leftMessage' | 'noAnswer'), record };
}
