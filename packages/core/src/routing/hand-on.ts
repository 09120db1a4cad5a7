import type { ResponseStage } from '../first-response/response-stages.ts';
import type { Context } from '../plan/context.ts';
import type { ClockPolicy } from '../plan/follow-up-plan.ts';
import type { Id } from '../spine/id.ts';
import { type Instant, MINUTE } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { Candidate } from './candidate.ts';
import { routeLead } from './route-lead.ts';

/** Who of a store may be handed a waiting lead. */
export const HAND_ON_POOLS = ['colleagues', 'managers'] as const;
/** One of {@link HAND_ON_POOLS}. */
export type HandOnPool = (typeof HAND_ON_POOLS)[number];

interface HandOnRule {
  readonly after: keyof ClockPolicy;
  /** In which order they are looked for. */
  readonly pools: readonly HandOnPool[];
}

/** At which stage of its clock a lead's call changes hands, and to whom it goes. */
const HAND_ON: Readonly<Partial<Record<ResponseStage, HandOnRule>>> = {
  handOver: { after: 'handOverAfterOpenMinutes', pools: ['colleagues', 'managers'] },
  manager: { after: 'managerAfterOpenMinutes', pools: ['managers', 'colleagues'] },
};

/** The call of a lead that nobody answers, and who has had it so far. */
export interface WaitingCall {
  readonly stage: ResponseStage;
  /** Receipt of the lead. */
  readonly since: Instant;
  /** Whose list it stands on; absent: nobody's. */
  readonly holder?: { readonly memberId: Id<'Member'>; readonly name: string };
  readonly ownerId?: Id<'Member'>;
  /** Who got it at this very stage before: it does not wander from list to list. */
  readonly handedTo?: Id<'Member'>;
}

/** On whose list the call stands from now on, and why. The owner stays the owner. */
export interface HandOn {
  readonly to: Id<'Member'>;
  readonly reasons: NonEmpty<Reason>;
}

/**
 * Hands the call of a lead that nobody answers to somebody else's list: from the stage `handOver` on to a colleague who
 * is present, from `manager` on to a manager, in either case by the rule of {@link routeLead}: who has the most room.
 * Neither the owner nor who had it last gets it again.
 *
 * @param pools - of one store, with today's load
 * @returns undefined: it stays where it is; it is not time yet, or nobody else is there
 *
 * @example
 * const handedOn = handOn({ stage: 'handOver', since, ownerId: ann, holder: { memberId: ann, name: 'Ann' } }, pools, context);
 */
export function handOn(
  call: WaitingCall,
  pools: Readonly<Record<HandOnPool, readonly Candidate[]>>,
  context: Context,
): HandOn | undefined {
  const rule = HAND_ON[call.stage];
  if (rule === undefined) return undefined;
  const { plan } = context;
  const open = plan.clock[rule.after] * MINUTE;
  const from = call.holder?.name ?? '';
  const code = from === '' ? 'routing.handedOnFromNobody' : 'routing.handedOn';
  const { stage, since } = call;
  const why = reason(code, { open, from, stage, since }, { plan: { version: plan.version } });
  const present = rule.pools.flatMap((pool) => pools[pool]).filter((person) => person.present);
  if (call.handedTo !== undefined && present.some(({ memberId }) => memberId === call.handedTo)) {
    return { to: call.handedTo, reasons: [why] };
  }
  const had = [call.ownerId, call.holder?.memberId];
  for (const pool of rule.pools) {
    const others = pools[pool].filter(({ memberId, present: there }) => there && !had.includes(memberId));
    const route = routeLead(
      others.map((person) => ({ ...person, knowsCustomer: false })),
      context,
    );
    if (route.ok) return { to: route.value.owner, reasons: [why, ...route.value.reasons] };
  }
  return undefined;
}
