import { expect, it } from 'vitest';
import { outcomeTable, packageOutcome, sum, totalsLine } from './totals.ts';

const test = (status: string, fullName = 'counts') => ({ status, fullName });
const file = (status: string, ...assertionResults: ReturnType<typeof test>[]) => ({
  name: 'src/a.test.ts',
  status,
  assertionResults,
});

it('counts what passed, failed and was skipped', () => {
  const report = {
    success: false,
    testResults: [file('failed', test('passed'), test('failed'), test('skipped', 'on Citus'), test('todo', 'later'))],
  };
  expect(packageOutcome('packages/a', report)).toMatchObject({
    passed: 1,
    failed: 1,
    skipped: 2,
    remarks: ['skipped: on Citus', 'skipped: later'],
  });
});

it('takes a missing report for a failure', () => {
  expect(packageOutcome('packages/a', undefined)).toMatchObject({ passed: 0, failed: 1 });
});

it('counts a file that failed before its first test', () => {
  const broken = { ...file('failed'), message: 'Cannot find module' };
  const outcome = packageOutcome('packages/a', {
    success: false,
    testResults: [broken, file('passed', test('passed'))],
  });
  expect(outcome).toMatchObject({ passed: 1, failed: 1 });
  expect(outcome.remarks).toEqual(['failed outside its tests: src/a.test.ts: Cannot find module']);
});

it('counts a run that failed although each test passed', () => {
  const report = { success: false, testResults: [file('passed', test('passed'))] };
  expect(packageOutcome('packages/a', report)).toMatchObject({ passed: 1, failed: 1 });
});

it('counts a package without a test', () => {
  const outcome = packageOutcome('packages/a', { success: false, testResults: [] });
  expect(outcome).toMatchObject({ passed: 0, failed: 1, remarks: ['holds no test'] });
});

it('adds up packages and says so in one line', () => {
  const total = sum([
    { passed: 2, failed: 0, skipped: 1 },
    { passed: 3, failed: 1, skipped: 0 },
  ]);
  expect(totalsLine(total)).toBe('5 passed, 1 failed, 1 skipped');
});

it('shows each package with its remarks', () => {
  const table = outcomeTable([packageOutcome('packages/a', undefined)]);
  expect(table).toBe('packages/a  0 passed, 1 failed, 0 skipped\n  did not run to its end: no report');
});
