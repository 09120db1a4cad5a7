import type { Engine, QueryResult } from '../link.ts';
import { rowsOf } from '../sql-runner.ts';

const EVERY_MS = 60_000;

/** Autovacuum's own rules (autovacuum_vacuum_threshold 50, scale 0.2; analyze 50, 0.1), with a larger threshold: tables are small. */
const WORN = `
  select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
  where n_dead_tup > 500 + 0.2 * n_live_tup or n_mod_since_analyze > 500 + 0.1 * n_live_tup
  order by n_dead_tup desc`;

/**
 * Does what autovacuum does elsewhere, which the embedded database has not: it cleans and measures tables that have
 * changed much, one at a time, and lets others in between.
 *
 * @returns the names of the tables.
 */
export async function vacuumWorn(engine: Engine): Promise<readonly string[]> {
  const names = rowsOf<{ name: string }>(await asOwner(engine, WORN)).map(({ name }) => name);
  for (const name of names) await asOwner(engine, `vacuum (analyze) ${name}`);
  return names;
}

/** Looks each minute. Returns the function that stops it. */
export function startUpkeep(engine: Engine): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    // What cannot be cleaned now, or while it is closing, is cleaned the next time.
    void vacuumWorn(engine)
      .catch(() => {})
      .finally(() => {
        busy = false;
      });
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

// Helpers

async function asOwner(engine: Engine, text: string): Promise<QueryResult> {
  const owner = await engine.takeAsOwner();
  try {
    return await owner.query({ text, values: [] });
  } finally {
    await owner.release();
  }
}
