import { type Channel, type ContactVerdict, type Instant, instant, type Purpose } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import { withoutSecrets } from '../../secrets/keys.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import { OUTGOING_FIELDS, type SealedBody } from '../outgoing/outgoing-mail.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import { INCOMING_FIELDS } from './incoming-text.ts';
import { type Ledger, type LedgerOf, loadLedger } from './load-ledger.ts';

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
  /** The number or address of an outgoing message. */
  readonly to: string | null;
  /** What was said or written, where it was not erased. */
  readonly words: string | null;
  /** What contact law said at that moment. */
  readonly verdict: ContactVerdict | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Who opened the file of this number or address, and when: the latest first, this look among them. */
export interface EvidenceLook {
  readonly at: Instant;
  readonly memberId: string;
}

export interface EvidenceFile {
  readonly looks: readonly EvidenceLook[];
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
  readonly toSealed?: Uint8Array;
}

/** What is asked for: a number or an address, by its keyed hash. */
export interface EvidenceWish {
  readonly kind: 'phone' | 'email';
  readonly key: string;
}

const NOTE_LOOK = statement(
  'note a look at evidence',
  'insert into evidence_look (group_id, id, member_id, key, looked_at) values ($1, $2, $3, $4, $5)',
);
const LOOKS = statement(
  'looks at evidence',
  `select looked_at as at, member_id as "memberId" from evidence_look
    where group_id = $1 and key = $2 order by looked_at desc, id desc limit 50`,
);
/** By the latest opportunity in the viewer's sight: its store's rules say what may be done now. */
const CUSTOMERS = statement(
  'customers with a number or an address',
  `select distinct on (c.customer_id) c.customer_id as "customerId", o.id as "opportunityId", o.store_id as "storeId"
     from contact_point c
     join opportunity o on o.group_id = $1 and o.customer_id = c.customer_id
    where c.group_id = $1 and c.kind = $4 and c.key = $3 and ${storeInSight('o.store_id', '$2::uuid')}
    order by c.customer_id, o.opened_at desc, o.id`,
);
const PHONES = statement(
  'phone keys of customers',
  `select distinct key from contact_point where group_id = $1 and customer_id = any($2) and kind = 'phone'`,
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
          null as "memberId", m.state, m.verdict, m.body_sealed as sealed, m.to_sealed as "toSealed",
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
    where i.group_id = $1 and i.from_key = any($3) and ${storeInSight('i.store_id', '$2::uuid')}
    order by 1, i.id`,
);
const CALLS = statement(
  'evidence of calls',
  `select r.started_at as at, 'call.recorded' as kind, r.store_id as "storeId", r.member_id as "memberId", null as state,
          null as verdict, null as sealed,
          json_build_object('channel', 'call', 'direction', r.direction, 'outcome', r.outcome, 'source', r.source,
                            'talkSeconds', r.talk_seconds, 'totalSeconds', r.total_seconds) as data
     from call_record r
    where r.group_id = $1 and r.customer_phone_key = any($3) and ${storeInSight('r.store_id', '$2::uuid')}
    order by 1, r.id`,
);

/**
 * The whole file for one number or address, as far as the viewer sees the stores: what was consented and stopped, every
 * attempt with the verdict of its moment, every message with what became of it, every recorded call. Whoever opens it is
 * noted first (16 CFR 314.4(c)(8): the activity of authorized users is logged).
 */
export async function openEvidenceFile(
  group: Pick<GroupDatabase, 'groupId' | 'sql'>,
  seal: Seal,
  viewerId: string,
  { kind, key }: EvidenceWish,
  now: Instant,
): Promise<EvidenceFile> {
  const { groupId } = group;
  await group.sql(NOTE_LOOK, [groupId, newId(), viewerId, key, new Date(now)]);
  const looks = await group.sql<{ readonly at: Date; readonly memberId: string }>(LOOKS, [groupId, key]);
  const found = await group.sql<LedgerOf>(CUSTOMERS, [groupId, viewerId, key, kind]);
  const customerIds = found.map(({ customerId }) => customerId);
  const phones =
    kind === 'phone' ? [{ key }] : await group.sql<{ readonly key: string }>(PHONES, [groupId, customerIds]);
  const phoneKeys = phones.map((phone) => phone.key);
  const opened = (field: string) => (sealed: Uint8Array) => seal.open(groupId, field, sealed);
  const openTo = opened(OUTGOING_FIELDS.to);
  const read = async (source: typeof FACTS, keys: readonly string[], open: (sealed: Uint8Array) => string) => {
    const rows = await group.sql<SourceRow>(source, [groupId, viewerId, keys]);
    return rows.map((row) => entryOf(row, open, openTo));
  };
  const entries = [
    ...(await read(FACTS, customerIds, opened(NOTE_FIELD))),
    ...(await read(OUTGOING, customerIds, (sealed) => {
      const body = JSON.parse(seal.open(groupId, OUTGOING_FIELDS.body, sealed)) as SealedBody;
      return withoutSecrets(body.text);
    })),
    ...(await read(INCOMING, phoneKeys, opened(INCOMING_FIELDS.body))),
    ...(await read(CALLS, phoneKeys, () => '')),
  ];
  const ledgers: Ledger[] = [];
  for (const of of found) ledgers.push(await loadLedger(group, seal, viewerId, of, now));
  return {
    looks: looks.map(({ at, memberId }) => ({ at: instant(at.getTime()), memberId })),
    ledgers,
    entries: entries.sort((a, b) => a.at - b.at),
  };
}

function entryOf(
  { at, kind, storeId, memberId, state, verdict, data, sealed, toSealed }: SourceRow,
  open: (sealed: Uint8Array) => string,
  openTo: (sealed: Uint8Array) => string,
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
    to: toSealed === undefined ? null : openTo(toSealed),
    words: sealed === null ? null : open(sealed),
    verdict,
    data,
  };
}

/** An act about every channel names none. */
function channelOf<W extends string>(word: W | 'all' | undefined): W | null {
  return word === undefined || word === 'all' ? null : word;
}
