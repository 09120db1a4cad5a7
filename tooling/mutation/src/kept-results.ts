import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../bootstrap/pins.mjs';
import { acceptedMutants } from './accepted-mutants.ts';
import type { FolderResult } from './folder-result.ts';
import type { MutatedFolder } from './folders.ts';
import { type FolderResults, mutationReport } from './mutation-report.ts';

const resultsFile = join(root, 'tooling/mutation/results.json');
/** Where a reader finds the results. */
export const reportFile: string = join(root, 'docs/mutation.md');

/** What the last runs measured, each folder on its own day. */
export function keptResults(): FolderResults {
  return JSON.parse(readFileSync(resultsFile, 'utf8'));
}

/** Keeps what a run measured in one folder, in place of what was known of it, and writes the report anew. */
export function keepResult(folder: MutatedFolder, result: FolderResult): void {
  const results = { ...keptResults(), [folder]: result };
  writeFileSync(resultsFile, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(reportFile, mutationReport(results, acceptedMutants));
}
