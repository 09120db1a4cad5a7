import { beforeEach, describe, expect, it } from 'vitest';
import { KeptList } from './kept-list.ts';

interface Item {
  readonly at: number;
  readonly id: string;
  readonly text?: string;
}

const list = new KeptList<Item>('test', 1000, ({ id }) => id);

beforeEach(() => localStorage.clear());

describe('KeptList', () => {
  it('keeps what is not dropped, and the later one of two with the same id', () => {
    list.keep({ id: 'a', at: 0 }, 0);
    list.keep({ id: 'b', at: 0 }, 0);
    list.keep({ id: 'a', at: 0, text: 'again' }, 0);
    expect(list.read(0)).toEqual([
      { id: 'b', at: 0 },
      { id: 'a', at: 0, text: 'again' },
    ]);
    list.drop('b', 0);
    expect(list.read(0)).toEqual([{ id: 'a', at: 0, text: 'again' }]);
  });

  it.each([
    [999, 2],
    [1000, 2],
    [1001, 1],
    [1002, 0],
  ])('remembers at %i so many: %i', (now, count) => {
    list.keep({ id: 'a', at: 0 }, 1);
    list.keep({ id: 'b', at: 1 }, 1);
    expect(list.read(now)).toHaveLength(count);
    expect(list.read(0)).toHaveLength(count);
  });

  it('leaves nothing behind when it is empty', () => {
    list.keep({ id: 'a', at: 0 }, 0);
    list.drop('a', 0);
    expect(localStorage).toHaveLength(0);
  });

  it.each(['no JSON', '{"at":0}', '7', 'null'])('takes %s for nothing, and keeps the next all the same', (text) => {
    localStorage.setItem('test', text);
    expect(list.read(0)).toEqual([]);
    list.keep({ id: 'a', at: 0 }, 0);
    expect(list.read(0)).toHaveLength(1);
  });
});
