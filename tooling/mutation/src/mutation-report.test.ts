import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../bootstrap/pins.mjs';
import { acceptedMutants } from './accepted-mutants.ts';
import type { FolderResult } from './folder-result.ts';
import { MUTATED_FOLDERS } from './folders.ts';
import { keptResults, reportFile } from './kept-results.ts';
import { mutationReport } from './mutation-report.ts';

it('says of a folder without a measurement that there is none', () => {
  const text = mutationReport({ consent: measured }, []);
  expect(text).toContain('| consent | 2026-11-22 | 10 | 8 | 1 | 1 | 0 | 0 | 90.0 % | met |');
  expect(text).toContain('| calendar | not yet |');
  expect(text).toContain('nothing is claimed of them: calendar, contact,');
  expect(text).not.toContain('them: consent');
});

it('says which folder misses the bar', () => {
  expect(mutationReport({ plan: { ...measured, killed: 7, survived: 2 } }, [])).toContain('| 80.0 % | missed |');
});

it('says so when every folder has been measured', () => {
  const all = Object.fromEntries(MUTATED_FOLDERS.map((folder) => [folder, measured]));
  expect(mutationReport(all, [])).toContain('Every folder has been measured.');
});

it('lists each accepted mutant on one line with why', () => {
  const entry = { file: 'x.ts', original: 'a ||\n  b', replacement: 'true', why: 'a is always true' };
  expect(mutationReport({}, [{ folder: 'consent', ...entry }])).toContain(
    '| consent | x.ts | `a \\|\\| b` | `true` | a is always true |',
  );
});

it('stands in docs/mutation.md as it follows from the kept results', () => {
  expect(readFileSync(reportFile, 'utf8')).toBe(mutationReport(keptResults(), acceptedMutants));
});

it('names folders and files of the core that are there', () => {
  const places = [...MUTATED_FOLDERS, ...acceptedMutants.map(({ folder, file }) => `${folder}/${file}`)];
  expect(places.filter((place) => !existsSync(join(root, 'packages/core/src', place)))).toEqual([]);
});

// Helpers

const measured: FolderResult = {
  date: '2026-11-22',
  mutants: 10,
  killed: 8,
  timeout: 1,
  survived: 1,
  uncovered: 0,
  accepted: 0,
};
