import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MONDAY, makeFact, STORE } from '../../test/support/facts.ts';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import { vectors } from '../../test/support/vectors.ts';
import type { Context } from '../plan/context.ts';
import type { ActivityLogged, CallOutcome, CallRecorded } from '../spine/fact.ts';
import { type Id, id } from '../spine/id.ts';
import { type Instant, MINUTE, plus, SECOND } from '../spine/instant.ts';
import type { Channel, Direction, Disposition } from '../spine/words.ts';
import type { Watermarks } from './proof-outcome.ts';
import { proveCalls } from './prove-calls.ts';
import { REASON_TEXTS } from './reason-texts.ts';

// Proving reads neither plan nor calendar nor clock: the feeds say what time has been accounted for.
const context = {} as Context;

interface ProofRow {
  readonly it: string;
  readonly claims: readonly {
    readonly id: string;
    readonly at: number;
    readonly member: string;
    readonly disposition: Disposition;
    readonly phones: readonly string[];
    readonly channel?: Channel;
    readonly corrects?: string;
  }[];
  readonly records: readonly {
    readonly id: string;
    readonly at: number;
    readonly phone: string;
    readonly outcome: CallOutcome;
    readonly direction: Direction;
    readonly totalSeconds: number;
    readonly talkSeconds?: number;
    readonly member?: string;
    readonly externalId?: string;
  }[];
  readonly watermarks: readonly {
    readonly source: string;
    readonly until?: number;
    readonly outages?: readonly { readonly from: number; readonly until: number }[];
  }[];
  readonly expected: readonly { readonly reason?: string; readonly data?: object }[];
}

it.each(vectors<ProofRow>('proof', 'prove-calls'))('$it', ({ claims, records, watermarks, expected }) => {
  const outcomes = proveCalls(claims.map(claimOf), records.map(recordOf), watermarks.map(watermarkOf), context);
  expect(outcomes).toMatchObject(expected.map(({ reason: _, data: __, ...row }) => row));
  expect(outcomes).toHaveLength(expected.length);
  outcomes.forEach((outcome, index) => {
    const { reason, data } = expected[index] ?? {};
    if (reason !== undefined) expect(outcome.reasons[0].code).toBe(reason);
    if (data !== undefined) expect(outcome.reasons[0].data).toEqual(data);
    for (const each of outcome.reasons) expectRenderable(REASON_TEXTS, each);
  });
});

it('ends in the same state however files are ordered, doubled or cut', () => {
  fc.assert(
    fc.property(storyArb, filesArb, filesArb, ({ claims, calls }, one, other) => {
      expect(outcomesAfter(claims, filesOf(calls, one))).toEqual(outcomesAfter(claims, filesOf(calls, other)));
    }),
  );
});

it('never documents two claims by one call, nor a claim by a call that cannot be its own', () => {
  fc.assert(
    fc.property(storyArb, ({ claims, calls }) => {
      const records = calls.map((call) => call.fact);
      const outcomes = proveCalls(claims, records, PASSED, context);
      const used = outcomes.flatMap((outcome) => ('record' in outcome ? [outcome.record] : []));
      expect(new Set(used).size).toBe(used.length);
      for (const outcome of outcomes) {
        if (!('record' in outcome)) continue;
        const claim = claims.find((each) => each.id === outcome.claim);
        const record = records.find((each) => each.id === outcome.record);
        expect(claim?.data.phones).toContain(record?.data.customerPhone);
        expect((record?.at ?? 0) - (claim?.at ?? 0)).toBeGreaterThanOrEqual(-60 * MINUTE);
        expect((record?.at ?? 0) - (claim?.at ?? 0)).toBeLessThanOrEqual(15 * MINUTE);
      }
    }),
  );
});

it('says nothing against anybody while the feed is behind, and nothing is pending once it has passed', () => {
  fc.assert(
    fc.property(storyArb, ({ claims, calls }) => {
      const records = calls.map((call) => call.fact);
      const callable = claims.filter(({ data }) => data.phones.length > 0);
      const early = proveCalls(callable, records, [{ source: 'pbx' }], context).map(({ kind }) => kind);
      const late = proveCalls(claims, records, PASSED, context).map(({ kind }) => kind);
      expect(early.filter((kind) => !['verified', 'verifiedOtherRep', 'pending'].includes(kind))).toEqual([]);
      expect(late).not.toContain('pending');
    }),
  );
});

it('says every outcome in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
});

// Helpers

const PASSED: Watermarks = [{ source: 'pbx', until: plus(MONDAY, 1000 * MINUTE) }];

const at = (seconds: number): Instant => plus(MONDAY, seconds * SECOND);

function claimOf(row: ProofRow['claims'][number]): ActivityLogged {
  const { member, disposition, phones, channel = 'call' } = row;
  return makeFact(
    'activity.logged',
    { memberId: id(member), disposition, channel, phones: phones.map((phone) => id(phone)) },
    { id: row.id, at: at(row.at), ...(row.corrects !== undefined && { corrects: row.corrects }) },
  );
}

function recordOf(row: ProofRow['records'][number]): CallRecorded {
  const { memberId: _, talkSeconds: __, ...usual } = makeFact('call.recorded').data;
  const { id: factId, at: seconds, phone, member, externalId = factId, ...data } = row;
  return {
    ...makeFact('call.recorded', {}, { id: factId, at: at(seconds) }),
    data: {
      ...usual,
      ...data,
      externalId,
      customerPhone: id(phone),
      ...(member && { memberId: id<'Member'>(member) }),
    },
  };
}

function watermarkOf({ source, until, outages }: ProofRow['watermarks'][number]): Watermarks[number] {
  return {
    source,
    ...(until !== undefined && { until: at(until) }),
    ...(outages && { outages: outages.map((span) => ({ from: at(span.from), until: at(span.until) })) }),
  };
}

interface Call {
  readonly externalId: string;
  readonly fact: CallRecorded;
}

/** A few claims and calls within two hours, on two numbers, by two people: they compete for each other. */
const storyArb = fc.record({
  claims: fc
    .array(
      fc.record({
        minute: fc.nat({ max: 120 }),
        phones: fc.subarray(['p1', 'p2']),
        member: fc.constantFrom('ann', 'bob'),
        disposition: fc.constantFrom<Disposition>('spoke', 'leftMessage', 'noAnswer'),
      }),
      { maxLength: 6 },
    )
    .map((rows) => rows.map((row, index) => claimOf({ ...row, id: `c${index}`, at: row.minute * 60 }))),
  calls: fc
    .array(
      fc.record({
        minute: fc.nat({ max: 120 }),
        phone: fc.constantFrom('p1', 'p2'),
        member: fc.constantFrom('ann', 'bob'),
        talkSeconds: fc.constantFrom(0, 5, 60),
        outcome: fc.constantFrom<CallOutcome>('connected', 'noAnswer'),
      }),
      { maxLength: 6 },
    )
    .map((rows): readonly Call[] =>
      rows.map(({ minute, ...row }, index) => ({
        externalId: `x${index}`,
        fact: recordOf({
          ...row,
          id: `x${index}`,
          at: minute * 60,
          direction: 'outbound',
          totalSeconds: row.talkSeconds + 9,
        }),
      })),
    ),
});

/** In which order calls arrive, and how often each: every call at least once. */
const filesArb = fc.record({ keys: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), again: fc.nat({ max: 63 }) });
type Files = typeof filesArb extends fc.Arbitrary<infer F> ? F : never;

/** Facts as a server would record them: an id and a time of recording by arrival, a double being another fact. */
function filesOf(calls: readonly Call[], { keys, again }: Files): readonly CallRecorded[] {
  const doubled = calls.filter((_, index) => (again >> index) % 2 === 1);
  return [...calls, ...doubled]
    .map(({ fact }, index) => ({ fact, key: keys[index] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ fact }, arrival) => ({ ...fact, id: id<'Fact'>(`arrival-${arrival}`), recordedAt: plus(MONDAY, arrival) }));
}

function outcomesAfter(claims: readonly ActivityLogged[], records: readonly CallRecorded[]): readonly object[] {
  const callOf = (record: Id<'Fact'>) => records.find((each) => each.id === record)?.data.externalId;
  return proveCalls(claims, records, PASSED, context).map((outcome) => ({
    claim: outcome.claim,
    kind: outcome.kind,
    ...('record' in outcome && { call: callOf(outcome.record) }),
  }));
}

it('holds claims of one store against no other store’s records', () => {
  const record = {
    ...recordOf({ id: 'r1', at: 0, phone: 'phone-1', outcome: 'connected', direction: 'outbound', totalSeconds: 60 }),
    storeId: id<'Store'>('store-2'),
  };
  const claim = makeFact('activity.logged', { disposition: 'spoke' });
  expect(claim.storeId).toBe(STORE);
  expect(proveCalls([claim], [record], PASSED, context)).toMatchObject([{ kind: 'unmatched' }]);
});
