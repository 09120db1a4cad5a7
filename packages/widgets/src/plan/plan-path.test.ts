import { describe, expect, it } from 'vitest';
import { formatPlanPath, parsePlanPath } from './plan-path.ts';

describe('a plan path', () => {
  it.each([
    '',
    'store/s1',
    'store/s1/version/2',
    'store/s1/version/2/step/internet-call-first',
    'version/3',
    'version/3/step/a',
  ])('reads “%s” and writes the same', (text) => expect(formatPlanPath(parsePlanPath(text))).toBe(text));

  it('keeps ids with signs of their own', () => {
    const path = { storeId: 'U3Rv/cmU6+==', version: 12, stepId: 'a b/c' };
    expect(parsePlanPath(formatPlanPath(path))).toEqual(path);
  });

  it.each([
    ['#store/s1', 'store/s1'],
    ['/store/s1/', 'store/s1'],
    ['store/s1/version/x', 'store/s1'],
    ['store/s1/version/0/step/a', 'store/s1'],
    ['store/s1/version/1.5', 'store/s1'],
    ['store/s1/step/a', 'store/s1'],
    ['version/2/store/s1', 'version/2'],
    ['store/s1/nothing/x', 'store/s1'],
    ['store', ''],
    ['store/%E0%A4%A', ''],
  ])('leads from %s to “%s”', (text, expected) => {
    expect(formatPlanPath(parsePlanPath(text))).toBe(expected);
  });
});
