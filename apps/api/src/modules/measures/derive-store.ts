import {
  type ActivityLogged,
  type Capacity,
  type ContactHistory,
  type ContactVerdict,
  compareMarks,
  type Fact,
  type Finding,
  findFindings,
  findOverdueResponses,
  foldAll,
  type Id,
  type Instant,
  type Mark,
  type MeasureRow,
  type OpportunityAssigned,
  type OpportunityHistory,
  opportunityHistory,
  type Placement,
  type ProofOutcome,
  planDay,
  proveCalls,
  type Touch,
  type Watermarks,
} from '@beback/core';
import { withCustomerStops } from '../consent/with-customer-stops.ts';
import { type ContactEvidence, verdictOf } from '../contact/verdict-of.ts';
import { contextAt, type StoreRules } from '../store/store-rules.ts';
import { countFacts } from './count-facts.ts';
import { countProof, countResponse } from './count-outcomes.ts';
import { type CountedStep, countedOf, recountStep } from './count-steps.ts';
import { type LeadResponse, leadResponses } from './lead-responses.ts';
import { sumDays } from './sum-days.ts';
import { type TracedTouch, traceEpisodes } from './trace-episodes.ts';

/** A store's facts, and what else its decisions hang on. */
export interface StoreFacts {
  readonly rules: Pick<StoreRules, 'storeId' | 'plan' | 'plans' | 'calendar'>;
  /** By opportunity id: all facts about it, in any order. */
  readonly episodes: ReadonlyMap<string, EpisodeFacts>;
  /** `call.recorded` of the store; other kinds do no harm. */
  readonly calls: readonly Fact[];
  /** How far each phone system of the store has come. */
  readonly watermarks: Watermarks;
  /** Who works there today, each with a whole day of room. */
  readonly people: readonly Capacity[];
  /** What contact law asks of a customer; without it nothing is placed on anybody's list. */
  readonly evidenceOf?: (opportunityId: string) => ContactEvidence;
  /** What customers said who ever stopped something; `evidenceOf` tells it too. */
  readonly customerOf?: (opportunityId: string) => ContactHistory | undefined;
  /** Whose a touch is that is no owner's: a decision of the day that no fact tells. Undefined: as placed now. */
  readonly assigneeOf?: (touchId: string) => string | null | undefined;
  /** Findings that stand already: what lasts keeps its key. */
  readonly openFindings?: readonly Finding[];
  readonly now: Instant;
}

export interface EpisodeFacts {
  readonly departmentId: string;
  readonly facts: readonly Fact[];
}

/** What the server stores of a store's decisions, derived from its facts. */
export interface DerivedStore {
  /** By opportunity id. */
  readonly histories: ReadonlyMap<string, OpportunityHistory>;
  readonly touches: readonly DerivedTouch[];
  readonly proofs: readonly DerivedProof[];
  readonly responses: readonly DerivedResponse[];
  /** One row a department, member and day. */
  readonly memberDays: readonly MeasureRow[];
  readonly findings: readonly Finding[];
}

export interface DerivedTouch extends TracedTouch {
  readonly departmentId: string;
  readonly memberId: string | null;
  readonly placement: Placement['kind'];
  readonly rank: number | undefined;
  readonly verdict: ContactVerdict | undefined;
  /** What the roll-up holds of it. */
  readonly counted: CountedStep | null;
}

export interface DerivedProof {
  readonly claim: ActivityLogged;
  readonly departmentId: string;
  readonly outcome: ProofOutcome;
}

export interface DerivedResponse extends LeadResponse {
  readonly opportunityId: string;
  readonly departmentId: string;
}

/**
 * Rebuilds what the server stores of a store's decisions: pure, from facts alone. The demo is filled by it, and
 * `verify` compares its answer with what is stored.
 *
 * @example
 * const { touches, memberDays } = deriveStore({ rules, episodes, calls, watermarks, people, now });
 */
export function deriveStore(store: StoreFacts): DerivedStore {
  const { rules, episodes, now } = store;
  const context = contextAt(rules, now);
  const histories = new Map([...episodes].map(([id, { facts }]) => [id, foldAll(opportunityHistory, facts)] as const));
  const proofs = deriveProofs(store);
  const touches = deriveTouches(store, histories, proofs);
  const responses = [...histories].flatMap(([opportunityId, history]) => {
    const departmentId = departmentOf(episodes, opportunityId);
    return leadResponses(history, rules, now).map((response) => ({ ...response, opportunityId, departmentId }));
  });
  const memberDays = countDays(store, touches, proofs, responses);
  return {
    histories,
    touches,
    proofs,
    responses,
    memberDays,
    findings: [
      ...findFindings(memberDays, store.openFindings ?? [], context),
      ...findOverdueResponses(rules.storeId as Id<'Store'>, [...histories.values()], context),
    ],
  };
}

function deriveTouches(
  store: StoreFacts,
  histories: DerivedStore['histories'],
  proofs: readonly DerivedProof[],
): readonly DerivedTouch[] {
  const { rules, episodes, now } = store;
  const context = contextAt(rules, now);
  const outcomes = new Map(proofs.map(({ outcome }) => [outcome.claim, outcome]));
  const traced = [...histories].flatMap(([id, history]) =>
    withCustomerStops(traceEpisodes(history, rules, now), saidAbout(store, id), now).map((touch) => ({
      ...touch,
      departmentId: departmentOf(episodes, id),
      history,
    })),
  );
  const due = traced.filter(({ state }) => state === 'due').map(({ touch }) => touch);
  const places = placesOf(due, store);
  return traced.map(({ history, ...touch }) => {
    const { placement = 'deferred', rank, verdict, memberId: to = null } = places.get(touch.touch.id) ?? {};
    const memberId = memberOf(touch, history, to, store);
    const { channel, who, window } = touch.touch;
    const proof = touch.by === undefined ? undefined : outcomes.get(touch.by);
    const step = {
      channel,
      who,
      memberId,
      deadline: window.deadline,
      doneAt: touch.state === 'done' ? touch.settledAt : undefined,
      ...(proof !== undefined && { proof }),
      cancelled: touch.state === 'cancelled',
    };
    return { ...touch, memberId, placement, rank, verdict, counted: countedOf(step, rules, now) };
  });
}

function saidAbout({ evidenceOf, customerOf }: StoreFacts, opportunityId: string): ContactHistory | undefined {
  return evidenceOf === undefined ? customerOf?.(opportunityId) : evidenceOf(opportunityId).history;
}

function countDays(
  { rules, episodes }: StoreFacts,
  touches: readonly DerivedTouch[],
  proofs: readonly DerivedProof[],
  responses: readonly DerivedResponse[],
): readonly MeasureRow[] {
  const at = (departmentId: string) => ({ storeId: rules.storeId, departmentId });
  return sumDays([
    ...[...episodes.values()].flatMap(({ departmentId, facts }) =>
      facts.flatMap((fact) => countFacts([fact], ownerWhen(fact, facts), at(departmentId), rules)),
    ),
    ...touches.flatMap(({ touch, counted, departmentId }) =>
      recountStep(touch.channel, null, counted, at(departmentId)),
    ),
    ...proofs.map(({ claim, departmentId, outcome }) =>
      countProof({ memberId: claim.data.memberId, at: claim.at }, outcome, at(departmentId), rules),
    ),
    ...responses.map((response) => countResponse(response, at(response.departmentId), rules)),
  ]);
}

/** Who had the customer when the fact was recorded. */
function ownerWhen(fact: Fact, facts: readonly Fact[]): Id<'Member'> | undefined {
  let owner: OpportunityAssigned | undefined;
  for (const other of facts) {
    if (other.kind !== 'opportunity.assigned' || other.recordedAt > fact.recordedAt) continue;
    if (owner === undefined || compareMarks(markOf(owner), markOf(other)) < 0) owner = other;
  }
  return owner?.data.memberId;
}

function markOf({ id, at }: Fact): Mark {
  return { fact: id, at };
}

function departmentOf(episodes: StoreFacts['episodes'], opportunityId: string): string {
  return episodes.get(opportunityId)?.departmentId ?? '';
}

function deriveProofs({ rules, episodes, calls, watermarks, now }: StoreFacts): readonly DerivedProof[] {
  const claims = new Map<string, Pick<DerivedProof, 'claim' | 'departmentId'>>();
  for (const { facts, departmentId } of episodes.values()) {
    for (const fact of facts) if (fact.kind === 'activity.logged') claims.set(fact.id, { claim: fact, departmentId });
  }
  const facts = [...claims.values()].map(({ claim }) => claim);
  return proveCalls(facts, calls, watermarks, contextAt(rules, now)).flatMap((outcome) => {
    const claimed = claims.get(outcome.claim);
    return claimed === undefined ? [] : [{ ...claimed, outcome }];
  });
}

interface Place {
  readonly placement: Placement['kind'];
  readonly memberId: string | null;
  readonly rank: number | undefined;
  readonly verdict: ContactVerdict;
}

/** Where today's touches go, planned for the whole store at once. */
function placesOf(due: readonly Touch[], { rules, people, evidenceOf, now }: StoreFacts): ReadonlyMap<string, Place> {
  if (evidenceOf === undefined) return new Map();
  const context = contextAt(rules, now);
  const verdicts = new Map(
    due.map((touch) => [touch.id, verdictOf(touch, evidenceOf(touch.opportunityId), context)] as const),
  );
  const verdictFor = (touch: Touch): ContactVerdict => {
    const verdict = verdicts.get(touch.id);
    if (verdict === undefined) throw new Error(`deriveStore: no verdict for touch ${touch.id}`);
    return verdict;
  };
  return new Map(
    planDay(due, people, { ...context, verdictOf: verdictFor }).map((placed) => [
      placed.touch.id,
      {
        placement: placed.kind,
        memberId: placed.kind === 'listed' || placed.kind === 'handedOver' ? placed.to : null,
        rank: 'rank' in placed ? placed.rank : undefined,
        verdict: verdictFor(placed.touch),
      },
    ]),
  );
}

/** An owner's touch is the owner's, who had the customer when it was settled. */
function memberOf(
  { touch, settledAt }: TracedTouch,
  { owners, ownerId }: OpportunityHistory,
  placed: string | null,
  { assigneeOf }: StoreFacts,
): string | null {
  if (touch.who === 'owner') {
    const then = settledAt === undefined ? undefined : owners.findLast(({ at }) => at <= settledAt);
    return then?.memberId ?? ownerId ?? null;
  }
  return assigneeOf?.(touch.id) ?? placed;
}
