import { expect, it } from 'vitest';
import { undocumentedExports } from './documented.ts';

const index = (text: string) => ({ path: 'packages/adf/src/index.ts', text });
const source = (text: string) => ({ path: 'packages/adf/src/parse.ts', text });
const exportParse = index(`export { parse } from './parse.ts';`);

it('finds a public function without a comment', () => {
  expect(undocumentedExports([exportParse, source('export function parse() {}')])).toEqual([
    { path: 'packages/adf/src/parse.ts', message: 'parse is public and has no TSDoc comment' },
  ]);
});

it('finds a public class without a comment', () => {
  expect(undocumentedExports([exportParse, source('const x = 1;\nexport class parse {}')])).toHaveLength(1);
});

it('is content with a comment right before the function', () => {
  expect(undocumentedExports([exportParse, source('/** Reads. */\nexport async function parse() {}')])).toEqual([]);
});

it('does not take a comment farther up for the function’s', () => {
  const text = '/** Something else. */\nconst x = 1;\nexport function parse() {}';
  expect(undocumentedExports([exportParse, source(text)])).toHaveLength(1);
});

it('asks nothing of what the index does not export, nor of types', () => {
  const text = 'export function inner() {}\nexport interface Lead {}';
  expect(undocumentedExports([index(`export type { Lead } from './parse.ts';`), source(text)])).toEqual([]);
});
