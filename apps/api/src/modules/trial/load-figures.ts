import {
  addDays,
  dayOf,
  type Instant,
  planAt,
  type SurveyAnswered,
  startOfDay,
  type Trial,
  type TrialFigures,
  trialFigures,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';
import { loadMemberDays } from '../measures/load-member-days.ts';
import { calendarSince, type StoreRules } from '../store/store-rules.ts';

const ANSWERS = statement(
  'survey answers of a store',
  `select ${FACT_COLUMNS} from fact f
    where f.group_id = $1 and f.store_id = $2 and f.kind = 'survey.answered' and f.at >= $3 and f.at < $4`,
);

/**
 * What the owner decides by: the counted days of the trial so far, and what customers answered in them, held to the plan
 * under which it began. A decision kept what it was made by.
 */
export async function loadFigures(
  runner: SqlRunner,
  groupId: string,
  rules: StoreRules,
  { from, until, startedAt, decision }: Trial,
  now: Instant,
): Promise<TrialFigures> {
  if (decision?.figures !== undefined) return decision.figures;
  const { storeId } = rules;
  const calendar = calendarSince(rules, from);
  const ended = dayOf(calendar, decision?.at ?? now);
  const last = ended < until ? ended : until;
  const rows = await loadMemberDays(runner, groupId, storeId, { from, until: last });
  const span = [new Date(startOfDay(calendar, from)), new Date(startOfDay(calendar, addDays(last, 1)))];
  const answers = await runner.sql<FactRow>(ANSWERS, [groupId, storeId, ...span]);
  return trialFigures(rows, answers.map(readFact).filter(isAnswer), planAt(rules.plans, startedAt));
}

function isAnswer(fact: ReturnType<typeof readFact>): fact is SurveyAnswered {
  return fact.kind === 'survey.answered';
}
