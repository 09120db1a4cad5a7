import { createHash } from 'node:crypto';
import { ADF_LIMITS, type AdfDocument, parseAdf } from '@beback/adf';
import { DAY_24H, type Instant, reason } from '@beback/core';
import type { GroupDatabase, GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { json, statement } from '../../database/statement.ts';
import { encodeGlobalId } from '../../graphql/global-id.ts';
import { HttpRefusal } from '../../server/respond.ts';
import type { StoreKey } from '../access/open-key.ts';
import type { Inquiry } from '../lead/inquiry.ts';
import type { LeadStatus } from '../lead/lead-row.ts';
import type { LeadTools } from '../lead/open-inquiry.ts';
import { keepRawText } from '../lead/raw-text.ts';
import { lockNamesOf, personOf, receiveLead } from '../lead/receive-lead.ts';
import { lockKeys } from '../lock-keys.ts';
import { loadStoreRules, type StoreRules } from '../store/store-rules.ts';
import { inquiryOfProspect } from './inquiry-of-prospect.ts';

/** What the sender is told, and told again when the same bytes come once more. */
export interface IntakeAnswer {
  readonly leads: readonly { readonly index: number; readonly id: string; readonly status: LeadStatus }[];
}

/** The same bytes by the same key within this time are a network's retry. */
const RETRY_WITHIN = DAY_24H;

/**
 * So many leads of a document go their way at once. A document of more is a list (old leads, somebody's export), and
 * every one of them would start a response clock: a person looks at those that follow.
 */
const OPENED_AT_ONCE = 50;

const LAST_ANSWER = statement(
  'last answer to these bytes',
  `select answer, generation, received_at > $4 as retried
     from intake_document
    where group_id = $1 and api_key_id = $2 and content_hash = $3
    order by generation desc
    limit 1`,
);

const DOCUMENT = statement(
  'keep intake document',
  `insert into intake_document (group_id, id, store_id, api_key_id, content_hash, generation, raw_text_id, received_at, answer)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/**
 * Takes a document in: its bytes are kept, each prospect becomes a lead, and what no lead can be read from becomes one
 * that needs a person's eyes. Resolves after the COMMIT: nothing that was answered can be lost.
 *
 * @throws HttpRefusal 422 for a document of more leads than are read: nothing of it is taken in.
 */
export async function receiveDocument(
  group: GroupDatabase,
  tools: LeadTools,
  key: StoreKey,
  bytes: Uint8Array,
  now: Instant,
): Promise<IntakeAnswer> {
  const rules = await loadStoreRules(group, group.groupId, key.storeId, now);
  if (rules === undefined) throw new Error(`store ${key.storeId} has a key but no active plan`);
  const { country, zone } = rules;
  const parsed = parseAdf(bytes, { country, zone, receivedAt: new Date(now).toISOString() });
  assertAllRead(parsed);
  const inquiries = parsed.prospects.map((prospect) => inquiryOfProspect(prospect, rules));
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  return group.transaction(async (tx) => {
    await lockKeys(tx, [`document|${key.id}|${contentHash}`]);
    const before = new Date(now - RETRY_WITHIN);
    const [last] = await tx.sql<{ answer: IntakeAnswer; generation: number; retried: boolean }>(LAST_ANSWER, [
      tx.groupId,
      key.id,
      contentHash,
      before,
    ]);
    if (last?.retried) return inOrder(last.answer);
    const generation = last === undefined ? 0 : last.generation + 1;
    return keepDocument(tx, tools, rules, { key, bytes, contentHash, generation, inquiries }, now);
  });
}

/** An answer that passed over some of its leads would tell the sender that they are in good hands. */
function assertAllRead({ warnings, raw }: AdfDocument): void {
  const most = ADF_LIMITS.prospects;
  const [tooMany, tooComplex] = (['prospect.tooMany', 'xml.tooComplex'] as const).map((code) =>
    warnings.some((warning) => warning.code === code),
  );
  if (!tooMany && !(tooComplex && (raw.match(/<prospect\b/gi)?.length ?? 0) > most)) return;
  const message = `A document holds at most ${most} leads (prospects): send them in several. Nothing of this one was taken`;
  throw new HttpRefusal(422, 'tooManyLeads', message);
}

interface ReadDocument {
  readonly key: StoreKey;
  readonly bytes: Uint8Array;
  readonly contentHash: string;
  readonly generation: number;
  readonly inquiries: readonly Inquiry[];
}

async function keepDocument(
  tx: GroupTransaction,
  tools: LeadTools,
  rules: StoreRules,
  { key, bytes, contentHash, generation, inquiries }: ReadDocument,
  now: Instant,
): Promise<IntakeAnswer> {
  const documentId = newId();
  const rawTextId = await keepRawText(tx, tools.seal, bytes, now);
  const all = inquiries.length > 0 ? inquiries : [UNREADABLE];
  const names = all
    .slice(0, OPENED_AT_ONCE)
    .map((inquiry) => lockNamesOf(inquiry, personOf(inquiry, tx.groupId, tools), rules.storeId));
  await lockKeys(tx, names.flat());
  const leads: IntakeAnswer['leads'][number][] = [];
  for (const [index, inquiry] of all.entries()) {
    const suspicion = index < OPENED_AT_ONCE ? {} : { suspicion: reason('intake.manyLeads') };
    const arrival = { inquiry, intakeDocumentId: documentId, rawTextId, index, consents: [], ...suspicion };
    const { id, status } = await receiveLead(tx, tools, rules, arrival, now);
    leads.push({ index, id: encodeGlobalId('Lead', id), status });
  }
  const answer: IntakeAnswer = { leads };
  await tx.sql(DOCUMENT, [
    tx.groupId,
    documentId,
    rules.storeId,
    key.id,
    contentHash,
    generation,
    rawTextId,
    new Date(now),
    json(answer),
  ]);
  return answer;
}

/** jsonb keeps keys in an order of its own: told again, the answer is the same to the byte. */
function inOrder({ leads }: IntakeAnswer): IntakeAnswer {
  return { leads: leads.map(({ index, id, status }) => ({ index, id, status })) };
}

/** Stands for a document that no lead can be read from: somebody looks at its raw text. */
const UNREADABLE: Inquiry = {
  origin: 'internet',
  source: 'ADF',
  name: {},
  phones: [],
  emails: [],
  ofBusinesses: { phones: [], emails: [] },
  place: {},
  vehicles: [],
  trades: [],
  comment: '',
};
