import { expect, it } from 'vitest';
import { closeAll } from './close-all.ts';

const closers = (...failing: readonly string[]) => {
  const closed: string[] = [];
  const close = (name: string) => (): Promise<void> => {
    closed.push(name);
    return failing.includes(name) ? Promise.reject(new Error(name)) : Promise.resolve();
  };
  return { closed, all: ['database', 'clock', 'tick', 'server'].map(close) };
};

it('closes the last opened first, and nothing twice', async () => {
  const { closed, all } = closers();
  await closeAll(all);
  await closeAll(all);
  expect(closed).toEqual(['server', 'tick', 'clock', 'database']);
});

it('closes the rest when one fails, and then says so', async () => {
  const { closed, all } = closers('server');
  await expect(closeAll(all)).rejects.toThrow('server');
  expect(closed).toEqual(['server', 'tick', 'clock', 'database']);
});

it('tells of all that failed', async () => {
  const failure = await closeAll(closers('tick', 'server').all).catch((error: unknown) => error);
  expect(failure).toMatchObject({ errors: [new Error('server'), new Error('tick')] });
});
