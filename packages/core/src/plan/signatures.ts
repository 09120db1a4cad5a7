import { addOpenDays, openingOf } from '../calendar/open-time.ts';
import { dayOf } from '../calendar/wall-time.ts';
import { compareText } from '../spine/compare-text.ts';
import type { Id } from '../spine/id.ts';
import { type Instant, instant } from '../spine/instant.ts';
import { type Reason, reason } from '../spine/reason.ts';
import { nonEmpty, ok, type Result } from '../spine/result.ts';
import type { Role } from '../spine/words.ts';
import type { Context } from './context.ts';

/** Open days of the store within which everybody signs a plan that runs: ours; it is what a working week gives. */
export const SIGN_WITHIN_OPEN_DAYS = 5;

/** The roles whose signature a plan's start waits for: the owner first, then the managers. */
const LEADERS = ['principal', 'generalManager', 'manager'] as const satisfies readonly Role[];
/** Who works by the plan and signs it, the owner first. Auditors and administrators look after it and do not sign. */
export const SIGNING_ROLES: readonly Role[] = [...LEADERS, 'salesperson', 'bdcAgent'];

/** Somebody whom a plan is about, with the signature under this version, if there is one. */
export interface Signatory {
  readonly memberId: Id<'Member'>;
  readonly role: Role;
  readonly signedAt?: Instant;
  /** When the person came; a newcomer has as many days as everybody had. Absent: before the plan's start. */
  readonly since?: Instant;
}

/** A signature that is there. */
export interface GivenSignature {
  readonly memberId: Id<'Member'>;
  readonly role: Role;
  readonly at: Instant;
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
  /** Owner first, then managers, then the others; of each the first first. */
  readonly signedBy: readonly GivenSignature[];
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
 * store whose group has none starts with its managers. Everybody else signs within five open days of the start, or of the
 * day on which he or she came.
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
  const signers = people
    .filter(({ role }) => SIGNING_ROLES.includes(role))
    .toSorted((a, b) => rankOf(a.role) - rankOf(b.role) || compareText(a.memberId, b.memberId));
  const signedBy = signers
    .flatMap(({ memberId, role, signedAt }) => (signedAt === undefined ? [] : [{ memberId, role, at: signedAt }]))
    .toSorted((a, b) => rankOf(a.role) - rankOf(b.role) || a.at - b.at);
  const ownerSigned = signedBy.some(({ role }) => role === 'principal');
  const missing = signers
    .filter(({ role, signedAt }) => signedAt === undefined && !(role === 'principal' && ownerSigned))
    .map(({ memberId, role, since }) => {
      const dueBy = activatedAt === undefined ? undefined : endOfDays(calendar, activatedAt, since);
      return {
        memberId,
        role,
        required: isLeader(role),
        ...(dueBy !== undefined && { dueBy }),
        overdue: dueBy !== undefined && now >= dueBy,
      };
    });
  const total = signedBy.length + missing.length;
  return { signed: signedBy.length, total, signedBy, missing, mayStart: mayStart(missing) };
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

/** From the later of both on; where the calendar does not reach back so far, from its first day on. */
function endOfDays(calendar: Context['calendar'], start: Instant, since: Instant = start): Instant | undefined {
  const from = instant(Math.max(start, since, calendar.from));
  const last = addOpenDays(calendar, dayOf(calendar, from), SIGN_WITHIN_OPEN_DAYS);
  return openingOf(calendar, last).at(-1)?.until;
}

function isLeader(role: Role): boolean {
  return (LEADERS as readonly Role[]).includes(role);
}

function rankOf(role: Role): number {
  return SIGNING_ROLES.indexOf(role);
}
