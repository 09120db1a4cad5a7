import type { ContactVerdict } from '../contact/contact-verdict.ts';
import type { FactDraft } from '../opportunity/fact-draft.ts';
import { compareText } from '../spine/compare-text.ts';
import { addMonths, type Day } from '../spine/day.ts';
import type { Fact } from '../spine/fact.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { ok, type Result } from '../spine/result.ts';
import type { TrialDecided, TrialFigures, TrialStarted, TrialVerdict } from '../spine/trial-facts.ts';
import type { Role } from '../spine/words.ts';
import type { PaperCode } from './reason-texts.ts';

/** A trial lasts three months unless somebody says otherwise: long enough for habits, and for a season's customers. */
export const TRIAL_MONTHS = 3;

/** A season in which a store lives its plan by hand. */
export interface Trial {
  /** The fact that began it. */
  readonly trialId: Id<'Fact'>;
  /** The first and the last day. */
  readonly from: Day;
  readonly until: Day;
  readonly startedAt: Instant;
  readonly startedById: Id<'Member'>;
  readonly decision?: TrialDecision;
}

/** The owner's word on a trial. */
export interface TrialDecision {
  readonly factId: Id<'Fact'>;
  readonly verdict: TrialVerdict;
  readonly at: Instant;
  readonly byId: Id<'Member'>;
  /** What the report said then; absent where it was not kept. */
  readonly figures?: TrialFigures;
}

/** A store's trials as its facts tell them. */
export interface Trials {
  /** The latest, called off or not. */
  readonly latest: Trial | undefined;
  /** The latest that was not called off: what it says of automation holds. */
  readonly standing: Trial | undefined;
}

/** Where a trial stands: it runs, it is over and nobody has decided yet, or somebody has. */
export type TrialPhase = 'running' | 'undecided' | TrialVerdict;

/**
 * A store's trials, from its facts in any order and however often each is given. Of several decisions about one the first
 * stands.
 *
 * @example
 * const { standing } = trialsIn(factsOfStore);
 */
export function trialsIn(facts: Iterable<Fact>): Trials {
  const started = new Map<Id<'Fact'>, TrialStarted>();
  const decided: TrialDecided[] = [];
  for (const fact of facts) {
    if (fact.kind === 'trial.started') started.set(fact.id, fact);
    if (fact.kind === 'trial.decided') decided.push(fact);
  }
  decided.sort(byTime);
  const trials = [...started.values()].sort(byTime).map((fact) => trialOf(fact, decided));
  return {
    latest: trials.at(-1),
    standing: trials.findLast(({ decision }) => decision?.verdict !== 'calledOff'),
  };
}

function trialOf({ id, at, data }: TrialStarted, decided: readonly TrialDecided[]): Trial {
  const { from, until, byId } = data;
  const first = decided.find(({ data: { trialId } }) => trialId === id);
  return {
    ...{ trialId: id, from, until, startedAt: at, startedById: byId },
    ...(first && { decision: decisionOf(first) }),
  };
}

function decisionOf({ id: factId, at, data: { trialId: _, ...decision } }: TrialDecided): TrialDecision {
  return { factId, at, ...decision };
}

function byTime(a: Fact, b: Fact): number {
  return a.at - b.at || compareText(a.id, b.id);
}

/**
 * Where the trial stands on a day of the store.
 *
 * @example
 * trialPhase(trial, today); // 'running'
 */
export function trialPhase({ until, decision }: Trial, today: Day): TrialPhase {
  if (decision !== undefined) return decision.verdict;
  return today > until ? 'undecided' : 'running';
}

/**
 * Why the plan's own texts and mails may not leave; undefined: they may. A store that was never in a trial, or whose owner
 * has said go, is free.
 *
 * @example
 * const locked = automationLock(trialsIn(facts));
 */
export function automationLock({ standing }: Pick<Trials, 'standing'>): Reason<PaperCode> | undefined {
  if (standing === undefined || standing.decision?.verdict === 'go') return undefined;
  const { trialId, until, decision } = standing;
  return decision === undefined
    ? reason('trial.automationLocked', { until }, { facts: [trialId] })
    : reason('trial.automationRefused', { at: decision.at }, { facts: [trialId] });
}

/**
 * A lock as a verdict on what automation would do: never, until somebody says go. A day that is planned with it keeps
 * every touch, blocked with its reason, and leaves no person's work to automation.
 *
 * @example
 * const verdict = lockedVerdict(lock);
 */
export function lockedVerdict(lock: Reason): ContactVerdict {
  return { kind: 'never', reasons: [lock] };
}

/** Who wishes something of a trial. */
export interface TrialActor {
  readonly memberId: Id<'Member'>;
  readonly role: Role;
}

/** When: the store's day, and the moment. */
export interface TrialMoment {
  readonly today: Day;
  readonly now: Instant;
}

/** The role that has the last word: what the owner decided, nobody else undoes by beginning anew. */
const OWNER: Role = 'principal';

/**
 * Begins a trial today, or says why not. The first one anybody begins who may manage the plan (who that is, the caller
 * knows); after go or no-go the owner alone begins another, for it locks what the owner has opened. One that was called off
 * changes nothing about who may.
 *
 * @param months - undefined: {@link TRIAL_MONTHS}
 *
 * @example
 * const started = startTrial(trialsIn(facts), { memberId, role }, undefined, { today, now });
 */
export function startTrial(
  { standing }: Pick<Trials, 'standing'>,
  by: TrialActor,
  months: number | undefined,
  { today, now }: TrialMoment,
): Result<FactDraft, PaperCode> {
  if (standing !== undefined) {
    const { decision, until } = standing;
    if (decision === undefined) return refused(reason('trial.running', { until }));
    if (by.role !== OWNER) return refused(reason('trial.ownerBegins', { at: decision.at }));
  }
  const until = addMonths(today, months ?? TRIAL_MONTHS);
  return ok({ kind: 'trial.started', at: now, data: { from: today, until, byId: by.memberId } });
}

/**
 * Ends a trial with the owner's word, or says why not: go after its last day, no-go and calling off at any time, and once.
 * Called off, it is as if nobody had begun it: automation is as free as it was before.
 *
 * @param byId - the owner: who that is, the caller knows
 * @param figures - what the report says now, where it is counted: the decision keeps it
 *
 * @example
 * const decided = decideTrial(trialsIn(facts), 'go', memberId, figures, { today, now });
 */
export function decideTrial(
  { standing }: Pick<Trials, 'standing'>,
  verdict: TrialVerdict,
  byId: Id<'Member'>,
  figures: TrialFigures | undefined,
  { today, now }: TrialMoment,
): Result<FactDraft, PaperCode> {
  if (standing === undefined) return refused(reason('trial.none'));
  const { trialId, until, decision } = standing;
  if (decision !== undefined) return refused(reason('trial.decided', { at: decision.at }));
  if (verdict === 'go' && today <= until) return refused(reason('trial.notOver', { until }));
  return ok({ kind: 'trial.decided', at: now, data: { trialId, verdict, byId, ...(figures && { figures }) } });
}

function refused(why: Reason<PaperCode>): Result<never, PaperCode> {
  return { ok: false, refusals: [why] };
}
