import type { Id } from './id.ts';

/** The figures of a reason: plain values by name, never personal data. */
export type ReasonData = Readonly<Record<string, string | number | boolean>>;

/**
 * Why a decision is what it is, as data; prose is made at the edge by {@link renderReason}.
 *
 * `code` names an entry of a rule table, `subject.rule` (`contact.quietHours`). `data` holds the figures that the
 * sentence needs: never a name, a number or an address of a person.
 */
export interface Reason<C extends string = string> {
  readonly code: C;
  readonly data: ReasonData;
  readonly plan?: { readonly version: Id<'PlanVersion'>; readonly step?: Id<'Step'> };
  readonly facts: readonly Id<'Fact'>[];
}

/**
 * A reason with nothing but a code and its figures.
 *
 * @example
 * reason('cadence.overdue', { deadline }, { facts: [lead.id] });
 */
export function reason<C extends string>(
  code: C,
  data: ReasonData = {},
  more: { readonly plan?: Reason['plan']; readonly facts?: readonly Id<'Fact'>[] } = NOTHING_MORE,
): Reason<C> {
  const { plan, facts = NO_FACTS } = more;
  return plan === undefined ? { code, data, facts } : { code, data, plan, facts };
}

const NOTHING_MORE = {};
const NO_FACTS: readonly Id<'Fact'>[] = [];
