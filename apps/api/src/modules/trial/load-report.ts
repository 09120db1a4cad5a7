import {
  addDays,
  dayOf,
  type Instant,
  type SurveyAnswered,
  startOfDay,
  type Trial,
  type TrialReport,
  trialReport,
} from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';
import { loadMemberDays } from '../measures/load-member-days.ts';
import type { StoreRules } from '../store/store-rules.ts';

const ANSWERS = statement(
  'survey answers of a store',
  `select ${FACT_COLUMNS} from fact f
    where f.group_id = $1 and f.store_id = $2 and f.kind = 'survey.answered' and f.at >= $3 and f.at < $4`,
);

/** What the owner decides by: the counted days of the trial so far, and what customers answered in them. */
export async function loadReport(
  runner: SqlRunner,
  groupId: string,
  { storeId, calendar, plan }: StoreRules,
  { from, until }: Trial,
  now: Instant,
): Promise<TrialReport> {
  const today = dayOf(calendar, now);
  const last = today < until ? today : until;
  const rows = await loadMemberDays(runner, groupId, storeId, { from, until: last });
  const span = [new Date(startOfDay(calendar, from)), new Date(startOfDay(calendar, addDays(last, 1)))];
  const answers = await runner.sql<FactRow>(ANSWERS, [groupId, storeId, ...span]);
  return trialReport(rows, answers.map(readFact).filter(isAnswer), plan);
}

function isAnswer(fact: ReturnType<typeof readFact>): fact is SurveyAnswered {
  return fact.kind === 'survey.answered';
}
