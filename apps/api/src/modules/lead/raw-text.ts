import type { Instant } from '@beback/core';
import type { GroupTransaction, SqlRunner } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';

const KEEP = statement(
  'keep raw text',
  'insert into raw_text (group_id, id, text_sealed, received_at) values ($1, $2, $3, $4)',
);
const READ = statement('raw text', 'select text_sealed as sealed from raw_text where group_id = $1 and id = $2');

export const RAW_TEXT_FIELD = 'rawText.text';

/** Keeps what arrived, byte by byte, sealed. */
export async function keepRawText(tx: GroupTransaction, seal: Seal, bytes: Uint8Array, now: Instant): Promise<string> {
  const id = newId();
  await tx.sql(KEEP, [tx.groupId, id, seal.sealBytes(tx.groupId, RAW_TEXT_FIELD, bytes), new Date(now)]);
  return id;
}

/** What arrived; undefined where it was erased. */
export async function openRawText(
  runner: SqlRunner & { readonly groupId: string },
  seal: Seal,
  rawTextId: string,
): Promise<Uint8Array | undefined> {
  const [row] = await runner.sql<{ readonly sealed: Uint8Array }>(READ, [runner.groupId, rawTextId]);
  return row === undefined ? undefined : seal.openBytes(runner.groupId, RAW_TEXT_FIELD, row.sealed);
}
