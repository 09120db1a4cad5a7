import type { FindingView } from '@beback/client';
import type { NonEmpty } from '@beback/core';

/** From this many on, findings of one kind about one department are told as one. */
const MANY = 3;

/** Kinds of which each lead that waits has one of its own: a bad week has dozens. */
const BY_THE_LEAD: readonly FindingView['kind'][] = ['responseOverdue'];

/**
 * Findings in their order, those that differ by their lead alone together at the place of the first: a manager reads at
 * most five, and five times the same is one.
 */
export function foldAlike(findings: readonly FindingView[]): readonly NonEmpty<FindingView>[] {
  const groups = new Map<string, [FindingView, ...FindingView[]]>();
  for (const finding of findings) {
    const key = BY_THE_LEAD.includes(finding.kind) ? `${finding.kind} ${finding.department?.id}` : finding.id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < MANY ? group.map((finding): NonEmpty<FindingView> => [finding]) : [group],
  );
}
