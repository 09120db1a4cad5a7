import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MONDAY, makeFact, reordered } from '../../test/support/facts.ts';
import { HOUR, plus } from '../spine/instant.ts';
import { watermarksOf } from './standing-facts.ts';

const feed = (name: string, source: string, hours: number, corrects?: string) =>
  makeFact(
    'feed.completed',
    { source, until: plus(MONDAY, hours * HOUR) },
    { id: name, ...(corrects !== undefined && { corrects }) },
  );

it('takes the furthest declaration of each source, and names those that have sent nothing', () => {
  const feeds = [feed('a', 'pbx', 2), feed('b', 'cells', 1), feed('c', 'pbx', 1)];
  expect(watermarksOf(feeds, ['pbx', 'softphones'])).toEqual([
    { source: 'cells', until: plus(MONDAY, HOUR) },
    { source: 'pbx', until: plus(MONDAY, 2 * HOUR) },
    { source: 'softphones' },
  ]);
});

it('goes back when a declaration is corrected', () => {
  const feeds = [feed('a', 'pbx', 9), feed('b', 'pbx', 3, 'a')];
  expect(watermarksOf(feeds, [])).toEqual([{ source: 'pbx', until: plus(MONDAY, 3 * HOUR) }]);
});

it('gives the same in any order and however often each declaration arrives', () => {
  const feeds = [feed('a', 'pbx', 9), feed('b', 'pbx', 3, 'a'), feed('c', 'cells', 1), feed('d', 'cells', 4)];
  fc.assert(
    fc.property(reordered(feeds), (shuffled) => {
      expect(watermarksOf(shuffled, [])).toEqual(watermarksOf(feeds, []));
    }),
  );
});
