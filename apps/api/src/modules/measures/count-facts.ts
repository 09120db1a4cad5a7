import { dayOf, type Fact, type Id, type MeasureRow, type Measures, measureFact } from '@beback/core';
import type { StoreRules } from '../store/store-rules.ts';
import type { StepPlace } from './count-steps.ts';

/** What facts of one opportunity add by themselves. What a person did counts for the person, a lead for its owner. */
export function countFacts(
  facts: readonly Fact[],
  ownerId: Id<'Member'> | undefined,
  place: StepPlace,
  { calendar }: Pick<StoreRules, 'calendar'>,
): readonly MeasureRow[] {
  return facts.map((fact) => {
    const memberId = 'memberId' in fact.data ? fact.data.memberId : ownerId;
    return measureRow(place, memberId, dayOf(calendar, fact.at), measureFact(fact));
  });
}

function measureRow(
  { storeId, departmentId }: StepPlace,
  memberId: Id<'Member'> | undefined,
  day: MeasureRow['day'],
  measures: Measures,
): MeasureRow {
  return {
    storeId: storeId as Id<'Store'>,
    departmentId: departmentId as Id<'Department'>,
    ...(memberId !== undefined && { memberId }),
    day,
    measures,
  };
}
