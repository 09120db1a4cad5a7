import {
  type ContactVerdict,
  judgeWork,
  PLACE_CODES,
  type PlacedWork,
  placeWork,
  planDay,
  reason,
  type WorkColumns,
  workColumns,
} from '@beback/core';
import type { Benchmark } from './benchmark.ts';
import { planDayFloor } from './plan-day-floor.ts';
import { type StoreDay, storeDays } from './touch-pool.ts';

/** A million touches of 80 stores: eight of them, ten times over. */
const STORES = 8;
const TIMES = 10;
const TOUCHES = 12_500;
const LISTED = PLACE_CODES.findIndex(({ kind, why }) => kind === 'listed' && why === undefined);

/** The day of 1,760 people with a million due touches, against each person's best of them by a heap. */
export function planDayOfPeople(small: boolean): Benchmark {
  const touches = small ? TOUCHES / 100 : TOUCHES;
  const stores = storeDays(STORES, touches);
  const few = storeDays(STORES, touches / 100);
  const most = stores[0]?.people.at(-1)?.tasks ?? 1;
  return {
    name: 'the day of 1,760 people',
    unit: 'touches',
    items: STORES * touches * TIMES,
    floor: { name: 'a heap over typed arrays', run: planDayFloor(stores, TIMES, most) },
    contenders: [
      { name: 'placeWork', run: placeAll(stores) },
      { name: 'placeWork of 10 k', items: STORES * Math.floor(touches / 100) * TIMES, run: placeAll(few) },
      { name: 'workColumns', items: STORES * touches, run: encode(stores) },
      { name: 'planDay', items: STORES * touches, run: plan(stores) },
    ],
    bars: [
      { of: 'placeWork', than: 'a heap over typed arrays', atMost: 3 },
      { of: 'placeWork', than: 'placeWork of 10 k', atMost: 1.1, growth: 100 },
    ],
  };
}

/** Each store's columns in memory of their own, also those of the same touches. */
function placeAll(stores: readonly StoreDay[]): () => number {
  const all = Array.from({ length: TIMES }, () => stores).flat();
  const days = all.map(({ due, people, context }) => {
    const columns = columnsOf({ due, people, context });
    return { columns, people, context, places: placeWork(columns, people, context.now) };
  });
  return () => {
    let listed = 0;
    for (const { columns, people, context, places } of days) {
      const { code }: PlacedWork = placeWork(columns, people, context.now, places);
      for (let i = 0; i < code.length; i++) if (code[i] === LISTED) listed++;
    }
    return listed;
  };
}

function columnsOf({ due, context }: StoreDay): WorkColumns {
  const columns = workColumns(due, context);
  const verdict = allowed(context);
  judgeWork(columns, () => verdict);
  return columns;
}

function encode(stores: readonly StoreDay[]): () => number {
  return () => stores.reduce((sum, store) => sum + columnsOf(store).flags.length, 0);
}

function plan(stores: readonly StoreDay[]): () => number {
  return () => {
    let listed = 0;
    for (const { due, people, context } of stores) {
      const verdict = allowed(context);
      for (const { kind } of planDay(due, people, { ...context, verdictOf: () => verdict }))
        if (kind === 'listed') listed++;
    }
    return listed;
  };
}

function allowed({ calendar }: StoreDay['context']): ContactVerdict {
  return { kind: 'allowed', until: calendar.until, reasons: [reason('contact.noConsentNeeded')] };
}
