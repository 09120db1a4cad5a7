import type { Locale } from '../spine/reason-texts.ts';
import { describePlan } from './describe-plan.ts';
import { describePolicies } from './describe-policies.ts';
import type { FollowUpPlan, PlanStep } from './follow-up-plan.ts';

/**
 * What one version of a plan says otherwise than another, in words.
 * - `added`: only the later one says it
 * - `removed`: only the earlier one did
 * - `changed`: both say something about it
 */
export type PlanChange = {
  /** Where in the document: a step as `steps.<id>`, all else as by {@link describePolicies}; `name` for its title. */
  readonly path: string;
} & (
  | { readonly kind: 'added'; readonly after: string }
  | { readonly kind: 'removed'; readonly before: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string }
);

/**
 * Compares two versions of a plan as people read them: each step and each rule by its id, whatever its place. Who has
 * signed the earlier one reads here what is new.
 *
 * Steps that differ only in what no sentence tells are still told, with the same sentence twice.
 *
 * @returns in the later document's order, what was removed after the rest of its kind; nothing for documents that the
 * engine executes alike
 *
 * @example
 * diffPlans(signed, draft, 'en').map((change) => ('after' in change ? change.after : `No longer: ${change.before}`));
 */
export function diffPlans(earlier: FollowUpPlan, later: FollowUpPlan, locale: Locale): readonly PlanChange[] {
  return [
    ...compared(new Map([['name', said(earlier.name)]]), new Map([['name', said(later.name)]])),
    ...compared(stepsOf(earlier, locale), stepsOf(later, locale)),
    ...compared(policiesOf(earlier, locale), policiesOf(later, locale)),
  ];
}

/** A sentence, and what makes two of them equal. */
interface Said {
  readonly text: string;
  readonly meaning: string;
}

function compared(before: ReadonlyMap<string, Said>, after: ReadonlyMap<string, Said>): readonly PlanChange[] {
  const changes: PlanChange[] = [];
  for (const [path, { text, meaning }] of after) {
    const was = before.get(path);
    if (was === undefined) changes.push({ path, kind: 'added', after: text });
    else if (was.meaning !== meaning) changes.push({ path, kind: 'changed', before: was.text, after: text });
  }
  for (const [path, { text }] of before) {
    if (!after.has(path)) changes.push({ path, kind: 'removed', before: text });
  }
  return changes;
}

function said(text: string): Said {
  return { text, meaning: text };
}

function stepsOf(plan: FollowUpPlan, locale: Locale): ReadonlyMap<string, Said> {
  const texts = new Map(describePlan(plan, locale).map(({ step, text }) => [step, text]));
  return new Map(
    plan.actionPlans.flatMap(({ trigger, steps }) =>
      steps.map((step) => [
        `steps.${step.id}`,
        { text: texts.get(step.id) ?? '', meaning: `${trigger} ${meaningOf(step)}` },
      ]),
    ),
  );
}

/** Keys in one order: who writes a document anew may write them in another. */
function meaningOf({ id, channel, purpose, who, due, stopOn, everyDays }: PlanStep): string {
  const timing = Object.entries(due).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([id, channel, purpose, who, timing, stopOn.toSorted(), everyDays]);
}

function policiesOf(plan: FollowUpPlan, locale: Locale): ReadonlyMap<string, Said> {
  return new Map(describePolicies(plan, locale).map(({ path, text }) => [path, said(text)]));
}
