import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readOperationSources } from '../scripts/operation-sources.ts';
import { readSchema } from '../scripts/read-schema.ts';
import { renderOperations } from '../scripts/render-operations.ts';
import * as staff from '../src/index.ts';
import { type Operation, operationText } from '../src/index.ts';
import * as publicEntry from '../src/public.ts';

const schema = readSchema();
const sources = readOperationSources();
const rendered = renderOperations(schema, sources);
const generated = join(import.meta.dirname, '../src/generated');
const staffFile = join(import.meta.dirname, '../../../apps/api/staff-operations.json');
const trustedFile = join(import.meta.dirname, '../../../apps/api/trusted-operations.json');

describe('operations', () => {
  it.each(sources.operations.map((source) => [source.file, source]))('%s fits the schema', (_, source) => {
    expect(validate(schema, parse(source.document)).map((error) => error.message)).toEqual([]);
  });

  it('are generated from what stands in operations/ and in the schema now', () => {
    expect(readdirSync(generated).sort()).toEqual([...rendered.files.keys()].sort());
    for (const [name, text] of rendered.files) expect(readFileSync(join(generated, name), 'utf8')).toBe(text);
  });

  it('of the public widgets, and no others, are trusted by the server', () => {
    expect(existsSync(trustedFile)).toBe(true);
    expect(JSON.parse(readFileSync(trustedFile, 'utf8'))).toEqual(rendered.trusted);
    const shipped = Object.values(publicEntry).flatMap((value) => (isPublic(value) ? [value.id] : []));
    expect(shipped.sort()).toEqual(Object.keys(rendered.trusted).sort());
  });

  it('of the staff are known to the server, and no others', () => {
    expect(JSON.parse(readFileSync(staffFile, 'utf8'))).toEqual(rendered.staff);
    const shipped = sources.operations.filter(({ isPublic }) => !isPublic);
    expect(Object.values(rendered.staff).sort()).toEqual(shipped.map(({ document }) => document).sort());
  });

  it('of the staff are all exported, and can be had in words', async () => {
    const exported = Object.values<unknown>(staff).filter(isOperation);
    expect(exported.map(({ id }) => id).sort()).toEqual(Object.keys(rendered.staff).sort());
    for (const operation of exported) {
      const text = await operationText(operation);
      expect(text).toBe(rendered.staff[operation.id]);
      expect(text.startsWith(`${operation.kind} ${operation.name}`)).toBe(true);
    }
    await expect(operationText({ id: 'none', name: 'Other' })).rejects.toThrow(RangeError);
  });

  it('say in a sentence what they are for', () => {
    for (const source of sources.operations) expect(source.summary, source.file).toMatch(/\.$/);
  });
});

function isPublic(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value;
}

function isOperation(value: unknown): value is Pick<Operation<unknown, unknown>, 'kind' | 'name' | 'id'> {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}
