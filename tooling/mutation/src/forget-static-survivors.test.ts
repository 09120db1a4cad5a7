import { expect, it } from 'vitest';
import { forgetStaticSurvivors } from './forget-static-survivors.ts';

it('forgets the survivors that no new test would be asked about, and nothing else', () => {
  const kept = [
    { id: '1', status: 'Survived' },
    { id: '2', status: 'Survived', static: false },
    { id: '3', status: 'Killed', static: true },
    { id: '4', status: 'NoCoverage' },
  ];
  const report = {
    tests: [1],
    files: { 'x.ts': { source: 'x', mutants: [...kept, { status: 'Survived', static: true }] } },
  };
  expect(forgetStaticSurvivors(report)).toEqual({ tests: [1], files: { 'x.ts': { source: 'x', mutants: kept } } });
});
