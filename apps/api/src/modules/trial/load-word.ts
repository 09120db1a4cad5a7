import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import type { Seal } from '../../secrets/seal.ts';
import { NOTE_FIELD } from '../workday/task-row.ts';

/** Who began a trial or decided about it: by name to everybody who reads it, also where the owner works in no store of theirs. */
export interface TrialSigner {
  readonly name: string;
}

const SIGNER = statement('who signed a trial', 'select name from member where group_id = $1 and id = $2');
const WHY = statement(
  'the word on a trial',
  'select text_sealed as "textSealed" from note where group_id = $1 and fact_id = $2',
);

export async function loadSigner(runner: SqlRunner, groupId: string, memberId: string): Promise<TrialSigner | null> {
  const [row] = await runner.sql<TrialSigner>(SIGNER, [groupId, memberId]);
  return row ?? null;
}

/** The owner's own words; null where none were kept, or they were erased. */
export async function loadWhy(
  runner: SqlRunner,
  groupId: string,
  seal: Seal,
  decisionId: string,
): Promise<string | null> {
  const [row] = await runner.sql<{ readonly textSealed: Uint8Array }>(WHY, [groupId, decisionId]);
  return row === undefined ? null : seal.open(groupId, NOTE_FIELD, row.textSealed);
}
