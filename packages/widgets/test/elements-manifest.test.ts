import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeElements } from '../scripts/elements-manifest.ts';

const elements = describeElements().modules.map(({ path, declarations: [declaration] }) => ({ path, declaration }));
const home = join(import.meta.dirname, '..');
const sourceOf = (path: string): string => join(home, path.replace(/^dist/, 'src').replace(/\.js$/, '.ts'));
const textOf = (path: string): string => readFileSync(sourceOf(path), 'utf8');
/** What the files of a folder of `src/` say, without their tests. */
const codeIn = (folder: string): string =>
  readdirSync(folder)
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
const found = (pattern: RegExp, text: string): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
const namesOf = (named: readonly { readonly name: string }[]): readonly string[] =>
  named.map(({ name }) => name).sort();
const readme = readFileSync(join(home, 'README.md'), 'utf8');

describe('the manifest of elements', () => {
  it('knows every element', () => {
    expect(elements.map(({ declaration }) => declaration.tagName)).toEqual([
      'beback-board',
      'beback-day-sheet',
      'beback-evidence',
      'beback-key-in',
      'beback-lead-form',
      'beback-ledger',
      'beback-morning',
      'beback-plan-editor',
      'beback-plan',
      'beback-preferences',
      'beback-survey',
      'beback-task-list',
      'beback-trial',
      'beback-while-away',
    ]);
  });

  it.each(elements)('lists the attributes that $declaration.tagName has, and no others', ({ path, declaration }) => {
    const [, own = ''] = /static override properties[^{]*\{([\s\S]*?)\n {2}\};/.exec(textOf(path)) ?? [];
    const inherited = textOf(path).includes('extends StaffElement') ? ['api', 'sign-in-href'] : [];
    const attributes = [...own.matchAll(/^ {4}(\w+): (\{.*\}),$/gm)]
      .filter(([, , options = '']) => !options.includes('attribute: false') && !options.includes('state: true'))
      .map(([, name, options = '']) => /attribute: '([\w-]+)'/.exec(options)?.[1] ?? name);
    const expected = [...attributes, ...inherited, 'locale', 'theme'].sort();
    expect(declaration.attributes.map(({ name }) => name).sort()).toEqual(expected);
  });

  it.each(elements)('names what $declaration.tagName fires by the type that is heard', ({ declaration }) => {
    expect(declaration.events.length).toBeGreaterThan(0);
    for (const { name, type } of declaration.events) {
      expect(name).toMatch(/^(beback-[a-z-]+|asc_form_\w+)$/);
      expect(type?.text).toMatch(/Event$/);
    }
  });

  it.each(elements)('lists every event that $declaration.tagName fires, and no others', ({ path, declaration }) => {
    const inherited = textOf(path).includes('extends StaffElement') ? codeIn(join(home, 'src/staff')) : '';
    const fired = found(/\bnew (\w+Event)\(/g, codeIn(dirname(sourceOf(path))) + inherited);
    expect([...new Set(declaration.events.map(({ type }) => type?.text))].sort()).toEqual(fired);
  });

  it.each(elements)(
    'lists every custom property that $declaration.tagName heeds, and no others',
    ({ path, declaration }) => {
      const styles = codeIn(dirname(sourceOf(path))) + codeIn(join(home, 'src/tokens'));
      expect(namesOf(declaration.cssProperties)).toEqual(found(/var\((--beback-[\w-]+)/g, styles));
    },
  );

  it.each(elements)(
    'lists what a script may set on $declaration.tagName beside its attributes',
    ({ path, declaration }) => {
      const staff = textOf(path).includes('extends StaffElement') ? ['client', 'token'] : [];
      expect(namesOf(declaration.members)).toEqual([...staff, 'now'].sort());
    },
  );
});

describe('the README', () => {
  it.each(elements)('names the attributes of $declaration.tagName', ({ declaration }) => {
    const [, row = ''] = new RegExp(`^\\| \`<${declaration.tagName}>\`.*\\|(.*)\\|$`, 'm').exec(readme) ?? [];
    expect(found(/`([\w-]+)`/g, row)).toEqual(namesOf(declaration.attributes));
  });

  it('names the custom properties, the loaders and what a script may set', () => {
    const all = new Set(elements.flatMap(({ declaration }) => namesOf(declaration.cssProperties)));
    for (const name of all) expect(readme).toContain(`\`${name}\``);
    for (const loader of ['beback.js', 'beback-staff.js']) expect(readme).toContain(`/${loader}"`);
    for (const name of ['client', 'token']) expect(readme).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
