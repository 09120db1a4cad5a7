import type { ContactVerdict } from '../contact/contact-verdict.ts';
import type { FactDraft } from '../opportunity/fact-draft.ts';
import { compareText } from '../spine/compare-text.ts';
import { addMonths, type Day } from '../spine/day.ts';
import type { Fact } from '../spine/fact.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { ok, type Result } from '../spine/result.ts';
import type { TrialDecided, TrialStarted, TrialVerdict } from '../spine/trial-facts.ts';
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
  readonly decision?: { readonly verdict: TrialVerdict; readonly at: Instant; readonly byId: Id<'Member'> };
}

/** Where a trial stands: it runs, it is over and nobody has decided yet, or somebody has. */
export type TrialPhase = 'running' | 'undecided' | TrialVerdict;

/**
 * A store's latest trial, from its facts in any order and however often each is given. Of several decisions the first
 * stands.
 *
 * @example
 * const trial = latestTrial(factsOfStore);
 */
export function latestTrial(facts: Iterable<Fact>): Trial | undefined {
  const started: TrialStarted[] = [];
  const decided: TrialDecided[] = [];
  for (const fact of facts) {
    if (fact.kind === 'trial.started') started.push(fact);
    if (fact.kind === 'trial.decided') decided.push(fact);
  }
  const latest = started.sort(byTime).at(-1);
  if (latest === undefined) return undefined;
  const decision = decided.filter(({ data }) => data.trialId === latest.id).sort(byTime)[0];
  const { from, until, byId } = latest.data;
  return {
    ...{ trialId: latest.id, from, until, startedAt: latest.at, startedById: byId },
    ...(decision && { decision: { verdict: decision.data.verdict, at: decision.at, byId: decision.data.byId } }),
  };
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
 * const locked = automationLock(latestTrial(facts));
 */
export function automationLock(trial: Trial | undefined): Reason<PaperCode> | undefined {
  if (trial === undefined || trial.decision?.verdict === 'go') return undefined;
  const { trialId, until, decision } = trial;
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

/**
 * Begins a trial today, or says why not.
 *
 * @param months - undefined: {@link TRIAL_MONTHS}
 *
 * @example
 * const started = startTrial(latestTrial(facts), memberId, undefined, { today, now });
 */
export function startTrial(
  before: Trial | undefined,
  byId: Id<'Member'>,
  months: number | undefined,
  { today, now }: { readonly today: Day; readonly now: Instant },
): Result<FactDraft, PaperCode> {
  if (before !== undefined && before.decision === undefined)
    return refused(reason('trial.running', { until: before.until }));
  const until = addMonths(today, months ?? TRIAL_MONTHS);
  return ok({ kind: 'trial.started', at: now, data: { from: today, until, byId } });
}

/**
 * Ends a trial with the owner's word, or says why not: go after its last day, no-go at any time, and once.
 *
 * @example
 * const decided = decideTrial(latestTrial(facts), 'go', memberId, { today, now });
 */
export function decideTrial(
  trial: Trial | undefined,
  verdict: TrialVerdict,
  byId: Id<'Member'>,
  { today, now }: { readonly today: Day; readonly now: Instant },
): Result<FactDraft, PaperCode> {
  if (trial === undefined) return refused(reason('trial.none'));
  const { trialId, until, decision } = trial;
  if (decision !== undefined) return refused(reason('trial.decided', { at: decision.at }));
  if (verdict === 'go' && today <= until) return refused(reason('trial.notOver', { until }));
  return ok({ kind: 'trial.decided', at: now, data: { trialId, verdict, byId } });
}

function refused(why: Reason<PaperCode>): Result<never, PaperCode> {
  return { ok: false, refusals: [why] };
}
