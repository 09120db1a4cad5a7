import { compareText } from '../spine/compare-text.ts';
import { CLOCK, PROMISE, ROUTINE, type WorkColumns } from './work-columns.ts';
import { RANK } from './worth-table.ts';

const RANKS = RANK + 1;
/** Buckets of the urgencies in the order in which they take their room, first and end. */
export const URGENT_BUCKETS = [PROMISE * RANKS, ROUTINE * RANKS] as const;
export const ROUTINE_BUCKETS = [ROUTINE * RANKS, (ROUTINE + 1) * RANKS] as const;
const BUCKETS = ROUTINE_BUCKETS[1];
/** In {@link WorkQueue.bucket}: nothing that a person is to do today. */
export const NO_BUCKET = 255;

/**
 * What people are to do, partitioned by urgency and worth: a bucket's touches are equal in both. Within a bucket they are
 * put in order only as far as somebody may take them: most of a flood finds nobody with room, whatever its order.
 */
export interface WorkQueue {
  readonly columns: WorkColumns;
  /** By touch: {@link bucketOf}. */
  readonly bucket: Uint8Array;
  /** Touches bucket by bucket: those of bucket `b` from `start[b]` up to `start[b + 1]`. */
  readonly touches: Int32Array;
  readonly start: Int32Array;
  readonly scratch: Int32Array;
}

/** The bucket of an urgency (as in `WorkColumns.flags`) and a rank of worth. */
export function bucketOf(urgency: number, rank: number): number {
  return urgency * RANKS + rank;
}

/** Partitions what stands in buckets, by counting. */
export function queueWork(columns: WorkColumns, bucket: Uint8Array): WorkQueue {
  const start = new Int32Array(BUCKETS + 1);
  for (let i = 0; i < bucket.length; i++) {
    const b = bucket[i] as number;
    if (b !== NO_BUCKET) start[b + 1] = (start[b + 1] as number) + 1;
  }
  for (let b = 0; b < BUCKETS; b++) start[b + 1] = (start[b + 1] as number) + (start[b] as number);
  const touches = new Int32Array(start[BUCKETS] as number);
  const end = start.slice();
  for (let i = 0; i < bucket.length; i++) {
    const b = bucket[i] as number;
    if (b === NO_BUCKET) continue;
    const place = end[b] as number;
    touches[place] = i;
    end[b] = place + 1;
  }
  return { columns, bucket, touches, start, scratch: new Int32Array(touches.length) };
}

/**
 * Visits the touches of some buckets in the order in which they take their room.
 *
 * @param goesOn - asked before each bucket: false ends it
 * @param mayGo - asked before a bucket is put in order: false leaves a touch out, so that it need not be
 */
export function visitInOrder(
  queue: WorkQueue,
  [first, end]: readonly [first: number, end: number],
  goesOn: () => boolean,
  mayGo: (touch: number) => boolean,
  visit: (touch: number) => void,
): void {
  const { touches, start, scratch, columns } = queue;
  for (let b = first; b < end && goesOn(); b++) {
    let count = 0;
    for (let place = start[b] as number; place < (start[b + 1] as number); place++) {
      const touch = touches[place] as number;
      if (mayGo(touch)) scratch[count++] = touch;
    }
    if (count === 0) continue;
    const chosen = scratch.subarray(0, count).sort((x, y) => compareEquals(columns, x, y));
    for (let k = 0; k < count; k++) visit(chosen[k] as number);
  }
}

/** The order of a person's list: a waiting lead before promises, then as tasks take their room. */
export function compareOnList({ bucket, columns }: WorkQueue, a: number, b: number): number {
  const [x, y] = [bucket[a] as number, bucket[b] as number];
  return listPlace(x) - listPlace(y) || compareEquals(columns, a, b);
}

function listPlace(bucket: number): number {
  if (bucket >= ROUTINE_BUCKETS[0]) return bucket;
  return bucket >= bucketOf(CLOCK, 0) ? bucket - RANKS : bucket + RANKS;
}

/** The earlier deadline, then the earlier best time; ids last, so that the order is never left open. */
function compareEquals({ deadline, best, touches }: WorkColumns, a: number, b: number): number {
  return (
    (deadline[a] as number) - (deadline[b] as number) ||
    (best[a] as number) - (best[b] as number) ||
    compareText(touches[a]?.id ?? '', touches[b]?.id ?? '')
  );
}
