import type { FindingView } from '@beback/client';
import { describe, expect, it } from 'vitest';
import { makeFinding } from '../../test/support/board-make.ts';
import { foldAlike } from './alike-findings.ts';

const internet: NonNullable<FindingView['department']> = { id: 'department-9', kind: 'internet', name: 'Internet' };
const late = (id: string, department = internet) => makeFinding({ id, kind: 'responseOverdue', department });
const idsOf = (findings: Parameters<typeof foldAlike>[0]) =>
  foldAlike(findings).map((group) => group.map(({ id }) => id));

describe('folding findings that are alike', () => {
  it('tells three waiting leads of one department as one, at the place of the first', () => {
    expect(idsOf([late('a'), makeFinding({ id: 'b' }), late('c'), late('d')])).toEqual([['a', 'c', 'd'], ['b']]);
  });

  it('leaves two as they are, each by itself', () => {
    expect(idsOf([late('a'), late('b')])).toEqual([['a'], ['b']]);
  });

  it('keeps departments apart', () => {
    const sales = { ...internet, id: 'department-1', name: 'Sales' };
    expect(idsOf([late('a'), late('b'), late('c'), late('d', sales)])).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('never folds what is said of a department as a whole', () => {
    const skipping = ['a', 'b', 'c'].map((id) => makeFinding({ id, kind: 'skippingCalls' }));
    expect(idsOf(skipping)).toEqual([['a'], ['b'], ['c']]);
  });
});
