import { nextTouch, nextTouches, nextTouchOf, touchColumns, touchState } from '@beback/core';
import { expect, it } from 'vitest';
import { jsonRulesNextTouch } from './json-rules-next-touch.ts';
import { nextTouchFloor } from './next-touch-floor.ts';
import { NOW, opportunityPool } from './opportunity-pool.ts';

it('gives the same next touches by the floor, the batch, the single call and rules as data', async () => {
  const pool = opportunityPool(4000);
  const floor = nextTouchFloor(pool);
  let asked = 0;
  floor.run(NOW);
  for (const [s, { histories, plan, calendar }] of pool.entries()) {
    const people = plan.actionPlans.internet.filter(({ who }) => who !== 'automation').map(({ id }) => id);
    const next = nextTouches(touchColumns(histories, { plan, calendar }), NOW);
    const answer = floor.answers[s];
    if (answer === undefined) throw new Error('the floor has no answer');
    for (const [i, history] of histories.entries()) {
      const touch = nextTouchOf(history, { plan, calendar, now: NOW });
      const single = nextTouch(touchState(history, { plan, calendar }), NOW);
      expect(single?.step).toBe(touch?.step);
      expect(next.steps[next.step[i] as number]).toBe(touch?.step);
      expect(people[answer.step[i] as number]).toBe(touch?.step);
      if (touch === undefined) continue;
      asked++;
      expect([answer.from[i], answer.deadline[i]]).toEqual([touch.window.from, touch.window.deadline]);
      expect([single?.from, single?.deadline]).toEqual([touch.window.from, touch.window.deadline]);
      expect([next.from[i], next.deadline[i]]).toEqual([touch.window.from, touch.window.deadline]);
      expect(answer.late[i] === 1).toBe(touch.window.deadline <= NOW);
    }
  }
  expect(asked).toBeGreaterThan(2000);
  const rules = jsonRulesNextTouch(pool, 30);
  expect(await rules.run(NOW)).toEqual(Array.from(floor.answers[0]?.step.slice(0, 30) ?? []));
});
