import { expect, it } from 'vitest';
import { expectRenderable } from '../../test/support/texts.ts';
import { vectors } from '../../test/support/vectors.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import { reviewLead } from './review-lead.ts';
import { REVIEW_TERMS } from './review-terms.ts';

const rows = vectors<{ text: string; expected: 'lead' | 'jobApplication' | 'solicitation' }>('identity', 'reviews');

it.each(rows)('takes for a $expected: $text', ({ text, expected }) => {
  const review = reviewLead([text]);
  expect(review.awaitsReview ? review.rule : 'lead').toBe(expected);
});

it('reads all free texts of a lead as one message', () => {
  expect(reviewLead(['Contact us', 'I am applying for the service advisor role']).awaitsReview).toBe(true);
  expect(reviewLead(['My resume', 'I want to buy a truck']).awaitsReview).toBe(false);
});

it('names the term and the rule as its reason, in our words', () => {
  const review = reviewLead(['My resume is attached. Call me at 716-555-0124.']);
  if (!review.awaitsReview) throw new Error('expected a review');
  expect(review.reason).toEqual({ code: 'review.jobApplication', data: { term: 'my resume' }, facts: [] });
  expectRenderable(REASON_TEXTS, review.reason);
});

it('has no two terms of one name', () => {
  const names = REVIEW_TERMS.map(({ term, locale }) => `${locale} ${term}`);
  expect(new Set(names).size).toBe(names.length);
});

it('answers a very long text of repeated words without delay growing out of hand', () => {
  const text = 'i want to apply for a very long sentence about looking for work '.repeat(5000);
  expect(reviewLead([text]).awaitsReview).toBe(false);
});
