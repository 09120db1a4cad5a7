import { expect, it } from 'vitest';
import { createGate } from './gate.ts';

const LONG_MS = 60_000;

it('lets one in at a time, in order of arrival', async () => {
  const gate = createGate(LONG_MS);
  const order: number[] = [];
  let inside = 0;
  await Promise.all(
    [1, 2, 3, 4, 5].map(async (caller) => {
      const leave = await gate.enter();
      inside += 1;
      expect(inside).toBe(1);
      await Promise.resolve();
      order.push(caller);
      inside -= 1;
      leave();
      leave();
    }),
  );
  expect(order).toEqual([1, 2, 3, 4, 5]);
});

it('turns away who has waited too long, and lets the next one in', async () => {
  const gate = createGate(5);
  const leave = await gate.enter();
  await expect(gate.enter()).rejects.toMatchObject({ sqlState: '53300' });
  leave();
  (await gate.enter())();
});

it('waits for the one inside when it closes, and turns away all others', async () => {
  const gate = createGate(LONG_MS);
  const leave = await gate.enter();
  const waiting = gate.enter();
  const closed = gate.close();
  await expect(waiting).rejects.toThrow('closing');
  await expect(gate.enter()).rejects.toThrow('closed');
  leave();
  await closed;
});
