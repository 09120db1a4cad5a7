import { addOpenDays, openingOf } from '../calendar/open-time.ts';
import { dayOf } from '../calendar/wall-time.ts';
import { compareText } from '../spine/compare-text.ts';
import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { nonEmpty, ok, type Result } from '../spine/result.ts';
import type { Role } from '../spine/words.ts';
import type { Context } from './context.ts';

/** Open days of the store within which everybody signs a plan that runs: ours; it is what a working week gives. */
export const SIGN_WITHIN_OPEN_DAYS = 5;

/** The roles whose signature a plan's start waits for: the owner first, then the managers. */
const LEADERS = ['principal', 'generalManager', 'manager'] as const satisfies readonly Role[];
/** Who works by the plan. Auditors and administrators look after it and do not sign. */
const SIGNERS: readonly Role[] = [...LEADERS, 'salesperson', 'bdcAgent'];

/** Somebody whom a plan is about, with the signature under this version, if there is one. */
export interface Signatory {
  readonly memberId: Id<'Member'>;
  readonly role: Role;
  readonly signedAt?: Instant;
}

/** A signature that is not there yet. */
export interface MissingSignature {
  readonly memberId: Id<'Member'>;
  readonly role: Role;
  /** The plan does not start without it. */
  readonly required: boolean;
  /** By when it is due; absent while the plan does not run. */
  readonly dueBy?: Instant;
  /** Too late by now: to be named. */
  readonly overdue: boolean;
}

/** How far a plan version is signed. */
export interface SignatureState {
  readonly signed: number;
  /** Of all whom the plan is about. */
  readonly total: number;
  /** Owner first, then managers, then the others. */
  readonly missing: readonly MissingSignature[];
  /** Whether the plan may start: one owner and every manager have signed. */
  readonly mayStart: Result<'signed', SignatureRefusal>;
}

export const SIGNATURE_REFUSALS = ['signature.ownerMissing', 'signature.managersMissing'] as const;
/** Why a plan may not start yet. */
export type SignatureRefusal = (typeof SIGNATURE_REFUSALS)[number];

/**
 * Who has signed a plan version, who has not, and whether it may start.
 *
 * "If not, save your money": without the owner and all managers it does not start. Of several owners one is enough; a
 * store whose group has none starts with its managers. Everybody else signs within five open days of the start.
 *
 * @param people - everybody of the store, and the group's owners, each once
 * @param activatedAt - undefined for a draft
 *
 * @example
 * const { missing, mayStart } = signatureState(people, undefined, context);
 * if (!mayStart.ok) show(mayStart.refusals);
 */
export function signatureState(
  people: readonly Signatory[],
  activatedAt: Instant | undefined,
  { calendar, now }: Pick<Context, 'calendar' | 'now'>,
): SignatureState {
  const signers = people.filter(({ role }) => SIGNERS.includes(role));
  const ownerSigned = signers.some(({ role, signedAt }) => role === 'principal' && signedAt !== undefined);
  const dueBy = activatedAt === undefined ? undefined : endOfDays(activatedAt, calendar);
  const missing = signers
    .filter(({ role, signedAt }) => signedAt === undefined && !(role === 'principal' && ownerSigned))
    .toSorted((a, b) => rankOf(a.role) - rankOf(b.role) || compareText(a.memberId, b.memberId))
    .map(({ memberId, role }) => ({
      memberId,
      role,
      required: isLeader(role),
      ...(dueBy !== undefined && { dueBy }),
      overdue: dueBy !== undefined && now >= dueBy,
    }));
  const signed = signers.filter(({ signedAt }) => signedAt !== undefined).length;
  return { signed, total: signed + missing.length, missing, mayStart: mayStart(missing) };
}

function mayStart(missing: readonly MissingSignature[]): SignatureState['mayStart'] {
  const required = missing.filter(({ required }) => required);
  const managers = required.filter(({ role }) => role !== 'principal').length;
  const refusals: Reason<SignatureRefusal>[] = [];
  if (managers < required.length) refusals.push(reason('signature.ownerMissing'));
  if (managers > 0) refusals.push(reason('signature.managersMissing', { count: managers }));
  const some = nonEmpty(refusals);
  return some === undefined ? ok('signed') : { ok: false, refusals: some };
}

function endOfDays(activatedAt: Instant, calendar: Context['calendar']): Instant | undefined {
  const last = addOpenDays(calendar, dayOf(calendar, activatedAt), SIGN_WITHIN_OPEN_DAYS);
  return openingOf(calendar, last).at(-1)?.until;
}

function isLeader(role: Role): boolean {
  return (LEADERS as readonly Role[]).includes(role);
}

function rankOf(role: Role): number {
  return SIGNERS.indexOf(role);
}
