import { type Channel, PURPOSES, type Purpose } from '../spine/words.ts';
import { BASIS_LAWS, type BasisLaw } from './basis-laws.ts';
import type { Law } from './law.ts';

/** The rows that are about a channel by purpose, from whatever day on. */
export type BasisLawsByPurpose = Readonly<Record<Purpose, readonly BasisLaw[]>>;

/** The rows that are about contacts by this channel in any of these places. */
export function basisLawsAt(
  jurisdictions: readonly Law['in'][],
  channel: Channel,
  automated: boolean,
): BasisLawsByPurpose {
  const laws = BASIS_LAWS.filter(
    (row) =>
      row.channels.includes(channel) && (automated || row.automatedOnly !== true) && jurisdictions.includes(row.in),
  );
  const about = (purpose: Purpose) => laws.filter((row) => row.purposes.includes(purpose));
  return Object.fromEntries(PURPOSES.map((purpose) => [purpose, about(purpose)])) as unknown as BasisLawsByPurpose;
}
