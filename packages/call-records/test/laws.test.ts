import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTwilioCsv } from '../src/index.ts';

const US = { country: 'US' };
const HEADER = [
  'sid',
  'parent_call_sid',
  'from',
  'to',
  'status',
  'direction',
  'start_time',
  'end_time',
  'duration',
  'answered_by',
];

describe('a file of calls', () => {
  it('gives the same records in any order of rows and columns', () => {
    fc.assert(
      fc.property(fileArb, fc.integer(), fc.boolean(), (rows, seed, quoted) => {
        const plain = readTwilioCsv(toCsv(HEADER, rows, false), US);
        const columns = shuffle(HEADER, seed);
        const mixed = readTwilioCsv(toCsv(columns, shuffle(rows, seed + 1), quoted), US);
        expect(mixed.records).toEqual(plain.records);
        expect(mixed.problems.map(({ code, field }) => `${code} ${field}`).sort()).toEqual(
          plain.problems.map(({ code, field }) => `${code} ${field}`).sort(),
        );
      }),
    );
  });

  it('gives the same records when rows stand there twice', () => {
    fc.assert(
      fc.property(fileArb, fc.nat(20), (rows, count) => {
        const again = rows.slice(0, count);
        const once = readTwilioCsv(toCsv(HEADER, rows, false), US);
        const twice = readTwilioCsv(toCsv(HEADER, [...rows, ...again], false), US);
        expect(twice.records).toEqual(once.records);
        expect(new Set(twice.records.map(({ externalId }) => externalId)).size).toBe(twice.records.length);
      }),
    );
  });

  it('loses no row to garbage in other rows', () => {
    const garbageArb = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, ' ')),
      fc.constantFrom(
        '"',
        '""',
        '"a',
        'a"b,c',
        '"a"b',
        ',,,,,,,,,',
        ',,,,,,,,,,,,,',
        '"\t",";',
        '\\"',
        `${'x,'.repeat(9)}"y`,
      ),
    );
    fc.assert(
      fc.property(
        fileArb,
        fc.array(fc.tuple(garbageArb, fc.nat(12)), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (rows, garbage, quoted) => {
          const lines = toCsv(HEADER, rows, quoted).split('\n');
          const clean = readTwilioCsv(lines.join('\n'), US);
          const dirty = [...lines];
          for (const [text, at] of garbage) dirty.splice(1 + (at % dirty.length), 0, text);
          expect(readTwilioCsv(dirty.join('\n'), US).records).toEqual(clean.records);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('accounts for every row', () => {
    fc.assert(
      fc.property(fileArb, (rows) => {
        const { records, problems, repeated, legs, rows: count } = readTwilioCsv(toCsv(HEADER, rows, true), US);
        expect(count).toBe(rows.length);
        expect(records.length + problems.length + repeated + legs).toBe(rows.length);
      }),
    );
  });

  it('gives numbers in E.164, seconds that are not negative, and its own JSON form', () => {
    fc.assert(
      fc.property(fileArb, (rows) => {
        const file = readTwilioCsv(toCsv(HEADER, rows, false), US);
        expect(JSON.parse(JSON.stringify(file))).toEqual(file);
        for (const { customerNumber, totalSeconds, talkSeconds, ringSeconds } of file.records) {
          expect(customerNumber).toMatch(/^\+\d{7,15}$/);
          expect(totalSeconds).toBeGreaterThanOrEqual((talkSeconds ?? 0) + (ringSeconds ?? 0));
          expect(Math.min(totalSeconds, talkSeconds ?? 0, ringSeconds ?? 0)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('never throws at bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readTwilioCsv(bytes, US)));
    fc.assert(
      fc.property(fileArb, fc.nat(3000), fc.nat(255), (rows, at, byte) => {
        const bytes = new TextEncoder().encode(toCsv(HEADER, rows, true));
        bytes[at % bytes.length] = byte;
        readTwilioCsv(bytes, US);
      }),
    );
  });
});

// Helpers

type Row = Readonly<Record<string, string>>;

const endArb = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 100, max: 199 }).map((last) => `+13125550${last}`) },
  { weight: 1, arbitrary: fc.constantFrom('client:ines', 'anonymous', '', 'nonsense') },
);
const timeArb = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
  .map((time) => new Date(Math.floor(time / 1000) * 1000));

const legArb = fc.record({
  from: endArb,
  to: endArb,
  status: fc.constantFrom(
    'completed',
    'completed',
    'completed',
    'busy',
    'no-answer',
    'failed',
    'canceled',
    'ringing',
    'odd',
  ),
  direction: fc.constantFrom('inbound', 'outbound-api', 'outbound-dial'),
  start: timeArb,
  duration: fc.integer({ min: 0, max: 900 }),
  more: fc.integer({ min: 0, max: 30 }),
  answered_by: fc.constantFrom('', 'human', 'machine_start', 'machine_end_beep'),
});

/** Calls of one to three legs. */
const fileArb: fc.Arbitrary<readonly Row[]> = fc
  .array(fc.array(legArb, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((calls) =>
    calls.flatMap((legs, call) =>
      legs.map(({ start, more, duration, ...leg }, i) => ({
        ...leg,
        sid: `CA${call}${i}`,
        parent_call_sid: i === 0 ? '' : `CA${call}0`,
        start_time: i % 2 === 0 ? start.toUTCString() : start.toISOString(),
        end_time: new Date(start.getTime() + (duration + more) * 1000).toISOString(),
        duration: String(duration),
      })),
    ),
  );

function toCsv(columns: readonly string[], rows: readonly Row[], quoted: boolean): string {
  const field = (text: string): string => (quoted || text.includes(',') ? `"${text}"` : text);
  return [columns.join(','), ...rows.map((row) => columns.map((column) => field(row[column] ?? '')).join(','))].join(
    '\n',
  );
}

function shuffle<T>(list: readonly T[], seed: number): readonly T[] {
  return list
    .map((item, i) => ({ item, key: Math.imul(seed + i * 7919, 2654435761) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
