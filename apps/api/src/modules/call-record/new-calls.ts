import type { CallRecord } from '@beback/call-records';
import { type CallRecorded, DAY_24H, type Id, type Instant, instant, type PhoneKey } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { type SqlParameter, statement } from '../../database/statement.ts';
import type { MatchKeys } from '../../secrets/keys.ts';
import { FACT_COLUMNS, type FactRow, readFact } from '../fact/fact-row.ts';
import { recordFacts } from '../fact/record-facts.ts';

/** Where a file's records belong. */
export interface CallSource {
  readonly storeId: string;
  /** The store's name of its phone system. */
  readonly source: string;
}

const PHONE_USERS = statement(
  'people of a phone system',
  'select agent_ref as "agentRef", member_id as "memberId" from phone_user where group_id = $1 and store_id = $2 and source = $3',
);

const KNOWN = statement(
  'known calls of a source',
  `select ${FACT_COLUMNS}
     from fact f
    where f.group_id = $1 and f.store_id = $2 and f.kind = 'call.recorded' and f.at >= $4 and f.at <= $5
      and f.data ->> 'source' = $3`,
);

const COLUMNS = 12;
const MOST_ROWS = 400;

/**
 * Records the calls of a file that are not known yet. A call is known by its source's id: told again in the same words
 * it is passed over; told otherwise (it was still going on, its person was not known) it is recorded as told, and core
 * decides which version counts.
 *
 * @returns the calls recorded now
 */
export async function recordNewCalls(
  tx: GroupTransaction,
  matchKeys: MatchKeys,
  source: CallSource,
  records: readonly CallRecord[],
  now: Instant,
): Promise<readonly CallRecorded[]> {
  const memberOf = await personFinder(tx, source);
  const known = await knownCalls(tx, source, records);
  const calls = records.flatMap((record): CallRecorded[] => {
    const call = callOf(record, memberOf(record), tx.groupId, matchKeys, source, now);
    const versions = known.get(record.externalId) ?? [];
    if (versions.some((version) => contentOf(version) === contentOf(call))) return [];
    const unnamed = versions.find((version) => contentOf(named(version, call)) === contentOf(call));
    return [unnamed === undefined ? call : { ...call, corrects: unnamed.id }];
  });
  await recordFacts(tx, calls);
  await insertCalls(tx, calls);
  return calls;
}

/** Extension, user or own number in the phone system to the person, as the store has mapped them. */
async function personFinder(
  tx: GroupTransaction,
  { storeId, source }: CallSource,
): Promise<(record: CallRecord) => Id<'Member'> | undefined> {
  const rows = await tx.sql<{ agentRef: string; memberId: Id<'Member'> }>(PHONE_USERS, [tx.groupId, storeId, source]);
  const people = new Map(rows.map(({ agentRef, memberId }) => [agentRef, memberId]));
  return ({ agentRef, agentNumber }) => people.get(agentRef ?? '') ?? people.get(agentNumber ?? '');
}

/** What is recorded of these calls, by their source's id. A version may give the start a little otherwise. */
async function knownCalls(
  tx: GroupTransaction,
  { storeId, source }: CallSource,
  records: readonly CallRecord[],
): Promise<ReadonlyMap<string, readonly CallRecorded[]>> {
  const [first, last] = [records[0], records.at(-1)];
  const versions = new Map<string, CallRecorded[]>();
  if (first === undefined || last === undefined) return versions;
  const [from, until] = [new Date(first.startedAt - DAY_24H), new Date(last.startedAt + DAY_24H)];
  for (const row of await tx.sql<FactRow>(KNOWN, [tx.groupId, storeId, source, from, until])) {
    const call = readFact(row) as CallRecorded;
    const { externalId } = call.data;
    versions.set(externalId, [...(versions.get(externalId) ?? []), call]);
  }
  return versions;
}

function callOf(
  record: CallRecord,
  memberId: Id<'Member'> | undefined,
  groupId: string,
  matchKeys: MatchKeys,
  { storeId, source }: CallSource,
  now: Instant,
): CallRecorded {
  const { externalId, direction, talkSeconds, totalSeconds, outcome, startedAt } = record;
  return {
    kind: 'call.recorded',
    id: newId() as Id<'Fact'>,
    storeId: storeId as Id<'Store'>,
    at: instant(startedAt),
    recordedAt: now,
    data: {
      source,
      externalId,
      direction,
      customerPhone: matchKeys.phoneKey(groupId, record.customerNumber) as PhoneKey,
      ...(memberId !== undefined && { memberId }),
      ...(talkSeconds !== undefined && { talkSeconds }),
      totalSeconds,
      outcome,
    },
  };
}

/** An unnamed version with the person whom the other one names. */
function named(version: CallRecorded, { data: { memberId } }: CallRecorded): CallRecorded {
  if (version.data.memberId !== undefined || memberId === undefined) return version;
  return { ...version, data: { ...version.data, memberId } };
}

function contentOf({ at, data }: CallRecorded): string {
  const { direction, customerPhone, memberId, talkSeconds, totalSeconds, outcome } = data;
  return JSON.stringify([at, direction, customerPhone, memberId, talkSeconds, totalSeconds, outcome]);
}

/** One row a call, of its first version: under the id of the fact. */
async function insertCalls(tx: GroupTransaction, calls: readonly CallRecorded[]): Promise<void> {
  for (let from = 0; from < calls.length; from += MOST_ROWS) await insertSome(tx, calls.slice(from, from + MOST_ROWS));
}

async function insertSome(tx: GroupTransaction, calls: readonly CallRecorded[]): Promise<void> {
  const parameters = calls.flatMap(({ id, storeId = null, at, data }): SqlParameter[] => [
    tx.groupId,
    id,
    storeId,
    data.source,
    data.externalId,
    data.direction,
    data.customerPhone,
    data.memberId ?? null,
    new Date(at),
    data.talkSeconds ?? null,
    data.totalSeconds,
    data.outcome,
  ]);
  const rows = calls.map((_, row) => `(${placeholders(row * COLUMNS)})`).join(', ');
  await tx.sql(
    statement(
      `keep ${calls.length} calls`,
      `insert into call_record (group_id, id, store_id, source, external_id, direction, customer_phone_key, member_id,
                                started_at, talk_seconds, total_seconds, outcome)
       values ${rows}
       on conflict (group_id, store_id, source, external_id) do nothing`,
    ),
    parameters,
  );
}

function placeholders(before: number): string {
  return Array.from({ length: COLUMNS }, (_, i) => `$${before + i + 1}`).join(', ');
}
