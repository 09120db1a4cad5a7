import { judgeEmail, judgePhone } from '@beback/core';
import { z } from 'zod';

export const PHONE_ALLOWED = 'a phone number with its area code';
export const EMAIL_ALLOWED = 'an e-mail address';

/** Whether core's rules find that it can reach somebody. */
export const isPhone = (text: string): boolean => judgePhone(text, []).grade !== 'junk';
export const isEmail = (text: string): boolean => judgeEmail(text, []).grade !== 'junk';

/** A number or an address that somebody types in and can put right at once. */
export const phoneInput = z.string().trim().max(40, PHONE_ALLOWED).refine(isPhone, PHONE_ALLOWED);
export const emailInput = z.string().trim().max(254, EMAIL_ALLOWED).refine(isEmail, EMAIL_ALLOWED);

/** A field that may be left empty, as forms send it: `''` is nothing. */
export function orEmpty<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.nullish(),
  );
}
