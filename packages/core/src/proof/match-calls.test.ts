import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ANN, BOB, MONDAY, makeFact } from '../../test/support/facts.ts';
import type { ActivityLogged, CallRecorded } from '../spine/fact.ts';
import { id } from '../spine/id.ts';
import { MINUTE, plus } from '../spine/instant.ts';
import { bestAssignment, type Flag, type Worth } from './best-assignment.ts';
import { matchCalls, worthOf } from './match-calls.ts';
import { standingFacts, standingRecords } from './standing-facts.ts';

it('finds an assignment as good as the best of all that there are', () => {
  fc.assert(
    fc.property(tableArb, ({ rows, columns, worth }) => {
      const chosen = bestAssignment(rows, columns, worth);
      const used = chosen.filter((column) => column !== undefined);
      expect(new Set(used).size).toBe(used.length);
      expect(sumOf(chosen, worth)).toEqual(bestOfAll(0, rows, columns, worth, new Set()));
    }),
    { numRuns: 300 },
  );
});

it('solves a table of a hundred rows in which each choice displaces others', () => {
  // Row i fits columns i and i + 1 alone, and the last row the first two: only one shift of all rows pairs everybody.
  const size = 100;
  const chosen = bestAssignment(size, size, (row, column) => {
    const wanted = row === size - 1 ? [0] : [row, row + 1];
    return wanted.includes(column) ? [1, 0, 0, column === row ? 0 : -1] : undefined;
  });
  expect(chosen).toEqual(Array.from({ length: size }, (_, row) => (row === size - 1 ? 0 : row + 1)));
});

it('pairs claims and records as well as any pairing could', () => {
  fc.assert(
    fc.property(callsArb, ({ claims, records }) => {
      const pairs = matchCalls(claims, records);
      const worth = (row: number, column: number) => worthOf(claims[row], records[column]);
      const chosen = claims.map((claim) => {
        const record = pairs.get(claim);
        return record === undefined ? undefined : records.indexOf(record);
      });
      expect(sumOf(chosen, worth)).toEqual(bestOfAll(0, claims.length, records.length, worth, new Set()));
    }),
    { numRuns: 300 },
  );
});

it('pairs a long chain of calls to one number', () => {
  const claims = Array.from({ length: 60 }, (_, i) => claimAt(`c${String(i).padStart(3, '0')}`, i * 10, 'p1'));
  const records = Array.from({ length: 60 }, (_, i) => recordAt(`r${String(i).padStart(3, '0')}`, i * 10 - 5, 'p1'));
  const pairs = matchCalls(standingFacts(claims), standingRecords(records));
  expect(pairs.size).toBe(60);
  for (const [claim, record] of pairs) expect(claim.at - record.at).toBe(5 * MINUTE);
});

// Helpers

type WorthOf = (row: number, column: number) => Worth | undefined;

const tableArb = fc
  .record({
    rows: fc.nat({ max: 4 }),
    columns: fc.nat({ max: 4 }),
    seeds: fc.array(fc.nat({ max: 80 }), { minLength: 16, maxLength: 16 }),
  })
  .map(({ rows, columns, seeds }) => ({
    rows,
    columns,
    worth: ((row, column) => {
      const seed = seeds[row * 4 + column] ?? 0;
      // A seventh of the pairs is impossible; the parts of the others are small, so that ties abound.
      return seed % 7 === 0 ? undefined : [flag(seed), 1, flag(seed / 3), -(seed % 5)];
    }) satisfies WorthOf as WorthOf,
  }));

const callsArb = fc
  .record({
    claims: fc.array(fc.tuple(fc.nat({ max: 90 }), fc.constantFrom('p1', 'p2')), { maxLength: 5 }),
    records: fc.array(fc.tuple(fc.nat({ max: 90 }), fc.constantFrom('p1', 'p2'), fc.boolean(), fc.boolean()), {
      maxLength: 5,
    }),
  })
  .map(({ claims, records }) => ({
    claims: standingFacts(claims.map(([minute, phone], i) => claimAt(`c${i}`, minute, phone))),
    records: standingRecords(
      records.map(([minute, phone, own, answered], i) => recordAt(`r${i}`, minute, phone, own, answered)),
    ),
  }));

function claimAt(name: string, minute: number, phone: string): ActivityLogged {
  const about = { id: name, at: plus(MONDAY, minute * MINUTE) };
  return makeFact('activity.logged', { phones: [id(phone)], disposition: 'spoke' }, about);
}

function recordAt(name: string, minute: number, phone: string, own = true, answered = true): CallRecorded {
  const about = { id: name, at: plus(MONDAY, minute * MINUTE) };
  const outcome = answered ? 'connected' : 'noAnswer';
  return makeFact(
    'call.recorded',
    { externalId: name, customerPhone: id(phone), memberId: own ? ANN : BOB, outcome },
    about,
  );
}

const flag = (value: number): Flag => (Math.floor(value) % 2 === 1 ? 1 : 0);

type Sum = readonly number[];
const NOTHING: Sum = [0, 0, 0, 0];
const plusWorth = (a: Sum, b: Sum): Sum => a.map((part, index) => part + (b[index] ?? 0));

function sumOf(chosen: readonly (number | undefined)[], worth: WorthOf): Sum {
  return chosen.reduce<Sum>((sum, column, row) => {
    const value = column === undefined ? NOTHING : worth(row, column);
    if (value === undefined) throw new Error('expected no pair that cannot be');
    return plusWorth(sum, value);
  }, NOTHING);
}

function isBetter(a: Sum, b: Sum): boolean {
  const first = a.findIndex((part, index) => part !== b[index]);
  return first >= 0 && (a[first] ?? 0) > (b[first] ?? 0);
}

/** Every way there is, one after the other: the oracle. */
function bestOfAll(row: number, rows: number, columns: number, worth: WorthOf, taken: ReadonlySet<number>): Sum {
  if (row === rows) return NOTHING;
  let best = bestOfAll(row + 1, rows, columns, worth, taken);
  for (let column = 0; column < columns; column += 1) {
    const value = taken.has(column) ? undefined : worth(row, column);
    if (value === undefined) continue;
    const sum = plusWorth(value, bestOfAll(row + 1, rows, columns, worth, new Set([...taken, column])));
    if (isBetter(sum, best)) best = sum;
  }
  return best;
}
