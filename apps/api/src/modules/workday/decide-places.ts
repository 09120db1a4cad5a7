import { type Capacity, type Id, type Instant, type OpportunityHistory, withCallsShown } from '@beback/core';
import type { Seal } from '../../secrets/seal.ts';
import { askedNow } from '../cadence/asked-now.ts';
import { type GroupReader, loadEvidences } from '../contact/load-evidence.ts';
import { handOnDay } from '../first-response/hand-on-day.ts';
import { loadCallsShown } from '../proof/load-calls-shown.ts';
import { contextAt, type StoreRules } from '../store/store-rules.ts';
import { placeTouches, type TouchPlace, verdictsOf } from './touch-place.ts';

/** An opportunity of which something is due. */
export interface OpportunityOfDay {
  readonly id: string;
  readonly customerId: string;
  readonly history: OpportunityHistory;
}

/**
 * Where what is due about these opportunities goes, decided at once. Nothing is written.
 *
 * @param moving - ids of the people's touches that are to be placed, the others stay where they are; absent: all
 */
export async function decidePlaces(
  reader: GroupReader,
  seal: Seal,
  rules: StoreRules,
  opportunities: readonly OpportunityOfDay[],
  people: readonly Capacity[],
  at: Instant,
  moving?: ReadonlySet<string>,
): Promise<ReadonlyMap<Id<'Touch'>, TouchPlace>> {
  const evidences = await loadEvidences(reader, seal, [...new Set(opportunities.map(({ customerId }) => customerId))]);
  const evidenceOf = new Map(opportunities.map(({ id, customerId }) => [id, evidences.get(customerId)]));
  const evidence = (opportunityId: string) => {
    const found = evidenceOf.get(opportunityId);
    if (found === undefined) throw new Error(`decidePlaces: nothing is known of the customer of ${opportunityId}`);
    return found;
  };
  const shownOf = await loadCallsShown(
    reader,
    reader.groupId,
    opportunities.map(({ id }) => id),
  );
  const leads = opportunities.map((row) => ({ ...row, history: withCallsShown(row.history, shownOf) }));
  const due = leads
    .flatMap(({ id, history }) => askedNow(history, evidence(id), rules, at))
    // The server's own steps tell what reaches a customer whom no person does.
    .filter(({ id, who }) => moving === undefined || who === 'automation' || moving.has(id));
  const context = contextAt(rules, at);
  const placed = placeTouches(due, people, verdictsOf(due, evidence, context), context);
  const places = await handOnDay(reader, rules, { places: placed, due, leads, people }, evidence, at);
  return moving === undefined ? places : new Map([...places].filter(([id]) => moving.has(id)));
}
