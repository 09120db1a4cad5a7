import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { placeProblems, tableRows } from './doc-tables.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const rowsOf = (file: string) => tableRows(readFileSync(join(root, file), 'utf8'));

it('reads rows without their head', () => {
  expect(tableRows('| id | what |\n|---|---|\n| A1 | x |\n| A2 | y |\n')).toEqual([
    ['A1', 'x'],
    ['A2', 'y'],
  ]);
});

it.each([
  ['`root` in `tooling/bootstrap/pins.mjs`', []],
  ['`tooling/bootstrap/pins.mjs`, `biome.json/`', ['biome.json/ does not exist']],
  ['`nothing` in `tooling/bootstrap/pins.mjs`', ['tooling/bootstrap/pins.mjs does not hold nothing']],
  ['`tooling/gone.ts`', ['tooling/gone.ts does not exist']],
  ['not yet: story S07', []],
  ['not yet', ['"not yet" names no file and no story']],
])('judges the place %s', (cell, problems) => {
  expect(placeProblems(root, cell)).toEqual(problems);
});

it('finds every word of the glossary where the glossary says, and each word once', () => {
  const rows = rowsOf('docs/glossary.md');
  expect(rows.length).toBeGreaterThan(50);
  expect(
    rows.flatMap(([word, , place = '']) => placeProblems(root, place).map((problem) => `${word}: ${problem}`)),
  ).toEqual([]);
  const words = rows.map(([word]) => word);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});
