import { dueWorkHandlers } from '../../src/due-work-handlers.ts';
import { startTick } from '../../src/jobs/start-tick.ts';
import type { Resources } from '../../src/server/resources.ts';

/** Does all work that is due by the clock, as a worker would. A failure fails the test. */
export async function runDue(resources: Resources): Promise<number> {
  const { gateway, clock } = resources;
  const failures: unknown[] = [];
  const tick = startTick({
    gateway,
    clock,
    handlers: dueWorkHandlers(resources),
    failed: ({ error }) => failures.push(error),
    intervalMs: 2 ** 30,
  });
  try {
    const done = await tick.runDue();
    if (failures.length > 0) throw failures[0];
    return done;
  } finally {
    await tick.stop();
  }
}
