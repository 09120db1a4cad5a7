import { expect, it } from 'vitest';
import { chosen } from './chosen.ts';
import { MUTATED_FOLDERS } from './folders.ts';

it('means everything when nothing is named', () => {
  expect(chosen([])).toEqual({ parts: MUTATED_FOLDERS.map((folder) => ({ folder })), laws: true });
});

it('means the named folders and files alone, the folders in their own order', () => {
  expect(chosen(['plan', 'calendar/open-time.ts', 'consent'])).toEqual({
    parts: [{ folder: 'consent' }, { folder: 'calendar', file: 'open-time.ts' }, { folder: 'plan' }],
    laws: false,
  });
  expect(chosen(['laws'])).toEqual({ parts: [], laws: true });
  expect(chosen(['calendar/open-time.ts', 'calendar']).parts).toEqual([{ folder: 'calendar' }]);
});

it.each(['calender', 'calendar/none.ts', 'calendar/open-time.test.ts', 'calendar/../spine/day.ts', 'spine/day.ts'])(
  'knows nothing that is called %s',
  (name) => {
    expect(() => chosen([name])).toThrow(`Nothing is called "${name}"`);
  },
);
