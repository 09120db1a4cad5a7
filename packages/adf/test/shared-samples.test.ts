import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAdf, unwrapMail } from '../src/index.ts';

/** Leads of the field, kept outside of this repository; whoever has them beside it runs them, too. */
const FOLDER = new URL('../../../../shared/samples/adf/', import.meta.url);
const present = existsSync(FOLDER);
const STORE = { country: 'US', zone: 'America/New_York', receivedAt: '2026-11-21T15:00:00Z' };

type Row = Readonly<Record<string, unknown>>;

const VEHICLE_FIELDS = ['year', 'make', 'model', 'vin', 'stock', 'trim'] as const;

/** As the expectations are meant: white space and case of makes make no difference, absent is null. */
function norm(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').toLowerCase() : (value ?? null);
}

function listOf(row: Row | undefined, key: string): readonly Row[] {
  return (row?.[key] as readonly Row[] | undefined) ?? [];
}

/** The fields that an expectation names, of what was read. */
function view(like: Row, of: Row | undefined): unknown {
  const names = ['firstName', 'lastName', 'fullName', 'comments', 'vendor'].filter((key) => like[key] !== undefined);
  const date = of?.['requestDate'] as string | { local?: string } | null | undefined;
  return {
    names: names.map((key) => [key, norm(of?.[key])]),
    emails: like['emails'] === undefined ? null : [...((of?.['emails'] ?? []) as string[])].sort(),
    phones:
      like['phones'] === undefined
        ? null
        : listOf(of, 'phones')
            .map(({ e164 }) => e164 ?? null)
            .sort(),
    date:
      like['requestDate'] === undefined ? null : typeof date === 'string' ? Date.parse(date) : (date?.local ?? null),
    vehicles: ['vehicles', 'trades'].map((list) =>
      like[list] === undefined
        ? null
        : [
            listOf(of, list).length,
            listOf(like, list).map((wanted, i) =>
              VEHICLE_FIELDS.filter((key) => wanted[key] !== undefined).map((key) => norm(listOf(of, list)[i]?.[key])),
            ),
          ],
    ),
    ids: listOf(like, 'externalIds').map(
      ({ value }) => listOf(of, 'externalIds').find((id) => id['value'] === value)?.['value'],
    ),
  };
}

if (!present)
  console.info('shared-samples: no folder of sample leads beside the repository; only our own fixtures run');

describe.runIf(present)('the sample leads beside the repository', () => {
  const files = present ? readdirSync(FOLDER) : [];

  it.each(files.filter((file) => file.endsWith('.xml')))('%s is read as expected', (file) => {
    const expected = JSON.parse(readFileSync(new URL(file.replace('.xml', '.expected.json'), FOLDER), 'utf8')) as {
      readonly prospects: readonly Row[];
    };
    const { prospects } = parseAdf(readFileSync(new URL(file, FOLDER)), STORE);
    expect(prospects).toHaveLength(expected.prospects.length);
    expect(expected.prospects.map((like, i) => view(like, prospects[i] as unknown as Row))).toEqual(
      expected.prospects.map((like) => view(like, like)),
    );
  });

  it.each(files.filter((file) => file.endsWith('.eml')))('%s holds one lead', async (file) => {
    const { documents } = await unwrapMail(readFileSync(new URL(file, FOLDER)));
    expect(documents).toHaveLength(1);
    expect(parseAdf(documents[0] ?? '', STORE).prospects).toMatchObject([
      { lastName: 'Pérez', phones: [{ type: 'cellphone' }] },
    ]);
  });
});
