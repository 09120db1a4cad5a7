import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type StyleRules, styleRules } from './support/style-rules.ts';

// Style sheets are no modules: both sides are read as text.
const STYLES = new URL('../src/styles/', import.meta.url);
const WIDGETS = import.meta.resolve('@beback/widgets').replace(/index\.ts$/, 'tokens/');
const ours = (file: string): string => readFileSync(new URL(file, STYLES), 'utf8');
const theirs = (file: string): string => readFileSync(new URL(`${WIDGETS}${file}`), 'utf8');

describe('the pages’ tokens', () => {
  /** The pages' own; the widgets have no ground to stand on. */
  const OWN = ['--_ground', '--_shadow'];

  it('are those of every widget, all of them and none besides', () => {
    const widgets = theirs('tokens.styles.ts').split('export const staffTokens')[0] ?? '';
    const expected = tokensOf(styleRules(widgets), ':host');
    expect(expected.size).toBeGreaterThan(10);
    const found = tokensOf(styleRules(ours('tokens.css')), ':root');
    for (const name of OWN) expect(found.delete(name), name).toBe(true);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it('are where every colour of the pages is said', () => {
    const sheets = readdirSync(STYLES).filter((file) => file !== 'tokens.css');
    expect(sheets.length).toBeGreaterThan(3);
    const loose = sheets.flatMap((file) => [
      ...ours(file).matchAll(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(/gi),
    ]);
    expect(loose.map(([colour]) => colour)).toEqual([]);
  });
});

describe('the pages’ controls look as the widgets’ do:', () => {
  const pages = styleRules(ours('forms.css'));
  const buttons = styleRules(
    theirs('base.styles.ts').split('export const buttonStyles')[1]?.split('export const')[0] ?? '',
  );
  const forms = styleRules(theirs('form.styles.ts'));

  it.each([...buttons.keys()])('%s', (selector) => {
    expect(looks(pages, selector)).toEqual(looks(buttons, selector));
  });

  it.each(['.field', '.field input', 'label', 'legend', '.fault', '.fault:empty'])('%s', (selector) => {
    expect(looks(forms, selector)).not.toEqual({});
    expect(looks(pages, selector)).toMatchObject(looks(forms, selector));
  });
});

// Helpers

function looks(rules: StyleRules, selector: string): Readonly<Record<string, string>> {
  return Object.fromEntries(rules.get(selector) ?? []);
}

/** Custom properties; what a page may set (`var(--beback-…, value)`) counts by its value. */
function tokensOf(rules: StyleRules, selector: string): Map<string, string> {
  const declared = [...(rules.get(selector) ?? [])].filter(([name]) => name.startsWith('--_'));
  return new Map(
    declared.map(([name, value]) => [
      name,
      value.replace(/^var\(--beback-[\w-]+, ?(.*)\)$/, '$1').replaceAll('"', "'"),
    ]),
  );
}
