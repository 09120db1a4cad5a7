import { type Fact, type FactDraft, type Id, type Instant, id, instant } from '@beback/core';
import { newId } from '../../database/new-id.ts';

/** A fact as the table holds it. */
export interface FactRow {
  readonly id: string;
  readonly kind: string;
  readonly storeId: string | null;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly correctsId: string | null;
  readonly data: unknown;
}

/** Columns of {@link FactRow}, for a select list; the table goes by the alias `f`. */
export const FACT_COLUMNS =
  'f.id, f.kind, f.store_id as "storeId", f.at, f.recorded_at as "recordedAt", f.corrects_id as "correctsId", f.data';

/**
 * Completes a fact that a decision asked for.
 *
 * @param storeId - undefined: of the whole group
 */
export function factOf(draft: FactDraft, storeId: string | undefined, recordedAt: Instant): Fact {
  const store = storeId === undefined ? {} : { storeId: id<'Store'>(storeId) };
  // A draft's kind and data belong together; the spread of a union loses that.
  return { ...draft, id: id<'Fact'>(newId()), ...store, recordedAt } as Fact;
}

/** The fact of a row. Rows were facts when they were written: nothing is checked again. */
export function readFact(row: FactRow): Fact {
  return {
    kind: row.kind,
    id: row.id as Id<'Fact'>,
    ...(row.storeId !== null && { storeId: row.storeId as Id<'Store'> }),
    at: instant(row.at.getTime()),
    recordedAt: instant(row.recordedAt.getTime()),
    ...(row.correctsId !== null && { corrects: row.correctsId as Id<'Fact'> }),
    data: row.data,
  } as Fact;
}

/** {@link FactRow} of the fact `f` as JSON, for a statement that answers with a list of facts in one column. */
export const FACT_JSON = `json_build_object('id', f.id, 'kind', f.kind, 'storeId', f.store_id, 'at', f.at,
                            'recordedAt', f.recorded_at, 'correctsId', f.corrects_id, 'data', f.data)`;

/** A {@link FactRow} as JSON carries it. */
export type FactJsonRow = Omit<FactRow, 'at' | 'recordedAt'> & { readonly at: string; readonly recordedAt: string };

export function readFactJson(row: FactJsonRow): Fact {
  return readFact({ ...row, at: new Date(row.at), recordedAt: new Date(row.recordedAt) });
}
