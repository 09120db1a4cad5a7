import { type Reason, reason } from '../spine/reason.ts';
import type { Locale } from '../spine/reason-texts.ts';
import type { IdentityCode } from './reason-texts.ts';
import { CUSTOMER_WISHES, REVIEW_TERMS, type ReviewRule } from './review-terms.ts';

/** Whether a message goes straight to the salespeople, or a person looks first. Nothing is thrown away by it. */
export type LeadReview =
  | { readonly awaitsReview: false }
  | {
      readonly awaitsReview: true;
      readonly rule: ReviewRule;
      /** Our words for what was found, never the sender's. */
      readonly term: string;
      readonly locale: Locale;
      readonly reason: Reason<IdentityCode>;
    };

/** Of a longer text only the beginning is read: what a message is about stands there. */
const MAX_LETTERS = 4000;

/**
 * Tells messages that are no sales leads (job applications, offers to the dealer) by a table of terms.
 *
 * A message that also tells a wish to buy goes the way of leads: "I got a new job and want a car" is a buyer's.
 *
 * @param texts the free texts of one lead: subject, comments; not its structured parts
 *
 * @example
 * reviewLead(['I am interested in interviewing for your Service Manager position.']);
 * // { awaitsReview: true, rule: 'jobApplication', term: 'apply or interview for a position', … }
 */
export function reviewLead(texts: readonly string[]): LeadReview {
  const text = foldText(texts.join(' \n ').slice(0, MAX_LETTERS));
  const found = REVIEW_TERMS.find(({ pattern }) => pattern.test(text));
  if (found === undefined || CUSTOMER_WISHES[found.rule].some((wish) => wish.test(text)))
    return { awaitsReview: false };
  const { rule, term, locale } = found;
  return { awaitsReview: true, rule, term, locale, reason: reason(`review.${rule}`, { term }) };
}

function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
