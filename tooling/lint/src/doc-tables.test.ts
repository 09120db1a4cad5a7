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
  ['not yet: story S07, S08', []],
  ['not yet: story', ['"not yet: story" names no file and no story']],
  ['`biome.json`; then story S07', []],
  ['`tooling/gone.ts`; then story S07', ['tooling/gone.ts does not exist']],
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

const practiceIds = Object.entries({ W: 11, I: 5, B: 7, J: 10, A: 5, C: 4 }).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, n) => `${letter}${n + 1}`),
);

it('gives every practice a place and a test, or the story that brings it', () => {
  const rows = rowsOf('docs/practices.md');
  expect(rows.map(([id]) => id)).toEqual(practiceIds);
  for (const [id, , place = '', test = ''] of rows) {
    expect([...placeProblems(root, place), ...placeProblems(root, test)].map((problem) => `${id}: ${problem}`)).toEqual(
      [],
    );
    expect(test, id).toMatch(/^not yet|\.test\.ts`/);
    expect(test.startsWith('not yet'), id).toBe(place.startsWith('not yet'));
  }
});
