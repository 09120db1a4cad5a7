import { type ContactVerdict, planDay, reason } from '@beback/core';
import type { Benchmark } from './benchmark.ts';
import { planDayFloor } from './plan-day-floor.ts';
import { type StoreDay, storeDays } from './touch-pool.ts';

/** A million touches of 80 stores: eight of them, ten times over. */
const STORES = 8;
const TIMES = 10;
const TOUCHES = 12_500;

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
      { name: 'planDay', items: STORES * touches, run: plan(stores) },
      { name: 'planDay of 10 k', items: STORES * Math.floor(touches / 100), run: plan(few) },
    ],
    bars: [
      { of: 'planDay', than: 'a heap over typed arrays', atMost: 3 },
      { of: 'planDay', than: 'planDay of 10 k', atMost: 1.1, growth: 100 },
    ],
  };
}

function plan(stores: readonly StoreDay[]): () => number {
  return () => {
    let listed = 0;
    for (const { due, people, context } of stores) {
      const verdict: ContactVerdict = {
        kind: 'allowed',
        until: context.calendar.until,
        reasons: [reason('contact.noConsentNeeded')],
      };
      for (const { kind } of planDay(due, people, { ...context, verdictOf: () => verdict }))
        if (kind === 'listed') listed++;
    }
    return listed;
  };
}
