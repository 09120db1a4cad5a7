import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle } from '../scripts/bundle.ts';
import { describeEmbed, type EmbedManifest } from '../scripts/embed-manifest.ts';

let loaders: readonly Bundle[];
let manifest: EmbedManifest;

beforeAll(async () => {
  loaders = [await bundle('embed.ts', 'beback.js'), await bundle('staff.ts', 'beback-staff.js')];
  manifest = describeEmbed('1.2.3', loaders);
}, 60_000);

describe('the bundles for pages', () => {
  it('offers the public elements by one loader and the staff’s by another', () => {
    expect(Object.entries(manifest.elements).map(([tag, { files }]) => [tag, files[0]])).toEqual([
      ['beback-lead-form', 'beback.js'],
      ['beback-preferences', 'beback.js'],
      ['beback-survey', 'beback.js'],
      ['beback-board', 'beback-staff.js'],
      ['beback-day-sheet', 'beback-staff.js'],
      ['beback-evidence', 'beback-staff.js'],
      ['beback-key-in', 'beback-staff.js'],
      ['beback-ledger', 'beback-staff.js'],
      ['beback-morning', 'beback-staff.js'],
      ['beback-plan', 'beback-staff.js'],
      ['beback-plan-editor', 'beback-staff.js'],
      ['beback-task-list', 'beback-staff.js'],
      ['beback-trial', 'beback-staff.js'],
      ['beback-while-away', 'beback-staff.js'],
    ]);
  });

  it('keeps the loaders small, for they are asked for on every page', () => {
    for (const [loader] of loaders) expect(manifest.files[loader.name]?.brotli).toBeLessThan(600);
  });

  it.each([
    ['beback-lead-form', 12],
    ['beback-preferences', 11],
    ['beback-survey', 10.25],
  ])('shows <%s> for at most %s KiB', (tag, most) => {
    expect(manifest.elements[tag]?.brotli).toBeLessThanOrEqual(most * 1024);
  });

  it('names each other file by its content', () => {
    for (const [, ...others] of loaders) {
      for (const { name } of others) expect(name).toMatch(/^[a-z-]+-[\w-]{8}\.js$/);
    }
  });

  it('gives each file the hash by which a page may pin it', () => {
    for (const { name, code } of loaders.flat()) {
      const digest = createHash('sha384').update(code).digest('base64');
      expect(manifest.files[name]?.integrity).toBe(`sha384-${digest}`);
    }
  });

  it('asks for nothing that a browser lacks', () => {
    for (const { name, code } of loaders.flat()) expect(code.includes('process.env'), name).toBe(false);
  });

  it('imports nothing but its own files', () => {
    for (const built of loaders) {
      const names = built.map(({ name }) => name);
      expect(
        built.flatMap(({ imports, later }) => [...imports, ...later]).filter((name) => !names.includes(name)),
      ).toEqual([]);
    }
  });

  it('brings one Lit to the elements of a page, for a strict page allows one policy of its name', () => {
    for (const built of loaders) {
      expect(built.filter(({ code }) => code.includes('createPolicy'))).toHaveLength(1);
    }
  });

  it('brings no GraphQL client to visitors', () => {
    const [visitors = []] = loaders;
    for (const { code } of visitors) expect(code).not.toMatch(/urql|query \w+\(/i);
  });

  it('leaves the words of operations to a file that no element needs: servers know them by their ids', () => {
    const wordy = loaders.flat().filter(({ code }) => /(query|mutation|subscription) \w+(\(|\{)/.test(code));
    expect(wordy.map(({ name }) => name)).toEqual([expect.stringMatching(/^texts-/)]);
    const needed = Object.values(manifest.elements).flatMap(({ files }) => files);
    expect(needed).not.toContain(wordy[0]?.name);
  });

  it('leaves Spanish and French to pages that speak them', () => {
    const { files } = manifest.elements['beback-lead-form'] ?? {};
    expect(files?.some((name) => /-(es|fr)-/.test(name))).toBe(false);
    expect(loaders.flat().map(({ source }) => source)).toContain('lead-form/lead-form.es.ts');
  });
});
