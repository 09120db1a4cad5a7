import {
  dayOf,
  type Fact,
  firstResponse,
  type Id,
  type Instant,
  type MeasureRow,
  type Measures,
  measureFact,
  measureFirstResponse,
  type OpportunityHistory,
  unmergeMeasures,
  ZERO_MEASURES,
} from '@beback/core';
import { contextAt, type StoreRules } from '../store/store-rules.ts';
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

/** What the response clock adds: an answer counts for who gave it, on its day. */
export function countResponse(
  before: OpportunityHistory,
  after: OpportunityHistory,
  place: StepPlace,
  rules: StoreRules,
  now: Instant,
): readonly MeasureRow[] {
  const [was, is] = [firstResponse(before, contextAt(rules, now)), firstResponse(after, contextAt(rules, now))];
  const rows: MeasureRow[] = [];
  const sameLead = was.kind === 'stopped' && is.kind !== 'none' && is.since === was.since;
  if (was.kind === 'stopped' && sameLead && !(is.kind === 'stopped' && is.by === was.by)) {
    const counted = measureFirstResponse(was.time.open, was.time.wall);
    rows.push(measureRow(place, was.memberId, dayOf(rules.calendar, was.at), unmergeMeasures(ZERO_MEASURES, counted)));
  }
  if (is.kind === 'stopped' && !(was.kind === 'stopped' && was.by === is.by && sameLead)) {
    const counted = measureFirstResponse(is.time.open, is.time.wall);
    rows.push(measureRow(place, is.memberId, dayOf(rules.calendar, is.at), counted));
  }
  return rows;
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
