const SHAPE = /^[A-HJ-NPR-Z0-9]{17}$/;
/** What each letter counts (49 CFR 565.15, table III). */
const LETTER_VALUES = 'A1B2C3D4E5F6G7H8J1K2L3M4N5P7R9S2T3U4V5W6X7Y8Z9';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/** Upper case, no spaces or hyphens. */
export function normalizeVin(text: string): string {
  return text.replace(/[\s-]+/g, '').toUpperCase();
}

/** Whether a normalised text has the 17 characters of a vehicle identification number. */
export function hasVinShape(vin: string): boolean {
  return SHAPE.test(vin);
}

/**
 * Whether the ninth character is the check digit of the others (49 CFR 565.15(c)). Vehicles for other markets than the
 * United States, Canada and Mexico need not have one.
 */
export function hasVinCheckDigit(vin: string): boolean {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) {
    const letter = vin[i] ?? '';
    const place = LETTER_VALUES.indexOf(letter);
    sum += weight * (/\d/.test(letter) ? Number(letter) : Number(LETTER_VALUES[place + 1]));
  }
  const check = sum % 11;
  return vin[8] === (check === 10 ? 'X' : String(check));
}
