import type { Channel, Purpose } from '../spine/words.ts';
import { BASIS_LAWS, type BasisLaw } from './basis-laws.ts';
import type { Law } from './law.ts';

/** Lists of rows by their rules: one for all places that have the same. */
const SHARED = new Map<string, readonly BasisLaw[]>();

/** The rows that are about contacts by this channel for this purpose in any of these places, from whatever day on. */
export function basisLawsAt(
  jurisdictions: readonly Law['in'][],
  channel: Channel,
  purpose: Purpose,
  automated: boolean,
): readonly BasisLaw[] {
  const rows = BASIS_LAWS.filter(
    (row) =>
      row.channels.includes(channel) &&
      row.purposes.includes(purpose) &&
      (automated || row.automatedOnly !== true) &&
      jurisdictions.includes(row.in),
  );
  const key = rows.map(({ rule }) => rule).join(' ');
  const known = SHARED.get(key) ?? rows;
  SHARED.set(key, known);
  return known;
}
