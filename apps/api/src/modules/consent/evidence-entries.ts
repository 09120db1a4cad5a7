import { type Channel, type ContactVerdict, type Instant, instant, type Purpose } from '@beback/core';
import { statement } from '../../database/statement.ts';
import { type PageArguments, takeOf, unknownCursor } from '../../graphql/keyset-page.ts';
import { withoutSecrets } from '../../secrets/keys.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { GroupReader } from '../contact/load-evidence.ts';
import { OUTGOING_FIELDS, type SealedBody } from '../outgoing/outgoing-mail.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';
import { EVIDENCE_ENTRIES, type EvidenceSource } from './evidence-sql.ts';
import { INCOMING_FIELDS } from './incoming-text.ts';
import type { EvidenceFile } from './open-evidence-file.ts';

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

/** A row of any of the sources; which sealed column it has decides what opens it. */
interface SourceRow {
  readonly id: string;
  readonly source: EvidenceSource;
  readonly at: Date;
  readonly kind: string;
  readonly storeId: string | null;
  readonly memberId: string | null;
  readonly state: string | null;
  readonly verdict: ContactVerdict | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly sealed: Uint8Array | null;
  readonly toSealed: Uint8Array | null;
}

/** Each entry carries its words, its verdict and its reasons. */
export const ENTRY_PAGES = { usual: 50, largest: 100 } as const;

const ENTRIES = statement('evidence of a number or an address', EVIDENCE_ENTRIES);

/**
 * A page of the file, from the earliest entry to the latest.
 *
 * @throws InputError, NotFoundError for a cursor that is none
 */
export async function loadEntries(group: GroupReader, seal: Seal, file: EvidenceFile, page: PageArguments) {
  const take = takeOf(page, ENTRY_PAGES);
  const after = page.after == null ? undefined : placeOf(page.after);
  const { viewerId, key, kind } = file;
  const at = after === undefined ? null : new Date(after.at);
  const rows = await group.sql<SourceRow>(ENTRIES, [group.groupId, viewerId, key, kind, at, after?.id ?? null, take]);
  const edges = rows
    .slice(0, take - 1)
    .map((row) => ({ node: entryOf(row, group.groupId, seal), cursor: cursorOf(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length === take,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function entryOf(row: SourceRow, groupId: string, seal: Seal): EvidenceEntry {
  const { at, kind, storeId, memberId, state, verdict, data, sealed, toSealed } = row;
  const { channel, purpose } = data as { readonly channel?: Channel; readonly purpose?: Purpose };
  return {
    at: instant(at.getTime()),
    kind,
    storeId,
    memberId,
    channel: one(channel),
    purpose: one(purpose),
    state,
    to: toSealed === null ? null : seal.open(groupId, OUTGOING_FIELDS.to, toSealed),
    words: sealed === null ? null : WORDS[row.source](seal, groupId, sealed),
    verdict,
    data,
  };
}

/** How the words of each source are opened. */
const WORDS = {
  fact: (seal, groupId, sealed) => seal.open(groupId, NOTE_FIELD, sealed),
  outgoing: (seal, groupId, sealed) => {
    const body = JSON.parse(seal.open(groupId, OUTGOING_FIELDS.body, sealed)) as SealedBody;
    return withoutSecrets(body.text);
  },
  incoming: (seal, groupId, sealed) => seal.open(groupId, INCOMING_FIELDS.body, sealed),
  call: () => '',
} as const satisfies Record<EvidenceSource, (seal: Seal, groupId: string, sealed: Uint8Array) => string>;

/** An act about every channel names none. */
function one<W extends string>(word: W | 'all' | undefined): W | null {
  return word === undefined || word === 'all' ? null : word;
}

const PLACE = /^(\d{1,15}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where an entry stands in the order of the file: it is looked up nowhere, and shows nothing that the page does not. */
function cursorOf({ at, id }: SourceRow): string {
  return Buffer.from(`${at.getTime()} ${id}`, 'utf8').toString('base64url');
}

function placeOf(cursor: string): { readonly at: number; readonly id: string } {
  const [, at, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (at === undefined || id === undefined) throw unknownCursor();
  return { at: Number(at), id };
}
