import { describe, expect, it } from 'vitest';
import type { AcceptedMutant } from './accepted-mutants.ts';
import { folderResult, mutationScore, openSurvivors, staleAcceptances } from './folder-result.ts';
import type { Mutant, MutantOutcome } from './mutant.ts';

const DAY = '2026-11-22';

describe('folderResult', () => {
  it('counts each outcome, and leaves out what could not be run', () => {
    const mutants = (['killed', 'killed', 'timeout', 'survived', 'uncovered', 'invalid'] as const).map(mutant);
    expect(folderResult(DAY, mutants, [])).toEqual({
      date: DAY,
      mutants: 5,
      killed: 2,
      timeout: 1,
      survived: 1,
      uncovered: 1,
      accepted: 0,
    });
  });

  it('counts an accepted survivor as accepted alone, and a killed one as killed though it is on the list', () => {
    const mutants = [mutant('survived', 0), mutant('killed', 1)];
    expect(folderResult(DAY, mutants, [acceptedOf(0), acceptedOf(1)])).toMatchObject({
      mutants: 2,
      killed: 1,
      survived: 0,
      accepted: 1,
    });
  });
});

describe('mutationScore', () => {
  it('is the share of killed mutants and endless runs among all that a test can notice', () => {
    const outcomes = ['killed', 'timeout', 'survived', 'uncovered', 'survived'] as const;
    expect(mutationScore(folderResult(DAY, outcomes.map(mutant), []))).toBe(40);
    expect(mutationScore(folderResult(DAY, outcomes.map(mutant), [acceptedOf(4)]))).toBe(50);
  });

  it('is never rounded up to a bar', () => {
    const outcomes = Array.from({ length: 10_000 }, (_, i): MutantOutcome => (i < 8_499 ? 'killed' : 'survived'));
    expect(mutationScore(folderResult(DAY, outcomes.map(mutant), []))).toBe(84.9);
  });

  it('is full where nothing can be noticed', () => {
    expect(mutationScore(folderResult(DAY, [mutant('survived', 0)], [acceptedOf(0)]))).toBe(100);
    expect(mutationScore(folderResult(DAY, [], []))).toBe(100);
  });
});

it('names the survivors that a test is still to be written for', () => {
  const mutants = [mutant('survived', 0), mutant('uncovered', 1), mutant('killed', 2), mutant('timeout', 3)];
  expect(openSurvivors(mutants, [acceptedOf(0)])).toEqual([mutants[1]]);
});

it('names what is on the list though a test kills it or its code is gone', () => {
  const mutants = [mutant('survived', 0), mutant('killed', 1)];
  expect(staleAcceptances(mutants, [acceptedOf(0), acceptedOf(1), acceptedOf(2)])).toEqual([
    acceptedOf(1),
    acceptedOf(2),
  ]);
});

// Helpers

function mutant(outcome: MutantOutcome, index = 0): Mutant {
  return { file: 'x.ts', line: index, original: `a < ${index}`, replacement: `a <= ${index}`, outcome };
}

function acceptedOf(index: number): AcceptedMutant {
  const { file, original, replacement } = mutant('survived', index);
  return { folder: 'consent', file, original, replacement, why: 'no a is that small' };
}
