import { HOUR, type Instant, instant, plus } from '@beback/core';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import type { GroupReader } from '../contact/load-evidence.ts';

/** Who opened the file of this number or address, and when. */
export interface EvidenceLook {
  readonly at: Instant;
  readonly memberId: string;
}

/** So long the pages of a file belong to the look that opened it. */
export const LOOK_LASTS = HOUR;

/** Nobody reads more names; all of them are kept. */
const MOST_SHOWN = 50;

const MINE = statement(
  'look at evidence that goes on',
  'select id from evidence_look where group_id = $1 and id = $2 and member_id = $3 and key = $4 and looked_at > $5',
);
const NOTE = statement(
  'note a look at evidence',
  'insert into evidence_look (group_id, id, member_id, key, looked_at) values ($1, $2, $3, $4, $5)',
);
const LOOKS = statement(
  'looks at evidence',
  `select looked_at as at, member_id as "memberId" from evidence_look
    where group_id = $1 and key = $2 order by looked_at desc, id desc limit ${MOST_SHOWN}`,
);

/**
 * Notes that somebody opens the file of a number or an address (16 CFR 314.4(c)(8): the activity of authorized users is
 * logged). Who reads on within the hour looks no second time.
 *
 * @param going - the look that is gone on with; one that is not the viewer's, is of another file or is old counts as none
 * @returns the id of the look
 */
export async function noteLook(
  group: GroupReader,
  { viewerId, key }: { readonly viewerId: string; readonly key: string },
  going: string | undefined,
  now: Instant,
): Promise<string> {
  const { groupId } = group;
  if (going !== undefined) {
    const since = new Date(plus(now, -LOOK_LASTS));
    const [look] = await group.sql<{ readonly id: string }>(MINE, [groupId, going, viewerId, key, since]);
    if (look !== undefined) return look.id;
  }
  const id = newId();
  await group.sql(NOTE, [groupId, id, viewerId, key, new Date(now)]);
  return id;
}

/** Who opened the file, the latest first, at most {@link MOST_SHOWN}. */
export async function loadLooks(group: GroupReader, key: string): Promise<readonly EvidenceLook[]> {
  const rows = await group.sql<{ readonly at: Date; readonly memberId: string }>(LOOKS, [group.groupId, key]);
  return rows.map(({ at, memberId }) => ({ at: instant(at.getTime()), memberId }));
}
