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

/** Completes a fact that a decision asked for. */
export function factOf(draft: FactDraft, storeId: string, recordedAt: Instant): Fact {
  // A draft's kind and data belong together; the spread of a union loses that.
  return { ...draft, id: id<'Fact'>(newId()), storeId: id<'Store'>(storeId), recordedAt } as Fact;
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
