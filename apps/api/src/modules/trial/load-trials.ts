import { type Trials, trialsIn } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { FACT_JSON, type FactJsonRow, readFactJson } from '../fact/fact-row.ts';

/** The facts of a store's trials as JSON, for a select list of a store `s`. */
export const TRIAL_FACTS = `(select coalesce(json_agg(${FACT_JSON}), '[]'::json) from fact f
            where f.group_id = s.group_id and f.store_id = s.id and f.kind in ('trial.started', 'trial.decided'))`;

export function trialsOf(facts: readonly FactJsonRow[]): Trials {
  return trialsIn(facts.map(readFactJson));
}

const TRIAL = statement(
  'trials of a store',
  `select ${TRIAL_FACTS} as facts from store s where s.group_id = $1 and s.id = $2`,
);

/** A store's trials; without any it was never in one. */
export async function loadTrials(runner: SqlRunner, groupId: string, storeId: string): Promise<Trials> {
  const [row] = await runner.sql<{ readonly facts: readonly FactJsonRow[] }>(TRIAL, [groupId, storeId]);
  return trialsOf(row?.facts ?? []);
}
