/** What came out of a runner. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface PackageOutcome extends Totals {
  readonly folder: string;
  /** What a reader must know beyond the numbers: a crash, a file that could not be loaded, each skipped test. */
  readonly remarks: readonly string[];
}

/** The part of Vitest's JSON report that is read here. */
export interface VitestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Adds up one package's report. Nothing is taken for granted: no report is a failure, so is a test file that failed
 * before its first test, so is a run that failed although each of its tests passed (an error outside of them).
 */
export function packageOutcome(folder: string, report: VitestReport | undefined): PackageOutcome {
  if (report === undefined) {
    return { folder, passed: 0, failed: 1, skipped: 0, remarks: ['did not run to its end: no report'] };
  }
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = failedTests + brokenFiles.length;
  const failedOutside = !report.success && failed === 0;
  return {
    folder,
    passed,
    failed: failedOutside ? 1 : failed,
    skipped: skipped.length,
    remarks: [
      ...brokenFiles.map((file) => `failed outside its tests: ${file.name}: ${file.message ?? ''}`.trimEnd()),
      ...(failedOutside ? [tests.length === 0 ? 'holds no test' : 'failed, although each of its tests passed'] : []),
      ...skipped.map((test) => `skipped: ${test.fullName}`),
    ],
  };
}

/** The sum of several outcomes. */
export function sum(outcomes: readonly Totals[]): Totals {
  return outcomes.reduce<Totals>(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** `12 passed, 0 failed, 1 skipped` */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** One line a package, and below it what must be known about it. */
export function outcomeTable(outcomes: readonly PackageOutcome[]): string {
  const width = Math.max(...outcomes.map((outcome) => outcome.folder.length));
  return outcomes
    .flatMap((outcome) => [
      `${outcome.folder.padEnd(width)}  ${totalsLine(outcome)}`,
      ...outcome.remarks.map((remark) => `  ${remark}`),
    ])
    .join('\n');
}
