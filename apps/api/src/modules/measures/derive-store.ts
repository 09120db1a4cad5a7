import {
  type ActivityLogged,
  type CallShown,
  type Capacity,
  type ContactHistory,
  callShown,
  compareMarks,
  contactHistory,
  type Fact,
  type Finding,
  findFindings,
  findOverdueResponses,
  findOverloads,
  findUnsigned,
  foldAll,
  type Id,
  type Instant,
  type Mark,
  type MeasureRow,
  type MissingSignature,
  type OpportunityAssigned,
  type OpportunityHistory,
  opportunityHistory,
  type PromisedLoad,
  type ProofOutcome,
  proveCalls,
  type Touch,
  type WaitingLead,
  type Watermarks,
  withCallsShown,
} from '@beback/core';
import { withCustomerStops } from '../consent/with-customer-stops.ts';
import type { ContactEvidence } from '../contact/verdict-of.ts';
import { contextAt, type StoreRules } from '../store/store-rules.ts';
import { placeTouches, type TouchPlace, unplaced, verdictsOf } from '../workday/touch-place.ts';
import { countFacts } from './count-facts.ts';
import { countProof, countResponse } from './count-outcomes.ts';
import { type CountedStep, countedOf, recountStep } from './count-steps.ts';
import { type LeadResponse, leadResponses } from './lead-responses.ts';
import { sumDays } from './sum-days.ts';
import { traceEpisodes } from './trace-episodes.ts';
import type { TracedTouch } from './traced-touch.ts';

/** A store's facts, and what else its decisions hang on. */
export interface StoreFacts {
  readonly rules: Pick<StoreRules, 'storeId' | 'plan' | 'plans' | 'calendar'>;
  /** By opportunity id: all facts about it, in any order. */
  readonly episodes: ReadonlyMap<string, EpisodeFacts>;
  /** `call.recorded` of the store; other kinds do no harm. */
  readonly calls: readonly Fact[];
  /** How far each phone system of the store has come. */
  readonly watermarks: Watermarks;
  /** Who works there today. */
  readonly people: readonly Capacity[];
  /** What contact law asks of a customer; without it nothing is placed on anybody's list. */
  readonly evidenceOf?: (opportunityId: string) => ContactEvidence;
  /** What customers said who ever stopped something; `evidenceOf` tells it too. */
  readonly customerOf?: (opportunityId: string) => ContactHistory | undefined;
  /** As `evidenceOf`, of those alone whose latest lead waits: whether the law pauses their clocks. */
  readonly waitingOf?: (opportunityId: string) => ContactEvidence | undefined;
  /**
   * Whose a touch is that is no owner's, or was handed over: a decision of the day that no fact tells. Undefined: as
   * placed now.
   */
  readonly assigneeOf?: (touchId: string) => string | null | undefined;
  /** What was promised for today, as the day's lists stand; absent: no overload is looked for. */
  readonly promised?: readonly PromisedLoad[];
  /** Of the plan in force; absent: nobody is looked for. */
  readonly missingSignatures?: readonly MissingSignature[];
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
  /** Where it stands today, or stood when it was settled. */
  readonly place: TouchPlace;
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
  const shownOf = callsShown(store, proofs);
  const judged = new Map([...histories].map(([id, history]) => [id, withCallsShown(history, shownOf)] as const));
  const touches = deriveTouches(store, judged, proofs);
  const responses = [...judged].flatMap(([opportunityId, history]) => {
    const departmentId = departmentOf(episodes, opportunityId);
    return leadResponses(history, rules).map((response) => ({ ...response, opportunityId, departmentId }));
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
      ...findOverdueResponses(rules.storeId as Id<'Store'>, waitingLeads(store, judged), context),
      ...findOverloads(rules.storeId as Id<'Store'>, store.promised ?? [], context),
      ...findUnsigned(rules.storeId as Id<'Store'>, store.missingSignatures ?? [], context),
    ],
  };
}

/** Who stands nowhere with contact law is judged as somebody of whom nothing is known. */
const UNKNOWN: ContactEvidence = { history: contactHistory.empty, location: { areaCodes: [] } };

function waitingLeads(
  { evidenceOf, waitingOf }: StoreFacts,
  judged: DerivedStore['histories'],
): readonly WaitingLead[] {
  const customerOf = evidenceOf ?? waitingOf;
  return [...judged].map(([id, history]) => ({ history, customer: customerOf?.(id) ?? UNKNOWN }));
}

/** What records show of the claims, by the proofs just made. */
function callsShown(
  { calls }: StoreFacts,
  proofs: readonly DerivedProof[],
): (claim: Id<'Fact'>) => CallShown | undefined {
  const records = new Map(calls.flatMap((fact) => (fact.kind === 'call.recorded' ? [[fact.id, fact] as const] : [])));
  const shown = new Map(
    proofs.map(({ outcome }) => [
      outcome.claim,
      callShown(outcome.kind, 'record' in outcome ? records.get(outcome.record) : undefined),
    ]),
  );
  return (claim) => shown.get(claim);
}

function deriveTouches(
  store: StoreFacts,
  histories: DerivedStore['histories'],
  proofs: readonly DerivedProof[],
): readonly DerivedTouch[] {
  const { rules, episodes, now } = store;
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
    const place = places.get(touch.touch.id) ?? unplaced(touch.touch);
    const memberId = memberOf(touch, history, place, store);
    const { channel, who, window } = touch.touch;
    const proof = touch.by === undefined ? undefined : outcomes.get(touch.by);
    const step = {
      channel,
      who,
      memberId: memberId ?? null,
      deadline: window.deadline,
      doneAt: touch.state === 'done' ? touch.settledAt : undefined,
      ...(proof !== undefined && { proof }),
      cancelled: touch.state === 'cancelled',
    };
    return { ...touch, place: { ...place, memberId }, counted: countedOf(step, rules, now) };
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

/** Where today's touches go, planned for the whole store at once. */
function placesOf(due: readonly Touch[], { rules, people, evidenceOf, now }: StoreFacts) {
  if (evidenceOf === undefined) return new Map<string, TouchPlace>();
  const context = contextAt(rules, now);
  return placeTouches(due, people, verdictsOf(due, evidenceOf, context), context);
}

/** An owner's touch is the owner's, who had the customer when it was settled, unless it was handed over. */
function memberOf(
  { touch, state, settledAt }: TracedTouch,
  { owners, ownerId }: OpportunityHistory,
  place: TouchPlace,
  { assigneeOf }: StoreFacts,
): Id<'Member'> | undefined {
  const known = assigneeOf?.(touch.id);
  if (known !== undefined) return (known ?? undefined) as Id<'Member'> | undefined;
  if (touch.who !== 'owner' || (state === 'due' && place.kind === 'handedOver')) return place.memberId;
  const then = settledAt === undefined ? undefined : owners.findLast(({ at }) => at <= settledAt);
  return then?.memberId ?? ownerId;
}
