/**
 * Why a sale was lost. A closed list, so that losses can be counted by reason; what was heard goes into a note.
 * Their words are reasons `lost.<code>` of this folder's texts.
 */
export const LOST_REASONS = [
  'boughtElsewhere',
  'price',
  'credit',
  'vehicleGone',
  'notBuying',
  'unreachable',
  'service',
  'other',
] as const;
/** One of {@link LOST_REASONS}. */
export type LostReason = (typeof LOST_REASONS)[number];

/**
 * Whether the text is one of the {@link LOST_REASONS}.
 *
 * @example
 * isLostReason('price'); // true
 */
export function isLostReason(text: string): text is LostReason {
  return (LOST_REASONS as readonly string[]).includes(text);
}
