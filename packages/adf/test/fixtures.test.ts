import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAdf } from '../src/index.ts';

interface Expected {
  /** The codes that occur, sorted, each once. */
  readonly warnings: readonly string[];
  /** What the prospects hold at least; lists hold no more and no less. */
  readonly prospects: readonly Record<string, unknown>[];
}

const FOLDER = new URL('./fixtures/', import.meta.url);
const STORE = { country: 'US', zone: 'America/Chicago', receivedAt: '2026-11-21T15:00:00Z' };

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.xml'));

describe('each lead of test/fixtures', () => {
  it.each(files)('%s is read as its expected JSON says', (file) => {
    const expected = JSON.parse(
      readFileSync(new URL(file.replace('.xml', '.expected.json'), FOLDER), 'utf8'),
    ) as Expected;
    const document = parseAdf(readFileSync(new URL(file, FOLDER)), STORE);
    expect(document.prospects).toMatchObject(expected.prospects);
    expect([...new Set(document.warnings.map(({ code }) => code))].sort()).toEqual(expected.warnings);
    // The object is its own JSON form.
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('strict.xml holds nothing beyond what its expected JSON says', () => {
    const expected = JSON.parse(readFileSync(new URL('strict.expected.json', FOLDER), 'utf8')) as Expected;
    expect(parseAdf(readFileSync(new URL('strict.xml', FOLDER)), STORE).prospects).toEqual(expected.prospects);
  });
});
