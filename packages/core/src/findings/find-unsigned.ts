import { dayOf } from '../calendar/wall-time.ts';
import type { Context } from '../plan/context.ts';
import type { MissingSignature } from '../plan/signatures.ts';
import { type Id, id } from '../spine/id.ts';
import { type Instant, instant } from '../spine/instant.ts';
import { reason } from '../spine/reason.ts';
import { type Finding, TELL_BOTH, TELL_MANAGER } from './finding.ts';

/** The owner and the managers first: a plan that they do not stand by nobody keeps. */
const GROUPS = [
  { kind: 'leadersUnsigned', required: true, tell: TELL_BOTH },
  { kind: 'othersUnsigned', required: false, tell: TELL_MANAGER },
] as const satisfies readonly (Pick<Finding, 'kind' | 'tell'> & Pick<MissingSignature, 'required'>)[];

/**
 * The plan in force waits for signatures longer than it may: one finding for the owner and managers, whom the owner
 * learns of, one for everybody else. Each lasts until all of them have signed, or another version is in force.
 *
 * @param missing - of the version in force, by `signatureState`
 *
 * @example
 * const { missing } = signatureState(people, activatedAt, context);
 * const findings = findUnsigned(storeId, missing, context);
 */
export function findUnsigned(
  storeId: Id<'Store'>,
  missing: readonly MissingSignature[],
  { plan, calendar, now }: Context,
): readonly Finding[] {
  return GROUPS.flatMap(({ kind, required, tell }): readonly Finding[] => {
    const late = missing.filter((each) => each.overdue && each.required === required);
    if (late.length === 0) return [];
    const due = firstDue(late, now);
    const since = dayOf(calendar, due);
    const figures = { count: late.length };
    return [
      {
        key: id<'Finding'>(`${kind}:${storeId}:${plan.version}`),
        kind,
        storeId,
        since,
        days: { from: since, until: dayOf(calendar, now) },
        tell,
        evidence: figures,
        reasons: [reason(`finding.${kind}`, { ...figures, due }, { plan: { version: plan.version } })],
      },
    ];
  });
}

function firstDue(late: readonly MissingSignature[], now: Instant): Instant {
  return instant(Math.min(now, ...late.map(({ dueBy = now }) => dueBy)));
}
