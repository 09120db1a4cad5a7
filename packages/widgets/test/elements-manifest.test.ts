import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeElements } from '../scripts/elements-manifest.ts';

const elements = describeElements().modules.map(({ path, declarations: [declaration] }) => ({ path, declaration }));
const textOf = (path: string): string =>
  readFileSync(join(import.meta.dirname, '..', path.replace(/^dist/, 'src').replace(/\.js$/, '.ts')), 'utf8');

describe('the manifest of elements', () => {
  it('knows every element', () => {
    expect(elements.map(({ declaration }) => declaration.tagName)).toEqual([
      'beback-board',
      'beback-lead-form',
      'beback-plan',
      'beback-survey',
      'beback-task-list',
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
});
