import { describe, expect, it } from 'vitest';
import { DayStage } from '../../test/support/day-stage.ts';
import { at, makeTask } from '../../test/support/make.ts';
import { expectAccessible, textOf } from '../../test/support/page.ts';

describe('S12 half past three on the card', () => {
  it('says when a call is best made, and why then, until that hour has passed', async () => {
    const day = new DayStage();
    const reasons = [
      { code: 'cadence.dayAfterInternetLead', text: 'Day 1 after the Internet lead.' },
      { code: 'bestTime.leadHour', text: 'Best around 3:30 PM: at that hour the customer asked.' },
    ];
    const afternoon = { deadline: at('20:00'), best: at('15:30'), reasons };
    const gone = { deadline: at('20:00'), best: at('08:30'), reasons };
    const list = await day.show([
      makeTask(afternoon),
      makeTask({ id: 'task-2', customerName: 'Bo Ruiz', ...afternoon }),
      makeTask({ id: 'task-3', customerName: 'Cy Adler', ...gone }),
    ]);
    expect(textOf(list)).toContain('left Best around 3:30 PM: at that hour the customer asked. Why now Day 1 after');
    expect(textOf(list)).toContain('Bo Ruiz Day 1 after the Internet lead. Best at 3:30 PM');
    expect(textOf(list)).toContain('Cy Adler Day 1 after the Internet lead. Due by 8:00 PM');
    await expectAccessible(list);
  });
});
