import { describe, expect, it } from 'vitest';
import { formatPath, parentOf, parsePath } from './board-path.ts';

const FULL = 'store/s1/department/d1/member/m1/activity/a1';

describe('a board path', () => {
  it.each(['', 'store/s1', 'store/s1/department/d1', 'store/s1/department/d1/member/m1', FULL])(
    'reads “%s” and writes the same',
    (text) => expect(formatPath(parsePath(text))).toBe(text),
  );

  it('keeps ids with signs of their own', () => {
    const path = { storeId: 'U3Rv/cmU6+==', departmentId: 'a b' };
    expect(parsePath(formatPath(path))).toEqual(path);
  });

  it.each([
    ['#store/s1', 'store/s1'],
    ['/store/s1/', 'store/s1'],
    ['store/s1/nothing/x', 'store/s1'],
    ['store', ''],
    ['member/m1', ''],
    ['store/%E0%A4%A', ''],
  ])('leads from %s to “%s”', (text, expected) => {
    expect(formatPath(parsePath(text))).toBe(expected);
  });

  it('goes up level by level and stops at the group', () => {
    const ups: string[] = [];
    let path = parsePath(FULL);
    for (let step = 0; step < 5; step++) {
      path = parentOf(path);
      ups.push(formatPath(path));
    }
    expect(ups).toEqual(['store/s1/department/d1/member/m1', 'store/s1/department/d1', 'store/s1', '', '']);
  });
});
