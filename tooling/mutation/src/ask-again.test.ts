import { expect, it } from 'vitest';
import { wasNotTried, withoutWhatToAskAgain } from './ask-again.ts';

const NOT_STARTED = 'An error occurred outside of a test run: Error: [vitest-pool]: Failed to start threads worker';

it('asks again about survivors that no new test would be asked about, and about what was never tried', () => {
  const kept = [
    { id: '1', status: 'Survived' },
    { id: '2', status: 'Survived', static: false },
    { id: '3', status: 'Killed', static: true },
    { id: '4', status: 'NoCoverage' },
    { id: '5', status: 'RuntimeError', statusReason: 'The table is not defined' },
  ];
  const again = [
    { status: 'Survived', static: true },
    { status: 'RuntimeError', statusReason: NOT_STARTED },
  ];
  const report = { tests: [1], files: { 'x.ts': { source: 'x', mutants: [...kept, ...again] } } };
  expect(withoutWhatToAskAgain(report)).toEqual({ tests: [1], files: { 'x.ts': { source: 'x', mutants: kept } } });
});

it('takes for untried only what no worker could be started for', () => {
  expect(wasNotTried({ status: 'RuntimeError', statusReason: NOT_STARTED })).toBe(true);
  expect(wasNotTried({ status: 'RuntimeError' })).toBe(false);
  expect(wasNotTried({ status: 'Killed', statusReason: NOT_STARTED })).toBe(false);
});
