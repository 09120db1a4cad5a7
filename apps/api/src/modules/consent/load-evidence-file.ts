import { type Channel, type ContactVerdict, type Instant, instant, type Purpose } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import { OUTGOING_FIELDS, type SealedBody } from '../outgoing/outgoing-mail.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import { INCOMING_FIELDS } from './incoming-text.ts';
import { type Ledger, loadLedger } from './load-ledger.ts';

/** One thing that happened between the store and whoever has the number. */
export interface EvidenceEntry {
  readonly at: Instant;
  /** A fact's kind, or `message.outgoing`, `message.incoming`. */
  readonly kind: string;
  readonly storeId: string | null;
  readonly memberId: string | null;
  readonly channel: Channel | null;
  readonly purpose: Purpose | null;
  /** Of an outgoing message: queued, sent, kept, refused, failed. */
  readonly state: string | null;
  /** What was said or written, where it was not erased. */
  readonly words: string | null;
  /** What contact law said at that moment. */
  readonly verdict: ContactVerdict | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface EvidenceFile {
  /** One for each customer who has the number. */
  readonly ledgers: readonly Ledger[];
  /** From the earliest to the latest. */
  readonly entries: readonly EvidenceEntry[];
}

/** A row of any of the sources; which sealed column it has decides what opens it. */
interface SourceRow {
  readonly at: Date;
  readonly kind: string;
  readonly storeId: string | null;
  readonly memberId: string | null;
  readonly state: string | null;
  readonly verdict: ContactVerdict | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly sealed: Uint8Array | null;
}

const CUSTOMERS = statement(
  'customers with a number',
  `select distinct c.customer_id as id
     from contact_point c
     join opportunity o on o.group_id = $1 and o.customer_id = c.customer_id
    where c.group_id = $1 and c.kind = 'phone' and c.key = $3 and ${storeInSight('o.store_id', '$2::uuid')}
    order by 1`,
);
// What binds the whole group is shown to each of its stores; the words only to the store that heard them.
const FACTS = statement(
  'evidence of facts',
  `select f.at, f.kind, f.store_id as "storeId", f.member_id as "memberId", null as state, v.verdict, f.data,
          case when ${storeInSight('f.store_id', '$2::uuid')} then n.text_sealed end as sealed
     from fact f
     left join note n on n.group_id = $1 and n.fact_id = f.id
     left join activity_verdict v on v.group_id = $1 and v.fact_id = f.id
    where f.group_id = $1 and f.customer_id = any($3)
      and (f.kind in ('consent.given', 'consent.revoked') or ${storeInSight('f.store_id', '$2::uuid')})
    order by f.at, f.id`,
);
const OUTGOING = statement(
  'evidence of outgoing messages',
  `select coalesce(m.sent_at, m.queued_at) as at, 'message.outgoing' as kind, m.store_id as "storeId",
          null as "memberId", m.state, m.verdict, m.body_sealed as sealed,
          json_build_object('channel', m.channel, 'purpose', m.purpose, 'template', m.template, 'touchId', m.touch_id,
                            'queuedAt', m.queued_at, 'sentAt', m.sent_at, 'externalId', m.external_id) as data
     from outgoing_message m
    where m.group_id = $1 and m.customer_id = any($3) and ${storeInSight('m.store_id', '$2::uuid')}
    order by 1, m.id`,
);
const INCOMING = statement(
  'evidence of incoming messages',
  `select i.received_at as at, 'message.incoming' as kind, i.store_id as "storeId", null as "memberId", null as state,
          null as verdict, i.body_sealed as sealed,
          json_build_object('channel', i.channel, 'revocation', i.revocation, 'externalId', i.external_id) as data
     from incoming_message i
    where i.group_id = $1 and i.from_key = $3 and ${storeInSight('i.store_id', '$2::uuid')}
    order by 1, i.id`,
);
const CALLS = statement(
  'evidence of calls',
  `select r.started_at as at, 'call.recorded' as kind, r.store_id as "storeId", r.member_id as "memberId", null as state,
          null as verdict, null as sealed,
          json_build_object('channel', 'call', 'direction', r.direction, 'outcome', r.outcome, 'source', r.source,
                            'talkSeconds', r.talk_seconds, 'totalSeconds', r.total_seconds) as data
     from call_record r
    where r.group_id = $1 and r.customer_phone_key = $3 and ${storeInSight('r.store_id', '$2::uuid')}
    order by 1, r.id`,
);

/**
 * The whole file for one number, as far as the viewer sees the stores: what was consented and stopped, every attempt
 * with the verdict of its moment, every message with what became of it, every recorded call.
 *
 * @param phoneKey - the number's keyed hash
 */
export async function loadEvidenceFile(
  runner: SqlRunner,
  seal: Seal,
  groupId: string,
  viewerId: string,
  phoneKey: string,
): Promise<EvidenceFile> {
  const found = await runner.sql<{ readonly id: string }>(CUSTOMERS, [groupId, viewerId, phoneKey]);
  const customerIds = found.map(({ id }) => id);
  const read = async (source: typeof FACTS, key: string | readonly string[], open: (sealed: Uint8Array) => string) => {
    const rows = await runner.sql<SourceRow>(source, [groupId, viewerId, key]);
    return rows.map((row) => entryOf(row, open));
  };
  const opened = (field: string) => (sealed: Uint8Array) => seal.open(groupId, field, sealed);
  const entries = [
    ...(await read(FACTS, customerIds, opened(NOTE_FIELD))),
    ...(await read(OUTGOING, customerIds, (sealed) => {
      const body = JSON.parse(seal.open(groupId, OUTGOING_FIELDS.body, sealed)) as SealedBody;
      return body.text;
    })),
    ...(await read(INCOMING, phoneKey, opened(INCOMING_FIELDS.body))),
    ...(await read(CALLS, phoneKey, () => '')),
  ];
  const ledgers: Ledger[] = [];
  for (const customerId of customerIds) ledgers.push(await loadLedger(runner, seal, groupId, viewerId, customerId));
  return { ledgers, entries: entries.sort((a, b) => a.at - b.at) };
}

function entryOf(
  { at, kind, storeId, memberId, state, verdict, data, sealed }: SourceRow,
  open: (sealed: Uint8Array) => string,
): EvidenceEntry {
  const { channel, purpose } = data as { readonly channel?: Channel; readonly purpose?: Purpose };
  return {
    at: instant(at.getTime()),
    kind,
    storeId,
    memberId,
    channel: channelOf(channel),
    purpose: channelOf(purpose),
    state,
    words: sealed === null ? null : open(sealed),
    verdict,
    data,
  };
}

/** An act about every channel names none. */
function channelOf<W extends string>(word: W | 'all' | undefined): W | null {
  return word === undefined || word === 'all' ? null : word;
}
