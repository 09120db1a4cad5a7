import {
  addDays,
  type CompiledPlan,
  compilePlan,
  compileStoreCalendar,
  DAY_24H,
  day,
  dayNumberOf,
  dayOfNumber,
  defaultPlan,
  dueTouches,
  id,
  instant,
  isOpenDay,
  MINUTE,
  openingOf,
  type StoreCalendar,
} from '@beback/core';
import { type SimulatedEpisode, simulateGroup } from '@beback/simulator';
import type { Benchmark } from './benchmark.ts';

const today = day('2026-11-21');
const now = instant(Date.UTC(2026, 10, 21, 18));

/** What is due of each opportunity, against day arithmetic over typed arrays that knows neither reasons nor rules. */
export function dueTouchesOfOpportunities(): Benchmark {
  const { episodes, calendar, plan } = simulatedStore();
  const context = { plan, calendar, now };
  return {
    name: 'due touches, one opportunity at a time',
    unit: 'opportunities',
    items: episodes.length,
    floor: { name: 'typed arrays, day arithmetic', run: typedArrayFloor(episodes, calendar, plan) },
    contenders: [
      {
        name: 'dueTouches',
        run: () => {
          let touches = 0;
          for (const { history } of episodes) touches += dueTouches(history, context).length;
          return touches;
        },
      },
    ],
  };
}

// Helpers

function simulatedStore() {
  const plan = compilePlan(defaultPlan());
  if (!plan.ok) throw new Error('the default plan does not compile');
  const phoneKey = (_: unknown, e164: string) => id<'Phone'>(e164);
  const settings = { seed: 'benchmark', stores: 1, days: 60, leadsADay: 10, until: now, plan: plan.value, phoneKey };
  const { group, episodesOf } = simulateGroup(settings);
  const [store] = group.stores;
  if (store === undefined) throw new Error('the simulated group has no store');
  const calendar = compileStoreCalendar(store.hours, { from: addDays(today, -70), to: addDays(today, 400) });
  if (!calendar.ok) throw new Error('the simulated hours do not compile');
  return { episodes: episodesOf(0), calendar: calendar.value, plan: plan.value };
}

/** One table of the store's openings by day, one array of arrivals, one of step offsets: the least that could do it. */
function typedArrayFloor(
  episodes: readonly SimulatedEpisode[],
  calendar: StoreCalendar,
  plan: CompiledPlan,
): () => number {
  const arrivals = Float64Array.from(episodes, ({ start }) => start.arrival);
  const arrivalDays = Int32Array.from(
    episodes,
    ({ start }) => dayNumberOf(calendar, start.arrival) - calendar.firstDay,
  );
  const offsets = Float64Array.from(plan.actionPlans.internet, (step) => step.nominalMinutes * MINUTE);
  const openings = new Float64Array(calendar.lastDay - calendar.firstDay + 1);
  // From the back: a closed day opens when the next open one does.
  for (let i = openings.length - 1; i >= 0; i--) {
    const date = dayOfNumber(calendar.firstDay + i);
    const open = isOpenDay(calendar, date) ? openingOf(calendar, date)[0]?.from : undefined;
    openings[i] = open ?? openings[i + 1] ?? Number.POSITIVE_INFINITY;
  }
  return () => {
    let open = 0;
    for (let i = 0; i < arrivals.length; i++) {
      for (const offset of offsets) {
        const days = Math.floor(offset / DAY_24H);
        const opening = openings[(arrivalDays[i] ?? 0) + days] ?? 0;
        const due = days === 0 ? (arrivals[i] ?? 0) + offset : opening;
        if (due + DAY_24H > now) open++;
      }
    }
    return open;
  };
}
