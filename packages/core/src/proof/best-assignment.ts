/** 0 or 1. */
export type Flag = 0 | 1;

/**
 * The worth of a pair, to be summed up and compared part by part: all of the first parts count before any of the
 * second, and so on. Three flags, then a whole number.
 */
export type Worth = readonly [Flag, Flag, Flag, number];

/** Many worths or sums of them, as two numbers each: `high` packs the three counts, `low` is the rest. Exact below 2^53. */
interface Sums {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** A search under way. Columns from `columns` on are one for each row, in which it stays alone, for nothing. */
interface Search {
  readonly columns: number;
  /** Of row r and column c at `r * columns + c`. Costs, not worths: the shortest way is the best one. */
  readonly cost: Sums;
  readonly rowPotential: Sums;
  readonly columnPotential: Sums;
  /** Which row has the column, or {@link NOBODY}. */
  readonly rowOf: Int32Array;
  /** Of the row being placed: how far each column is, over which other column the way leads, which are done. */
  readonly distance: Sums;
  readonly via: Int32Array;
  readonly done: Uint8Array;
}

const NOBODY = -1;

/**
 * Gives each row at most one column and each column to at most one row, so that the sum of worths is the greatest
 * possible. Exact: the Hungarian method (shortest augmenting paths with potentials).
 *
 * Time O(rows² · (rows + columns)), memory O(rows · columns). Which of several best answers is given depends on the
 * order of rows and columns alone.
 *
 * @param worth worth of a row with a column, or undefined when they cannot be paired
 * @returns for each row its column, or undefined where it stays alone
 */
export function bestAssignment(
  rows: number,
  columns: number,
  worth: (row: number, column: number) => Worth | undefined,
): readonly (number | undefined)[] {
  const width = columns + rows;
  const search: Search = {
    columns,
    cost: costsOf(rows, columns, worth),
    rowPotential: sums(rows),
    columnPotential: sums(width),
    rowOf: new Int32Array(width).fill(NOBODY),
    distance: sums(width),
    via: new Int32Array(width),
    done: new Uint8Array(width),
  };
  for (let row = 0; row < rows; row += 1) place(search, row);
  const columnOf = new Array<number | undefined>(rows).fill(undefined);
  for (let column = 0; column < columns; column += 1) {
    const row = at(search.rowOf, column);
    if (row !== NOBODY) columnOf[row] = column;
  }
  return columnOf;
}

function costsOf(rows: number, columns: number, worth: (row: number, column: number) => Worth | undefined): Sums {
  const cost = sums(rows * columns);
  // No count exceeds the rows, so that in this base the counts never run into one another.
  const base = rows + 1;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [first, second, third, rest] = worth(row, column) ?? [0, 0, 0, Number.NEGATIVE_INFINITY];
      cost.high[row * columns + column] = -((first * base + second) * base + third);
      cost.low[row * columns + column] = -rest;
    }
  }
  return cost;
}

/** Finds a column for one more row, moving rows placed before where the whole gains by it. */
function place(search: Search, start: number): void {
  const { rowOf, distance, via, done } = search;
  distance.high.fill(Number.POSITIVE_INFINITY);
  done.fill(0);
  let [row, last] = [start, NOBODY];
  do {
    relax(search, row, last);
    last = nearest(search);
    done[last] = 1;
    row = at(rowOf, last);
  } while (row !== NOBODY);
  adjustPotentials(search, start, last);
  while (last !== NOBODY) {
    const before = at(via, last);
    rowOf[last] = before === NOBODY ? start : at(rowOf, before);
    last = before;
  }
}

/** Looks from a row, which was reached over column `last`, at the columns that it could have. */
function relax(
  { columns, cost, rowPotential, columnPotential, distance, via, done }: Search,
  row: number,
  last: number,
) {
  const fromHigh = (last === NOBODY ? 0 : at(distance.high, last)) - at(rowPotential.high, row);
  const fromLow = (last === NOBODY ? 0 : at(distance.low, last)) - at(rowPotential.low, row);
  for (let step = 0; step <= columns; step += 1) {
    const alone = step === columns;
    const column = alone ? columns + row : step;
    const costLow = alone ? 0 : at(cost.low, row * columns + column);
    if (done[column] === 1 || costLow === Number.POSITIVE_INFINITY) continue;
    const high = fromHigh + (alone ? 0 : at(cost.high, row * columns + column)) - at(columnPotential.high, column);
    const low = fromLow + costLow - at(columnPotential.low, column);
    const known = at(distance.high, column);
    if (high > known || (high === known && low >= at(distance.low, column))) continue;
    distance.high[column] = high;
    distance.low[column] = low;
    via[column] = last;
  }
}

/** The nearest column that is not done. There is one: the row's own, at the least. */
function nearest({ distance, done }: Search): number {
  let best = NOBODY;
  for (let column = 0; column < done.length; column += 1) {
    if (done[column] === 1) continue;
    const order = best === NOBODY ? -1 : at(distance.high, column) - at(distance.high, best);
    if (order < 0 || (order === 0 && at(distance.low, column) < at(distance.low, best))) best = column;
  }
  return best;
}

function adjustPotentials(search: Search, start: number, end: number): void {
  const { rowPotential, columnPotential, rowOf, distance, done } = search;
  add(rowPotential, start, at(distance.high, end), at(distance.low, end));
  for (let column = 0; column < done.length; column += 1) {
    if (done[column] !== 1) continue;
    const high = at(distance.high, end) - at(distance.high, column);
    const low = at(distance.low, end) - at(distance.low, column);
    const row = at(rowOf, column);
    if (row !== NOBODY) add(rowPotential, row, high, low);
    add(columnPotential, column, -high, -low);
  }
}

function sums(length: number): Sums {
  return { high: new Float64Array(length), low: new Float64Array(length) };
}

function add(list: Sums, index: number, high: number, low: number): void {
  list.high[index] = at(list.high, index) + high;
  list.low[index] = at(list.low, index) + low;
}

/** Indexes here are always within bounds. */
function at(list: Float64Array | Int32Array, index: number): number {
  return list[index] as number;
}
