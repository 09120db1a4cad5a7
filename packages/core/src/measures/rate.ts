/**
 * Below so many cases a share says nothing: the interval around 5 of 10 already reaches from 24 % to 76 %. Ours.
 */
export const LEAST_CASES = 10;

/** A share with what it can be trusted for. All three run from 0 to 1. */
export type Rate =
  | {
      readonly kind: 'rate';
      readonly done: number;
      readonly of: number;
      readonly share: number;
      /** The share that lies behind is between these with 95 % confidence (Wilson's score interval). */
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: 'tooLittle'; readonly done: number; readonly of: number };

/** The 97.5th percentile of the normal distribution: 95 % lie within ± this. */
const Z = 1.959963984540054;

/**
 * A share with its 95 % interval (E. B. Wilson, 1927), or `tooLittle` below {@link LEAST_CASES} cases. Unlike the
 * textbook's ± it holds for few cases and for shares near 0 and 1.
 *
 * @throws RangeError when the counts are no counts: not whole, negative, or more done than there were.
 *
 * @example
 * rate(310, 500); // share 0.62, low 0.577, high 0.661
 */
export function rate(done: number, of: number): Rate {
  if (!Number.isSafeInteger(done) || !Number.isSafeInteger(of) || done < 0 || done > of) {
    throw new RangeError(`rate: expected whole numbers 0 <= done <= of, got ${done} of ${of}`);
  }
  if (of < LEAST_CASES) return { kind: 'tooLittle', done, of };
  const share = done / of;
  const weight = Z ** 2 / of;
  const centre = share + weight / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / of + weight / (4 * of));
  return {
    kind: 'rate',
    done,
    of,
    share,
    // At the ends the bound is the end itself; rounding would put it a hair beside.
    low: done === 0 ? 0 : (centre - reach) / (1 + weight),
    high: done === of ? 1 : (centre + reach) / (1 + weight),
  };
}
