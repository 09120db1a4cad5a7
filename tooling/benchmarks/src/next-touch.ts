import {
  encodeTouches,
  nextTouch,
  nextTouches,
  nextTouchOf,
  type TouchColumns,
  type TouchState,
  touchColumns,
  touchState,
} from '@beback/core';
import type { Benchmark } from './benchmark.ts';
import { jsonRulesNextTouch } from './json-rules-next-touch.ts';
import { nextTouchFloor } from './next-touch-floor.ts';
import { NOW, opportunityPool, type StorePool } from './opportunity-pool.ts';
import { repeated } from './repeated.ts';

/** So many are made up and encoded; a million is these, so many times over. */
const DIFFERENT = 40_000;
const TIMES = 25;

/**
 * The next touch of a million opportunities of 1,760 people, each store's in one batch and one by one, against typed
 * arrays with one table of days for each store, and against rules as data.
 */
export function nextTouchOfOpportunities(small: boolean): Benchmark {
  const pool = opportunityPool(small ? DIFFERENT / 100 : DIFFERENT);
  const items = pool.reduce((sum, { histories }) => sum + histories.length, 0);
  const encoded = pool.map(({ histories, plan, calendar }) => touchColumns(histories, { plan, calendar }));
  const long = encoded.map((columns) => repeatedColumns(columns, TIMES));
  const short = pool.map(({ histories, plan, calendar }) =>
    touchColumns(histories.slice(0, histories.length / 4), { plan, calendar }),
  );
  const states = pool.map((store) => statesOf(store, TIMES));
  const floor = nextTouchFloor(pool, TIMES);
  const rules = jsonRulesNextTouch(pool, 100);
  return {
    name: 'the next touch',
    unit: 'opportunities',
    items: items * TIMES,
    floor: { name: 'typed arrays', run: () => floor.run(NOW) },
    contenders: [
      { name: 'nextTouches', run: batch(long) },
      { name: 'nextTouches of 10 k', items: items / 4, run: batch(short) },
      { name: 'nextTouch', run: oneByOne(states) },
      {
        name: 'nextTouchOf',
        items,
        run: () => {
          let asked = 0;
          for (const { histories, plan, calendar } of pool) {
            const context = { plan, calendar, now: NOW };
            for (const history of histories) if (nextTouchOf(history, context) !== undefined) asked++;
          }
          return asked;
        },
      },
      {
        name: 'touchState',
        items,
        run: () => {
          let bits = 0;
          for (const { histories, plan, calendar } of pool) {
            for (const history of histories) bits += touchState(history, { plan, calendar }).flags;
          }
          return bits;
        },
      },
      {
        name: 'encodeTouches',
        items,
        run: () => {
          for (const [s, { histories }] of pool.entries()) {
            const columns = encoded[s] as TouchColumns;
            for (const [i, history] of histories.entries()) encodeTouches(columns, i, history);
          }
          return items;
        },
      },
      {
        name: 'json-rules-engine',
        items: rules.items,
        run: async () => (await rules.run(NOW)).filter((step) => step >= 0).length,
      },
    ],
    bars: [
      { of: 'nextTouches', than: 'typed arrays', atMost: 2.5 },
      { of: 'nextTouch', than: 'typed arrays', atMost: 6 },
      { of: 'json-rules-engine', than: 'nextTouches', atLeast: 300 },
      { of: 'nextTouches', than: 'nextTouches of 10 k', atMost: 1.1, growth: 100 },
    ],
  };
}

function batch(stores: readonly TouchColumns[]): () => number {
  const outcomes = stores.map((columns) => nextTouches(columns, NOW));
  return () => {
    let asked = 0;
    for (const [s, columns] of stores.entries()) {
      const { step } = nextTouches(columns, NOW, outcomes[s]);
      for (let i = 0; i < step.length; i++) if ((step[i] as number) >= 0) asked++;
    }
    return asked;
  };
}

/** Each state so many times, each time in memory of its own. */
function statesOf({ histories, plan, calendar }: StorePool, times: number): readonly TouchState[] {
  return Array.from({ length: times }, () =>
    histories.map((history) => touchState(history, { plan, calendar })),
  ).flat();
}

function oneByOne(stores: readonly (readonly TouchState[])[]): () => number {
  return () => {
    let asked = 0;
    for (const states of stores) for (const state of states) if (nextTouch(state, NOW) !== undefined) asked++;
    return asked;
  };
}

function repeatedColumns(columns: TouchColumns, times: number): TouchColumns {
  const { trigger, flags, begin, beginDay, beginSpan, settled, stops, stopKinds } = columns.rows;
  return {
    ...columns,
    count: columns.count * times,
    rows: {
      trigger: repeated(trigger, times),
      flags: repeated(flags, times),
      begin: repeated(begin, times),
      beginDay: repeated(beginDay, times),
      beginSpan: repeated(beginSpan, times),
      settled: repeated(settled, times),
      stops: repeated(stops, times),
      stopKinds,
    },
  };
}
