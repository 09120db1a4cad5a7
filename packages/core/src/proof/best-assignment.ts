/**
 * The worth of a pair, to be summed up and compared part by part: all of the first parts count before any of the
 * second. Whole numbers; sums stay exact below 2^53.
 */
export type Worth = readonly [number, number, number, number];

const NOTHING: Worth = [0, 0, 0, 0];

export function compareWorth(a: Worth, b: Worth): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

export function addWorth(a: Worth, b: Worth): Worth {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}

function less(a: Worth, b: Worth): Worth {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3]];
}

/**
 * Gives each row at most one column and each column to at most one row, so that the sum of worths is the greatest
 * possible. Exact: the Hungarian method (shortest augmenting paths with potentials), over worths instead of numbers.
 *
 * Time O(rows² · (rows + columns)), memory O(rows + columns) beside `worth`. Which of several best answers is given
 * depends on the order of rows and columns alone.
 *
 * @param worth worth of a row with a column, or undefined when they cannot be paired
 * @returns for each row its column, or undefined where it stays alone
 */
export function bestAssignment(
  rows: number,
  columns: number,
  worth: (row: number, column: number) => Worth | undefined,
): readonly (number | undefined)[] {
  // A column of its own, of no worth, lets each row stay alone: an answer then always exists.
  const width = columns + rows;
  const costOf = (row: number, column: number): Worth | undefined => {
    if (column >= columns) return column - columns === row ? NOTHING : undefined;
    const value = worth(row, column);
    return value === undefined ? undefined : less(NOTHING, value);
  };
  const rowPotential: Worth[] = Array.from({ length: rows }, () => NOTHING);
  const columnPotential: Worth[] = Array.from({ length: width }, () => NOTHING);
  const rowOf: (number | undefined)[] = new Array<number | undefined>(width).fill(undefined);
  for (let row = 0; row < rows; row += 1) augment(row);
  const columnOf: (number | undefined)[] = new Array<number | undefined>(rows).fill(undefined);
  rowOf.forEach((row, column) => {
    if (row !== undefined && column < columns) columnOf[row] = column;
  });
  return columnOf;

  function augment(start: number): void {
    const distance = new Map<number, Worth>();
    const via = new Map<number, number | undefined>();
    const reached: number[] = [];
    const settled = new Set<number>();
    let row = start;
    let last: number | undefined;
    let travelled = NOTHING;
    for (;;) {
      for (let column = 0; column < width; column += 1) {
        const cost = settled.has(column) ? undefined : costOf(row, column);
        if (cost === undefined) continue;
        const reduced = less(less(cost, at(rowPotential, row)), at(columnPotential, column));
        const way = addWorth(travelled, reduced);
        const known = distance.get(column);
        if (known !== undefined && compareWorth(known, way) <= 0) continue;
        distance.set(column, way);
        via.set(column, last);
      }
      const [nearest, far] = nearestOf(distance, settled);
      settled.add(nearest);
      reached.push(nearest);
      last = nearest;
      travelled = far;
      const taken = rowOf[nearest];
      if (taken === undefined) break;
      row = taken;
    }
    lowerPotentials(start, reached, distance, travelled);
    for (let column: number | undefined = last; column !== undefined; ) {
      const before: number | undefined = via.get(column);
      rowOf[column] = before === undefined ? start : rowOf[before];
      column = before;
    }
  }

  function lowerPotentials(
    start: number,
    reached: readonly number[],
    distance: ReadonlyMap<number, Worth>,
    end: Worth,
  ) {
    rowPotential[start] = addWorth(at(rowPotential, start), end);
    for (const column of reached) {
      const slack = less(end, distance.get(column) ?? NOTHING);
      const row = rowOf[column];
      if (row !== undefined) rowPotential[row] = addWorth(at(rowPotential, row), slack);
      columnPotential[column] = less(at(columnPotential, column), slack);
    }
  }
}

function nearestOf(distance: ReadonlyMap<number, Worth>, settled: ReadonlySet<number>): readonly [number, Worth] {
  let nearest: readonly [number, Worth] | undefined;
  for (const [column, way] of distance) {
    if (settled.has(column)) continue;
    const order = nearest === undefined ? -1 : compareWorth(way, nearest[1]) || column - nearest[0];
    if (order < 0) nearest = [column, way];
  }
  // Each row has a column of its own, so that a way on always exists.
  if (nearest === undefined) throw new Error('bestAssignment: no column is left to a row');
  return nearest;
}

function at(list: readonly Worth[], index: number): Worth {
  return list[index] ?? NOTHING;
}
