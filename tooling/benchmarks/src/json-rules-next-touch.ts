import { Engine, type RuleProperties } from 'json-rules-engine';
import { deadlineOf, followerFrom, fromOf, type Rows, rowsOf, type Steps, stepsOf } from './next-touch-floor.ts';
import type { StorePool } from './opportunity-pool.ts';

const GIVEN_UP = 7 * 24 * 3_600_000;

/**
 * The same decision by json-rules-engine: one rule for each step, the earliest first, and an end at the first that
 * holds. When a step begins and is late is handed in as facts, reckoned as the floor does.
 */
export function jsonRulesNextTouch(pool: readonly StorePool[], sample: number) {
  const [store] = pool;
  if (store === undefined) throw new Error('the pool has no store');
  const rows = rowsOf({ ...store, histories: store.histories.slice(0, sample) });
  const steps = stepsOf(store.plan);
  const engine = new Engine(
    Array.from({ length: steps.count }, (_, k) => ruleOf(k, steps.count)),
    { allowUndefinedFacts: true },
  );
  engine.on('success', () => {
    engine.stop();
  });
  return {
    items: rows.begin.length,
    /** The place of each next step among those for people, -1 where there is none. */
    run: async (now: number): Promise<readonly number[]> => {
      const found: number[] = [];
      for (let i = 0; i < rows.begin.length; i++) {
        const { events } = await engine.run(factsOf(rows, steps, i, now));
        found.push(Number(events[0]?.params?.['step'] ?? -1));
      }
      return found;
    },
  };
}

function ruleOf(k: number, count: number): RuleProperties {
  return {
    priority: count - k,
    event: { type: 'due', params: { step: k } },
    conditions: {
      all: [
        { fact: `done${k}`, operator: 'equal', value: false },
        { fact: `endsAt${k}`, operator: 'greaterThan', value: { fact: 'now' } },
        { fact: `stoppedAt${k}`, operator: 'greaterThanInclusive', value: { fact: `deadline${k}` } },
        { fact: `stoppedAt${k}`, operator: 'greaterThan', value: { fact: 'now' } },
        { fact: `follower${k}`, operator: 'greaterThan', value: { fact: `from${k}` } },
        {
          any: [
            { fact: `deadline${k}`, operator: 'greaterThan', value: { fact: 'now' } },
            { fact: `follower${k}`, operator: 'greaterThan', value: { fact: 'now' } },
          ],
        },
      ],
    },
  };
}

function factsOf(rows: Rows, steps: Steps, i: number, now: number): Record<string, number | boolean> {
  const facts: Record<string, number | boolean> = { now };
  const reply = rows.replied[i] as number;
  for (let k = 0; k < steps.count; k++) {
    const next = Math.min(followerFrom(rows, steps, i, k), Number.MAX_VALUE);
    const deadline = deadlineOf(rows, steps, i, k);
    facts[`done${k}`] = (((rows.done[i] as number) >> k) & 1) === 1;
    facts[`from${k}`] = fromOf(rows, steps, i, k);
    facts[`deadline${k}`] = deadline;
    facts[`endsAt${k}`] = deadline + GIVEN_UP;
    // The engine takes no infinite number.
    facts[`stoppedAt${k}`] = steps.stopsOnReply[k] === 1 ? Math.min(reply, Number.MAX_VALUE) : Number.MAX_VALUE;
    facts[`follower${k}`] = reply <= next ? Number.MAX_VALUE : next;
  }
  return facts;
}
