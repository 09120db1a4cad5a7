import { CHANCE_TO_CLOSE, chanceToClose, DAY_24H, type Trigger } from '@beback/core';
import type { StoreDay } from './touch-pool.ts';

const TRIGGERS = ['internet', 'phoneUp', 'walkIn'] as const satisfies readonly Trigger[];
/** By trigger and whole days. */
const DAYS = CHANCE_TO_CLOSE.all[3].untilDay + 20;
const CHANCES = Float64Array.from({ length: TRIGGERS.length * DAYS }, (_, i) =>
  chanceToClose(TRIGGERS[Math.floor(i / DAYS)] ?? 'internet', i % DAYS),
);

/**
 * Each person's best touches of the day by the chance to close, then by deadline: one heap for each person over typed
 * arrays, sorted in the end. It knows nothing of the law, of caps on calls, of promises, of what is handed over.
 */
export function planDayFloor(stores: readonly StoreDay[], times: number, most: number): () => number {
  const touches = stores.flatMap(({ due }) => due);
  const members = new Map(stores.flatMap(({ people }) => people).map(({ memberId }, i) => [memberId, i]));
  const now = stores[0]?.context.now ?? 0;
  const own = (values: Float64Array) =>
    Float64Array.from({ length: values.length * times }, (_, i) => values[i % values.length] ?? 0);
  const since = own(Float64Array.from(touches, (touch) => touch.since));
  const deadline = own(Float64Array.from(touches, ({ window }) => window.deadline));
  const trigger = Uint8Array.from(since, (_, i) =>
    TRIGGERS.indexOf(touches[i % touches.length]?.trigger as 'internet'),
  );
  // Every time over is of other people.
  const owner = Int32Array.from(since, (_, i) => {
    const mine = members.get(touches[i % touches.length]?.ownerId as never) ?? 0;
    return mine + Math.floor(i / touches.length) * members.size;
  });
  const heaps = new Int32Array(members.size * times * most);
  const sizes = new Int32Array(members.size * times);
  const worth = new Float64Array(since.length);
  const isBetter = (a: number, b: number): boolean => {
    const [x, y] = [worth[a] as number, worth[b] as number];
    return x !== y ? x > y : (deadline[a] as number) < (deadline[b] as number);
  };
  return () => {
    sizes.fill(0);
    for (let i = 0; i < since.length; i++) {
      const age = Math.min(DAYS - 1, Math.floor((now - (since[i] as number)) / DAY_24H));
      worth[i] = CHANCES[(trigger[i] as number) * DAYS + age] as number;
      const person = owner[i] as number;
      const root = person * most;
      const size = sizes[person] as number;
      if (size < most) {
        sizes[person] = size + 1;
        siftUp(heaps, root, size, i, isBetter);
      } else if (isBetter(i, heaps[root] as number)) siftDown(heaps, root, most, i, isBetter);
    }
    let listed = 0;
    for (let person = 0; person < sizes.length; person++) {
      const root = person * most;
      heaps.subarray(root, root + (sizes[person] as number)).sort((a, b) => (isBetter(a, b) ? -1 : 1));
      listed += sizes[person] as number;
    }
    return listed;
  };
}

/** The worst of a person's is at the root. */
function siftUp(
  heap: Int32Array,
  root: number,
  at: number,
  item: number,
  isBetter: (a: number, b: number) => boolean,
): void {
  let place = at;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!isBetter(heap[root + parent] as number, item)) break;
    heap[root + place] = heap[root + parent] as number;
    place = parent;
  }
  heap[root + place] = item;
}

function siftDown(
  heap: Int32Array,
  root: number,
  size: number,
  item: number,
  isBetter: (a: number, b: number) => boolean,
): void {
  let place = 0;
  for (let child = 1; child < size; child = place * 2 + 1) {
    if (child + 1 < size && isBetter(heap[root + child] as number, heap[root + child + 1] as number)) child++;
    if (!isBetter(item, heap[root + child] as number)) break;
    heap[root + place] = heap[root + child] as number;
    place = child;
  }
  heap[root + place] = item;
}
