import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// Style sheets are no modules: both are read as text.
const ours = declarations(readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8'));
const source = import.meta.resolve('@beback/widgets').replace(/index\.ts$/, 'tokens/tokens.styles.ts');
const theirs = declarations(readFileSync(new URL(source), 'utf8'));

/** Custom properties with their values; what a page may set (`var(--beback-…, value)`) counts by its value. */
function declarations(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/(--_[\w-]+):\s*([^;]+);/g)];
  return new Map(
    found.map(([, name = '', value = '']) => [
      name,
      value.replace(/^var\(--beback-[\w-]+,\s*(.*)\)$/s, '$1').replaceAll('"', "'"),
    ]),
  );
}

it('dresses the pages in the widgets’ own colours, corners and letters', () => {
  expect(ours.size).toBeGreaterThan(10);
  for (const [name, value] of ours) expect([name, value]).toEqual([name, theirs.get(name)]);
});
